import { describe, expect, it } from 'vitest';
import { colourOf } from './colour-scale.ts';
import { paintSheet, type SheetContext } from './paint-sheet.ts';
import { SHEET_MARGIN, type Mark } from './sheet-page.ts';
import { layoutView } from './view-sheet.ts';
import type { ViewContent } from './view-content.ts';

const picture = (width: number, height: number) => ({
	...{ width, height },
	rgba: new Uint8ClampedArray(width * height * 4).fill(7)
});
const map = {
	kind: 'picture',
	picture: picture(10, 6),
	magnification: 3,
	labels: [{ text: '12', x: 5, y: 4 }],
	names: []
} as const;
const view: ViewContent = {
	title: '2 maps of 4 × 4',
	lines: ['RepGhost, folded form', 'Picture: Red ball'],
	inputs: [{ name: 'Red ball', picture: picture(8, 8) }],
	bodies: [map],
	legends: [{ kind: 'signed', low: '−2', high: '2', label: 'one scale' }],
	footer: 'RepGhost Notebook'
};
/** Every letter is 10 wide. */
const measure = (text: string) => text.length * 10;
const texts = (marks: readonly Mark[]) => marks.filter((mark) => mark.kind === 'text');
const pictures = (marks: readonly Mark[]) => marks.filter((mark) => mark.kind === 'picture');
const word = (marks: readonly Mark[], text: string) =>
	texts(marks).find((mark) => mark.text === text)!;

describe('the sheet of a view', () => {
	const { width, height, marks } = layoutView(view, measure);

	it('has every word of the view, inside the sheet, one under the other', () => {
		const words = texts(marks).map(({ text }) => text);
		expect(words).toEqual([
			...['2 maps of 4 × 4', 'RepGhost, folded form', 'Picture: Red ball', '12'],
			...['one scale', '−2', '0', '2', 'RepGhost Notebook']
		]);
		const lines = ['2 maps of 4 × 4', 'RepGhost, folded form', '12', 'one scale', '0'];
		const baselines = lines.map((text) => word(marks, text).baseline);
		expect(baselines).toEqual([...baselines].sort((a, b) => a - b));
		expect(word(marks, 'RepGhost Notebook').baseline).toBeLessThan(height);
	});

	it('magnifies the view by its whole number and sets labels into it', () => {
		const [input, body, strip] = pictures(marks);
		expect(input?.box).toEqual({ left: SHEET_MARGIN, top: SHEET_MARGIN, width: 96, height: 96 });
		expect(body?.box).toMatchObject({ left: SHEET_MARGIN, width: 30, height: 18 });
		expect(word(marks, '12').x).toBe(SHEET_MARGIN + 15);
		expect(strip!.box.top).toBeGreaterThanOrEqual(body!.box.top + 18);
	});

	it('has a strip from the lowest colour to the highest', () => {
		const { rgba } = pictures(marks).at(-1)!.picture;
		const scale = { kind: 'signed', low: -2, high: 2 } as const;
		expect([...rgba.slice(0, 4)]).toEqual([...colourOf(scale, -2), 255]);
		expect([...rgba.slice(-4)]).toEqual([...colourOf(scale, 2), 255]);
	});

	it('is as wide as its view, and breaks long lines', () => {
		const wide = layoutView({ ...view, bodies: [{ ...map, magnification: 100 }] }, measure);
		expect(wide.width).toBe(1000 + 2 * SHEET_MARGIN);
		const long = 'word '.repeat(40).trim();
		const broken = layoutView({ ...view, inputs: [], lines: [long] }, measure);
		const lines = texts(broken.marks).filter(({ text }) => text.startsWith('word'));
		expect(lines.length).toBeGreaterThan(1);
		for (const { text } of lines) expect(measure(text)).toBeLessThanOrEqual(width);
		expect(lines.map(({ text }) => text).join(' ')).toBe(long);
	});

	it('draws bars as long as their shares, with their numbers', () => {
		const rows = [
			{ name: 'cube', share: 1, numbers: ['80 %', '4.7'] },
			{ name: 'ball', share: 0.25, numbers: ['20 %', '1.1'] }
		];
		const body = { kind: 'bars', rows, heads: ['Probability', 'Logit'] } as const;
		const bars = layoutView({ ...view, bodies: [body], legends: [] }, measure).marks.filter(
			(mark) => mark.kind === 'fill' && mark.ink === 'ink'
		) as Extract<Mark, { kind: 'fill' }>[];
		expect(bars).toHaveLength(2);
		expect(bars[1]!.box.width / bars[0]!.box.width).toBeCloseTo(0.25, 2);
	});

	it('is painted mark by mark, pictures without smoothing', () => {
		const calls: string[] = [];
		const context: SheetContext = {
			...{ fillStyle: '', font: '', textAlign: 'left', imageSmoothingEnabled: true },
			fillRect: () => calls.push('fill'),
			fillText: (text: string) => calls.push(text),
			beginPath: () => undefined,
			arc: () => undefined,
			fill: () => calls.push('dot'),
			drawImage: () => calls.push(`picture, smooth: ${context.imageSmoothingEnabled}`)
		};
		paintSheet({ width, height, marks }, context, () => ({}) as CanvasImageSource);
		expect(calls).toHaveLength(marks.length);
		expect(calls.slice(0, 3)).toEqual(['fill', 'picture, smooth: false', '2 maps of 4 × 4']);
		expect(calls.at(-1)).toBe('RepGhost Notebook');
	});
});
