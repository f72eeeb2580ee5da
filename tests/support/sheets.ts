/** Sheets of views under test: what is written on them, and what stands where it should not. */
import type { Mark, Measure, Sheet } from '#lib/scene/sheet-page.ts';
import type { ViewContent } from '#lib/scene/view-content.ts';
import { layoutView } from '#lib/scene/view-sheet.ts';

type TextMark = Extract<Mark, { kind: 'text' }>;

/** About as wide as the page's own fonts. */
const LETTER = { title: 11, text: 7, small: 6.2, number: 7.8 } as const;

export const measure: Measure = (text, font) => text.length * LETTER[font];

/** The sheet of a view without its head of network and picture. */
export function sheetOf(
	view: Pick<ViewContent, 'title' | 'bodies' | 'legends'> & { readonly lines?: readonly string[] }
): Sheet {
	const { title, bodies, legends, lines = [] } = view;
	return layoutView({ title, bodies, legends, lines, inputs: [], footer: 'footer' }, measure);
}

/** All words of a sheet, from mark to mark; lines of one paragraph are apart. */
export function textsOf({ marks }: Sheet): string[] {
	return marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
}

interface Extent {
	readonly name: string;
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

function extentOf({ text, font, align, x, baseline }: TextMark): Extent {
	const width = measure(text, font);
	const left = { left: x, center: x - width / 2, right: x - width }[align];
	const height = font === 'title' ? 18 : 10;
	return { name: text, left, right: left + width, top: baseline - height, bottom: baseline + 1 };
}

function extentsOf(mark: Mark): Extent[] {
	if (mark.kind === 'text') return [extentOf(mark)];
	if (mark.kind === 'dot') return [];
	const { left, top, width, height } = mark.box;
	return [{ name: mark.kind, left, right: left + width, top, bottom: top + height }];
}

/** Words that lie on each other, and marks that reach over the edge of the sheet. */
export function faultsOf({ width, height, marks }: Sheet): string[] {
	const outside = marks
		.flatMap(extentsOf)
		.filter(({ left, right, top, bottom }) => {
			return left < 0 || top < 0 || right > width + 0.5 || bottom > height + 0.5;
		})
		.map(({ name }) => `outside: ${name}`);
	const texts = marks.flatMap((mark) =>
		mark.kind === 'text' && mark.text ? [extentOf(mark)] : []
	);
	const pairs = texts.flatMap((one, index) =>
		texts
			.slice(index + 1)
			.filter((other) => one.left < other.right && other.left < one.right)
			.filter((other) => one.top < other.bottom && other.top < one.bottom)
			.map((other) => `${one.name} on ${other.name}`)
	);
	return [...outside, ...pairs];
}
