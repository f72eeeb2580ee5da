/** The page of a sheet that is being laid out, from the top down; and the marks that it becomes. */
import { toBytes, type Box, type Picture } from './atlas.ts';
import { colourWords, STEPS } from './colour-scale.ts';
import type { DrawnOperation } from './operation-steps.ts';
import type { SheetLegend, ViewContent } from './view-content.ts';

export type SheetFont = 'title' | 'text' | 'small' | 'number';
/** `black` and `white` are for numbers on the colour of a value. */
export type SheetInk = 'ink' | 'second' | 'rule' | 'hair' | 'ground' | 'black' | 'white';
type FillInk = SheetInk | `${DrawnOperation} fill` | `${DrawnOperation} line`;

export type Mark =
	| {
			readonly kind: 'text';
			readonly text: string;
			readonly font: SheetFont;
			readonly ink: SheetInk;
			readonly align: Align;
			readonly x: number;
			/** The line that letters stand on. */
			readonly baseline: number;
	  }
	/** Magnified without smoothing. */
	| { readonly kind: 'picture'; readonly picture: Picture; readonly box: Box }
	| { readonly kind: 'fill'; readonly ink: FillInk; readonly box: Box }
	| {
			readonly kind: 'dot';
			readonly ink: SheetInk;
			readonly x: number;
			readonly y: number;
			readonly radius: number;
	  };

type Align = 'left' | 'center' | 'right';

export interface Sheet {
	readonly width: number;
	readonly height: number;
	readonly marks: readonly Mark[];
}

/** Width of a text, as the canvas will set it. */
export type Measure = (text: string, font: SheetFont) => number;

export const SHEET_MARGIN = 28;
export const LINE: Readonly<Record<SheetFont, number>> = {
	...{ title: 30, text: 20, small: 18, number: 18 }
};
const INPUT_SIDE = 96;
const BAR = { width: 180, height: 12 };

/** Marks from the top down. */
export class SheetPage {
	/** Width between the margins. */
	readonly inner: number;
	readonly measure: Measure;
	readonly #marks: Mark[] = [];
	/** Where the next mark goes. */
	top = SHEET_MARGIN;

	constructor(inner: number, measure: Measure) {
		this.inner = inner;
		this.measure = measure;
	}

	gap(height: number): void {
		this.top += height;
	}

	rule(): void {
		this.fill('rule', { left: SHEET_MARGIN, top: this.top, width: this.inner, height: 1 });
		this.top += 1;
	}

	/** One paragraph, in as many lines as it needs. */
	text(text: string, font: SheetFont, ink: SheetInk, left = 0): void {
		for (const line of wrap(text, this.inner - left, (part) => this.measure(part, font))) {
			this.word(line, font, ink, SHEET_MARGIN + left, this.top + LINE[font] * 0.75);
			this.top += LINE[font];
		}
	}

	/** Title and lines, at the right of the pictures that the networks saw. */
	head({ title, lines, inputs }: ViewContent): void {
		const top = this.top;
		let left = 0;
		let bottom = 0;
		for (const { name, picture } of inputs) {
			const height = Math.round((INPUT_SIDE * picture.height) / picture.width);
			this.picture(picture, { left: SHEET_MARGIN + left, top, width: INPUT_SIDE, height });
			bottom = Math.max(bottom, top + height + (inputs.length > 1 ? LINE.small : 0));
			if (inputs.length > 1) {
				this.word(name, 'small', 'second', SHEET_MARGIN + left, top + height + 14);
			}
			left += INPUT_SIDE + 16;
		}
		this.text(title, 'title', 'ink', left);
		for (const line of lines) this.text(line, 'text', 'second', left);
		this.top = Math.max(this.top, bottom);
	}

	/** A strip of all colours with the numbers at its ends, and 0 in the middle of a signed one. */
	legend({ kind, low, high, label }: SheetLegend): void {
		this.text(label, 'small', 'second');
		const box = { left: SHEET_MARGIN, top: this.top, ...BAR };
		const picture = { width: STEPS, height: 1, rgba: toBytes(colourWords(kind).slice()) };
		this.picture(picture, box);
		const baseline = this.top + BAR.height + 15;
		this.word(low, 'number', 'ink', box.left, baseline);
		if (kind === 'signed')
			this.word('0', 'number', 'ink', box.left + BAR.width / 2, baseline, 'center');
		const wide = this.measure(low, 'number') + this.measure(high, 'number') > BAR.width * 0.8;
		// Words at the ends, in place of numbers, need more room than the strip has.
		if (wide) this.word(high, 'number', 'ink', box.left + BAR.width + 8, box.top + 10);
		else this.word(high, 'number', 'ink', box.left + BAR.width, baseline, 'right');
		this.top += BAR.height + LINE.number;
	}

	end(): Sheet {
		const width = Math.ceil(this.inner + 2 * SHEET_MARGIN);
		const height = Math.ceil(this.top + SHEET_MARGIN / 2);
		const ground: Mark = { kind: 'fill', ink: 'ground', box: { left: 0, top: 0, width, height } };
		return { width, height, marks: [ground, ...this.#marks] };
	}

	word(
		text: string,
		font: SheetFont,
		ink: SheetInk,
		x: number,
		baseline: number,
		align: Align = 'left'
	): void {
		this.#marks.push({ kind: 'text', text, font, ink, align, x, baseline: Math.round(baseline) });
	}

	picture(picture: Picture, box: Box): void {
		this.#marks.push({ kind: 'picture', picture, box });
	}

	fill(ink: FillInk, box: Box): void {
		this.#marks.push({ kind: 'fill', ink, box });
	}

	dot(ink: SheetInk, x: number, y: number, radius: number): void {
		this.#marks.push({ kind: 'dot', ink, x, y, radius });
	}

	/** Four lines of the given thickness around a box, outside it. */
	frame(ink: FillInk, { left, top, width, height }: Box, thick = 1): void {
		const across = { left: left - thick, width: width + 2 * thick, height: thick };
		const down = { top, width: thick, height };
		this.fill(ink, { ...across, top: top - thick });
		this.fill(ink, { ...across, top: top + height });
		this.fill(ink, { ...down, left: left - thick });
		this.fill(ink, { ...down, left: left + width });
	}
}

/** Lines of whole words; a word that is too long has a line of its own. */
function wrap(text: string, width: number, measure: (text: string) => number): string[] {
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const last = lines.at(-1);
		if (last !== undefined && measure(`${last} ${word}`) <= width) {
			lines[lines.length - 1] = `${last} ${word}`;
		} else lines.push(word);
	}
	return lines;
}
