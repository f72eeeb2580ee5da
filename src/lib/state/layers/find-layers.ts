/**
 * Layers by what a reader types: parts of their names, words for their operation, shapes. Every word has
 * to be found somewhere.
 */
import type { LayerKind } from '#lib/core/graph.ts';

interface FoundLayer {
	readonly name: string;
	readonly kind: LayerKind;
	/** [channels, rows, columns]. */
	readonly shape: readonly [number, number, number];
}

/** What people call them, beside their names. */
const OTHER_WORDS: Readonly<Partial<Record<LayerKind, string>>> = {
	convolution: 'conv 1x1 pointwise',
	'depthwise convolution': 'dw dconv',
	'batch norm branch': 'bn batchnorm fusion',
	'squeeze-excite': 'se squeeze excite',
	shortcut: 'skip residual',
	'Ghost module': 'concat',
	'RepGhost module': 'add',
	'Ghost bottleneck': 'block add',
	'RepGhost bottleneck': 'block add',
	'global average pool': 'mean pooling gap',
	linear: 'fc fully connected'
};

/**
 * Those that fit, the best first: a name that ends in what was typed, one that holds it, then the words
 * of the operation and the shape. Of equal fit they stand in running order.
 * @param query `3.0 se`, `shortcut`, `40x8x8`; blank fits every layer
 */
export function findLayers<Layer extends FoundLayer>(
	layers: readonly Layer[],
	query: string
): Layer[] {
	const words = plain(query).split(/\s+/).filter(Boolean);
	return layers
		.map((layer) => ({ layer, far: words.reduce((sum, word) => sum + misfit(layer, word), 0) }))
		.filter(({ far }) => far < Infinity)
		.sort((a, b) => a.far - b.far)
		.map(({ layer }) => layer);
}

/** 0 is best; infinite where the word is nowhere. */
function misfit({ name, kind, shape }: FoundLayer, word: string): number {
	if (name === word || name.endsWith(`.${word}`)) return 0;
	if (name.includes(word)) return 1;
	const others = plain(`${kind} ${OTHER_WORDS[kind] ?? ''}`).split(' ');
	if (others.includes(word)) return 0;
	if (word.length > 1 && others.some((other) => other.startsWith(word))) return 2;
	const sizes = `x${shape.join('x')}x`;
	return word.includes('x') && sizes.includes(`x${word.replace(/^x+|x+$/g, '')}x`) ? 2 : Infinity;
}

/** In small letters, with plain × and hyphens, and no blanks around a ×. */
function plain(text: string): string {
	return text
		.toLowerCase()
		.replace(/[-‐–]/g, ' ')
		.replace(/\s*×\s*/g, 'x')
		.replace(/(\d)\s*x\s*(?=\d)/g, '$1x')
		.trim();
}
