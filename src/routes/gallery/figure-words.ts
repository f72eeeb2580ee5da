/** Names and sentences of the figures, and in which part of the gallery they stand. */
import type { Strings } from '#lib/strings/strings.ts';

type FigureGroup = 'lessons' | 'network';

interface FigureWords {
	readonly title: string;
	readonly text: string;
}

type Words = Readonly<Record<string, FigureWords>>;

/** The figures of a group in the order of the catalogue. */
export function figuresOf(group: FigureGroup, { gallery }: Strings): [string, FigureWords][] {
	const words: Words = group === 'lessons' ? gallery.lessonFigures : gallery.networkFigures;
	return Object.entries(words);
}

/** A figure that has no words yet goes by its own name. */
export function wordsOf(name: string, { gallery }: Strings): FigureWords {
	const words: Words = { ...gallery.lessonFigures, ...gallery.networkFigures };
	return words[name] ?? { title: name, text: '' };
}

/** On the network page they stand in a column. */
const COLUMN = [
	...['picture-input', 'dials', 'predictions', 'all-maps'],
	...['one-map', 'layer-facts', 'block-times', 'share-bars']
];

/** How much room a figure gets: those of lessons fill their plate by themselves. */
export function roomOf(name: string, { gallery }: Strings): 'whole' | 'padded' | 'column' {
	if (!Object.hasOwn(gallery.networkFigures, name)) return 'whole';
	return COLUMN.includes(name) ? 'column' : 'padded';
}
