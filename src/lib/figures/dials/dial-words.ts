/** Where a dial stands, in words: briefly beside the slider, and whole for those who hear it. */
import { formatValue } from '#lib/strings/format.ts';
import type { Strings } from '#lib/strings/strings.ts';
import type { DialSpec } from './props.ts';

type Words = Strings['scenes'];

interface DialText {
	readonly shown: string;
	readonly spoken: string;
}

/** Dials under their headings; the first two groups are open. */
export const DIAL_GROUPS = [
	{ name: 'pose', keys: ['turn', 'lean', 'size'], open: true },
	{ name: 'style', keys: ['style'], open: true },
	{ name: 'place', keys: ['across', 'forward', 'elevation'], open: false },
	{ name: 'colour', keys: ['hue', 'colour', 'gloss'], open: false },
	{ name: 'light', keys: ['light', 'lightHeight'], open: false },
	{
		name: 'surroundings',
		keys: ['background', 'backgroundLight', 'clutter', 'noise'],
		open: false
	}
] as const;

export function dialText(key: string, value: number, words: Words): DialText {
	const size = formatValue(Math.abs(value));
	switch (key) {
		case 'style':
			return styleText(value, words);
		case 'size':
			return { shown: words.times(size), spoken: words.timesSpoken(size) };
		case 'across':
			return { shown: signed(value), spoken: side(value, words.left, words.right, words.middle) };
		case 'forward':
			return { shown: signed(value), spoken: side(value, words.far, words.near, words.middle) };
		case 'clutter':
			return { shown: size, spoken: thingsText(value, words) };
		case 'colour':
		case 'gloss':
		case 'backgroundLight':
		case 'noise': {
			const percent = String(Math.round(value * 100));
			return { shown: words.percent(percent), spoken: words.percentSpoken(percent) };
		}
		default: {
			const degrees = formatValue(Math.round(value));
			return { shown: words.degrees(degrees), spoken: words.degreesSpoken(degrees) };
		}
	}
}

function styleText(value: number, { styles, between }: Words): DialText {
	const names = [styles.shaded, styles.flat, styles.lines];
	const from = Math.min(Math.floor(value), 1);
	const share = Math.round((value - from) * 100);
	const [before = '', after = ''] = names.slice(from);
	const text = share === 0 ? before : share === 100 ? after : between(before, after, String(share));
	return { shown: text, spoken: text };
}

function thingsText(value: number, words: Words): string {
	if (value === 0) return words.noThings;
	return value === 1 ? words.oneThing : words.things(String(value));
}

function signed(value: number): string {
	return `${value > 0 ? '+' : ''}${formatValue(value)}`;
}

function side(
	value: number,
	below: (size: string) => string,
	above: (size: string) => string,
	middle: string
): string {
	if (value === 0) return middle;
	return (value < 0 ? below : above)(formatValue(Math.abs(value)));
}

/**
 * Where a key leads past the end of a dial that wraps; null for every other key, which the browser
 * handles itself.
 */
export function wrapAround(key: string, value: number, dial: DialSpec): number | null {
	if (!dial.wraps) return null;
	const up = key === 'ArrowRight' || key === 'ArrowUp';
	const down = key === 'ArrowLeft' || key === 'ArrowDown';
	// Both ends are the same place, so the way leads on from the other one.
	if (up && value >= dial.most) return dial.least + dial.step;
	if (down && value <= dial.least) return dial.most - dial.step;
	return null;
}
