/**
 * A view of a network as one sheet to be taken away: what it shows in words, the view itself, the key of
 * its colours, and where it comes from. Here it is laid out; a canvas paints the marks one after another.
 * All lengths are in pixels of a style sheet, from the top left.
 */
import type { Picture } from './atlas.ts';
import type { ColourScale } from './colour-scale.ts';
import { SheetPage, type Measure, type Sheet } from './sheet-page.ts';

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

const LEAST_WIDTH = 560;

/** Lays a view out; the sheet is as wide as the view asks for. */
export function layoutView(view: ViewContent, measure: Measure): Sheet {
	const inner = Math.max(LEAST_WIDTH, bodyWidth(view.body));
	const page = new SheetPage(inner, measure);
	page.head(view);
	page.gap(16);
	if (view.body.kind === 'picture') page.picture(view.body);
	else page.bars(view.body);
	for (const legend of view.legends) {
		page.gap(14);
		page.legend(legend);
	}
	page.gap(16);
	page.rule();
	page.gap(4);
	page.text(view.footer, 'small', 'second');
	return page.end();
}

function bodyWidth(body: SheetBody): number {
	return body.kind === 'picture' ? body.names + body.picture.width * body.magnification : 0;
}
