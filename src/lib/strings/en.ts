/** The English catalogue: every word a reader sees, by section. Values go in through functions. */
import { home } from './en/home.ts';
import { keys } from './en/keys.ts';
import { network } from './en/network.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { ui } from './en/ui.ts';

export const en = { home, keys, network, settings, shell, ui } as const;
