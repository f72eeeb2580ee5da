/** The page of a sheet that is being laid out, from the top down; and the marks that it becomes. */
import { toBytes, type Box, type Picture } from './atlas.ts';
import { colourWords, STEPS } from './colour-scale.ts';
import type { SheetBody, SheetLegend, ViewContent } from './view-content.ts';

export type SheetFont = 'title' | 'text' | 'small' | 'number';
type Ink = 'ink' | 'second' | 'rule' | 'ground';

export type Mark =
	| {
			readonly kind: 'text';
			readonly text: string;
			readonly font: SheetFont;
			readonly ink: Ink;
			readonly align: 'left' | 'center' | 'right';
			readonly x: number;
			/** The line that letters stand on. */
			readonly baseline: number;
	  }
	/** Magnified without smoothing. */
	| { readonly kind: 'picture'; readonly picture: Picture; readonly box: Box }
	| { readonly kind: 'fill'; readonly ink: Ink; readonly box: Box };

export interface Sheet {
	readonly width: number;
	readonly height: number;
	readonly marks: readonly Mark[];
}

/** Width of a text, as the canvas will set it. */
export type Measure = (text: string, font: SheetFont) => number;

export const SHEET_MARGIN = 28;
const INPUT_SIDE = 96;
const LINE: Readonly<Record<SheetFont, number>> = { title: 30, text: 20, small: 18, number: 18 };
const BAR = { width: 180, height: 12 };
const ROW = 30;
const NAME = 170;
const NUMBER = 84;

/** Marks from the top down; `#top` is where the next one goes. */
export class SheetPage {
	readonly #inner: number;
	readonly #measure: Measure;
	readonly #marks: Mark[] = [];
	#top = SHEET_MARGIN;

	constructor(inner: number, measure: Measure) {
		this.#inner = inner;
		this.#measure = measure;
	}

	gap(height: number): void {
		this.#top += height;
	}

	rule(): void {
		this.#fill('rule', { left: SHEET_MARGIN, top: this.#top, width: this.#inner, height: 1 });
		this.#top += 1;
	}

	/** One paragraph, in as many lines as it needs. */
	text(text: string, font: SheetFont, ink: Ink, left = 0): void {
		for (const line of wrap(text, this.#inner - left, (part) => this.#measure(part, font))) {
			this.#word(line, font, ink, SHEET_MARGIN + left, this.#top + LINE[font] * 0.75);
			this.#top += LINE[font];
		}
	}

	/** Title and lines, at the right of the picture that the network saw. */
	head({ title, lines, input }: ViewContent): void {
		const top = this.#top;
		if (input) {
			const height = Math.round((INPUT_SIDE * input.height) / input.width);
			this.#picture(input, { left: SHEET_MARGIN, top, width: INPUT_SIDE, height });
		}
		const left = input ? INPUT_SIDE + 16 : 0;
		this.text(title, 'title', 'ink', left);
		for (const line of lines) this.text(line, 'text', 'second', left);
		const bottom = input ? top + (INPUT_SIDE * input.height) / input.width : 0;
		this.#top = Math.max(this.#top, Math.round(bottom));
	}

	picture({
		picture,
		magnification,
		labels,
		names
	}: Extract<SheetBody, { kind: 'picture' }>): void {
		const left = SHEET_MARGIN + names;
		const [width, height] = [picture.width * magnification, picture.height * magnification];
		this.#picture(picture, { left, top: this.#top, width, height });
		for (const { text, x, y } of labels) {
			const at = names > 0 ? SHEET_MARGIN : left + x * magnification;
			this.#word(text, 'number', 'second', at, this.#top + y * magnification + LINE.number * 0.75);
		}
		this.#top += height;
	}

	bars({ rows, heads }: Extract<SheetBody, { kind: 'bars' }>): void {
		const ends = heads.map(
			(_, index) => SHEET_MARGIN + this.#inner - (heads.length - 1 - index) * NUMBER
		);
		heads.forEach((head, index) => {
			this.#word(head, 'small', 'second', ends[index]!, this.#top + 14, 'right');
		});
		this.#top += 20;
		const room = this.#inner - NAME - heads.length * NUMBER - 16;
		for (const { name, share, numbers } of rows) {
			const middle = this.#top + ROW / 2;
			this.#word(name, 'text', 'ink', SHEET_MARGIN, middle + 5);
			const width = Math.max(1, Math.round(share * room));
			const left = SHEET_MARGIN + NAME;
			this.#fill('ink', { left, top: middle - 6, width, height: 12 });
			numbers.forEach((number, index) => {
				this.#word(number, 'number', 'ink', ends[index]!, middle + 5, 'right');
			});
			this.#top += ROW;
		}
	}

	/** A strip of all colours with the numbers at its ends, and 0 in the middle of a signed one. */
	legend({ kind, low, high, label }: SheetLegend): void {
		this.text(label, 'small', 'second');
		const box = { left: SHEET_MARGIN, top: this.#top, ...BAR };
		const picture = { width: STEPS, height: 1, rgba: toBytes(colourWords(kind).slice()) };
		this.#picture(picture, box);
		const baseline = this.#top + BAR.height + 15;
		this.#word(low, 'number', 'ink', box.left, baseline);
		if (kind === 'signed')
			this.#word('0', 'number', 'ink', box.left + BAR.width / 2, baseline, 'center');
		const wide = this.#measure(low, 'number') + this.#measure(high, 'number') > BAR.width * 0.8;
		// Words at the ends, in place of numbers, need more room than the strip has.
		if (wide) this.#word(high, 'number', 'ink', box.left + BAR.width + 8, box.top + 10);
		else this.#word(high, 'number', 'ink', box.left + BAR.width, baseline, 'right');
		this.#top += BAR.height + LINE.number;
	}

	end(): Sheet {
		const width = Math.ceil(this.#inner + 2 * SHEET_MARGIN);
		const height = Math.ceil(this.#top + SHEET_MARGIN / 2);
		const ground: Mark = { kind: 'fill', ink: 'ground', box: { left: 0, top: 0, width, height } };
		return { width, height, marks: [ground, ...this.#marks] };
	}

	#word(
		text: string,
		font: SheetFont,
		ink: Ink,
		x: number,
		baseline: number,
		align: 'left' | 'center' | 'right' = 'left'
	): void {
		this.#marks.push({ kind: 'text', text, font, ink, align, x, baseline: Math.round(baseline) });
	}

	#picture(picture: Picture, box: Box): void {
		this.#marks.push({ kind: 'picture', picture, box });
	}

	#fill(ink: Ink, box: Box): void {
		this.#marks.push({ kind: 'fill', ink, box });
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
