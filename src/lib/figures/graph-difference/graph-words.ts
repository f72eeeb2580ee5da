/** A difference of two graphs in words. */
import type {
	BlockDifference,
	ComparedOperation,
	GraphDifference,
	KindCount,
	OperationRow
} from '#lib/core/graph-difference.ts';
import { formatCount } from '#lib/strings/format.ts';
import type { Strings } from '#lib/strings/strings.ts';

type Words = Strings['compare']['graph'];

/** Classes of the drawing's styles. */
type DrawnOperation = 'conv' | 'dw' | 'bn' | 'relu' | 'cat' | 'add' | 'se' | 'shortcut';

const DRAWN: Readonly<Record<ComparedOperation['kind'], DrawnOperation>> = {
	convolution: 'conv',
	depthwise: 'dw',
	'batch-norm': 'bn',
	'scale-shift': 'bn',
	shift: 'bn',
	relu: 'relu',
	'hard-sigmoid': 'se',
	add: 'add',
	concat: 'cat',
	multiply: 'se',
	'global-average-pool': 'shortcut',
	linear: 'conv'
};

/** Its colour and glyph, and the word in its box. */
export function drawOperation(
	{ kind, operation }: ComparedOperation,
	words: Words
): { operation: DrawnOperation; label: string } {
	const drawn = DRAWN[kind];
	if (operation.kind === 'convolution') {
		const label = words.box[kind === 'depthwise' ? 'depthwise' : 'convolution'];
		return { operation: drawn, label: label(String(operation.kernel)) };
	}
	return { operation: drawn, label: words.box[operation.kind as SimpleKind] };
}

type SimpleKind = Exclude<ComparedOperation['kind'], 'convolution' | 'depthwise'>;

/** `ghost1.primary_conv.0`: the name inside its block. */
export function nameInBlock({ name }: ComparedOperation): string {
	return name.replace(/^blocks\.\d+\.\d+\./, '');
}

/** What of a pair is not the same, each as a few words. */
export function changeWords({ a, b, changes }: OperationRow, words: Words): string[] {
	if (!a || !b) return [];
	return changes.map((change) => {
		switch (change) {
			case 'bias':
				return 'bias' in b.operation && b.operation.bias
					? words.change.biasGained
					: words.change.biasLost;
			case 'shape':
				return shapeWords(a.shape, b.shape, words);
			case 'parameters':
				return words.change.parameters(formatCount(a.parameters), formatCount(b.parameters));
			default:
				return words.change[change];
		}
	});
}

function shapeWords(a: readonly number[], b: readonly number[], words: Words): string {
	const sizes = [a, b].map(([, ...size]) => size.join(' × '));
	if (sizes[0] !== sizes[1]) return words.change.size(a.join(' × '), b.join(' × '));
	return words.change.shape(String(a[0]), String(b[0]));
}

/** The sentences over the drawing: how many operations, and which are changed or alone. */
export function summarize({ operations, kinds }: GraphDifference, words: Words): string[] {
	const list = (of: (count: KindCount) => number, sentence: (list: string) => string) => {
		const found = kinds.filter((count) => of(count) > 0);
		return found.length === 0 ? [] : [sentence(joinWords(found.map(countWords(of, words)), words))];
	};
	const sentences = [
		...list(({ onlyA }) => onlyA, words.onlyA),
		...list(({ onlyB }) => onlyB, words.onlyB),
		...list(({ changed }) => changed, words.changed)
	];
	return [
		words.summary(formatCount(operations.a), formatCount(operations.b)),
		...(sentences.length > 0 ? sentences : [words.nothing])
	];
}

const countWords = (of: (count: KindCount) => number, words: Words) => (count: KindCount) => {
	const number = of(count);
	const { one, several } = words.kind[count.kind];
	return words.count(formatCount(number), number === 1 ? one : several);
};

/** `a, b and c`. */
function joinWords(items: readonly string[], words: Words): string {
	return items.reduce((list, item, index) => {
		const join = index === items.length - 1 ? words.listEnd : words.listNext;
		return index === 0 ? item : join(list, item);
	}, '');
}

/** `blocks 3, 7 and 9`, `stem`, `block 4`. */
export function blockNames(blocks: readonly BlockDifference[], words: Words): string {
	const numbers = blocks.flatMap(({ id }) => (Number(id) > 0 ? [id] : []));
	const named = blocks.flatMap(({ id }) =>
		id === 'stem' || id === 'last' || id === 'head' ? [words[id]] : []
	);
	const numbered =
		numbers.length > 1
			? [words.blocks(joinWords(numbers, words))]
			: numbers.map((number) => words.block(number));
	return joinWords([...numbered, ...named], words);
}

/** How many operations a block has in each network. */
export function countRows({ rows }: BlockDifference): { a: string; b: string } {
	const count = (of: (row: OperationRow) => unknown) => formatCount(rows.filter(of).length);
	return { a: count(({ a }) => a), b: count(({ b }) => b) };
}
