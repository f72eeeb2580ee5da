/** The layers of two runs that can be compared, and the others in words. */
import { formatCount, formatExponent } from '#lib/strings/format.ts';
import type { Strings } from '#lib/strings/strings.ts';
import type { Props } from './props.ts';

type Layers = Props['layers'];
type Words = Strings['compare']['layers'];

export interface ComparedLayer {
	readonly name: string;
	/** |A − B|, and how much rounding may make of it. */
	readonly largest: number;
	readonly tolerance: number;
}

export function comparedLayers(layers: Layers): ComparedLayer[] {
	return layers.flatMap(({ name, difference }) => (difference ? [{ name, ...difference }] : []));
}

export function sayDifference(value: number, words: Words): string {
	return value === 0 ? words.zero : formatExponent(value);
}

/** How many of them differ by no more than rounding. */
export function sayWithin(compared: readonly ComparedLayer[], words: Words): string {
	const within = compared.filter(({ largest, tolerance }) => largest <= tolerance).length;
	return words.within(formatCount(within), formatCount(compared.length));
}

/** What is left out of the plot; kinds of which there is none are not named. '' for none at all. */
export function sayLeftOut(layers: Layers, words: Words): string {
	const onlyA = layers.filter(({ shapeB }) => !shapeB).length;
	const onlyB = layers.filter(({ shapeA }) => !shapeA).length;
	const others = layers.length - comparedLayers(layers).length - onlyA - onlyB;
	const kinds = (
		[
			[onlyA, words.onlyInA],
			[onlyB, words.onlyInB],
			[others, words.otherShape]
		] as const
	)
		.filter(([count]) => count > 0)
		.map(([count, say]) => say(formatCount(count)));
	return kinds.length > 0 ? words.alone(kinds.reduce(words.andMore)) : '';
}
