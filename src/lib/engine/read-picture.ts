/** A reader's picture file as a network's input, decoded here in the worker, off the page's thread. */
import { decodePicture } from '#lib/pictures/decode-picture.ts';
import { preprocess } from '#lib/pictures/preprocess.ts';
import type { PictureReader } from './network-engine.ts';

export const readPicture: PictureReader = async (file, rows, columns, signal) =>
	preprocess(await decodePicture(file, signal), rows, columns);
