/** The worker that writes PNG files: a large sheet would keep the page waiting for a second. */
import { expose } from 'comlink';
import { paintPng } from './paint-png.ts';

expose({ paintPng });
