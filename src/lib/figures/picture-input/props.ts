import * as v from 'valibot';
import { rgbaBytes } from '../arrays.ts';

const picture = v.strictObject({
	width: v.number(),
	height: v.number(),
	/** Red, green, blue, alpha. */
	rgba: rgbaBytes
});

export const schema = v.strictObject({
	/** What the network sees; null before the first picture. */
	shown: v.nullable(picture),
	/** Name of the picture shown, in words, or a file's name. */
	name: v.string(),
	samples: v.array(
		v.strictObject({
			slug: v.string(),
			/** Its name in words. */
			name: v.string(),
			/** Null until it is drawn. */
			picture: v.nullable(picture)
		})
	),
	/** The sample chosen; null while a file is. */
	chosen: v.nullable(v.string())
});

export interface Props extends v.InferOutput<typeof schema> {
	onsample: (slug: string) => void;
	onfile: (file: File) => void;
}
