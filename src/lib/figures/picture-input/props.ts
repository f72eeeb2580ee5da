import type { Snippet } from 'svelte';
import * as v from 'valibot';
import { rgbaBytes } from '../arrays.ts';

const picture = v.strictObject({
	width: v.number(),
	height: v.number(),
	rgba: v.pipe(rgbaBytes, v.description('Red, green, blue and alpha of each picture element.'))
});

export const schema = v.strictObject({
	shown: v.pipe(
		v.nullable(picture),
		v.description('What the network sees; null before the first picture.')
	),
	name: v.pipe(
		v.string(),
		v.description('Name of the picture shown: words, or the name of a file.')
	),
	samples: v.pipe(
		v.array(
			v.strictObject({
				slug: v.string(),
				name: v.pipe(v.string(), v.description('Its name in words.')),
				picture: v.pipe(v.nullable(picture), v.description('Null until it is drawn.'))
			})
		),
		v.description('Pictures to choose from.')
	),
	chosen: v.pipe(v.nullable(v.string()), v.description('The sample chosen; null while a file is.'))
});

export interface Props extends v.InferOutput<typeof schema> {
	onsample: (slug: string) => void;
	onfile: (file: File) => void;
	/** Drawn over the picture, which is the positioned box around it. */
	over?: Snippet | undefined;
	/** In place of the picture and its name. */
	instead?: Snippet | undefined;
	/** Under the picture. */
	below?: Snippet | undefined;
}
