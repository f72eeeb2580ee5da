/** What a sheet of a view shows, before it is laid out. */
import type { Picture } from './atlas.ts';
import type { ColourScale } from './colour-scale.ts';

/** A word of a view; its place in the picture's own pixels. */
interface SheetLabel {
	readonly text: string;
	readonly x: number;
	readonly y: number;
}

export type SheetBody =
	| {
			readonly kind: 'picture';
			readonly picture: Picture;
			/** A whole number, so that each value stays a square of one colour. */
			readonly magnification: number;
			/** Their upper left corner. */
			readonly labels: readonly SheetLabel[];
			/** Room for names at the left, which then stand there and not in the picture. */
			readonly names: number;
	  }
	| {
			readonly kind: 'bars';
			/** `share` from 0 to 1 is the length of the bar. */
			readonly rows: readonly {
				readonly name: string;
				readonly share: number;
				readonly numbers: readonly string[];
			}[];
			/** Over the numbers. */
			readonly heads: readonly string[];
	  };

export interface SheetLegend {
	readonly kind: ColourScale['kind'];
	readonly low: string;
	readonly high: string;
	/** What the scale covers. */
	readonly label: string;
}

export interface ViewContent {
	readonly title: string;
	readonly lines: readonly string[];
	/** The picture that the network saw. */
	readonly input: Picture | null;
	readonly body: SheetBody;
	readonly legends: readonly SheetLegend[];
	readonly footer: string;
}
