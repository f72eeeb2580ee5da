/**
 * What two networks have in common and where they differ, operation by operation: blocks are paired by
 * their place, and the operations inside by name, or else by kind within the same part of the block
 * (folding renames `cheap_operation.0` to `cheap_operation`). Dropout runs in training only and is left
 * out, as in all counts.
 */
import { align } from './align.ts';
import { countGraph } from '#lib/core/cost/counts.ts';
import { isDepthwise, type Graph, type Operation } from './graph.ts';
import { namedBlocks, type NetworkBlockId } from '#lib/core/cost/network-cost.ts';

/** Kinds of operation as a reader knows them. */
type OperationKind = Exclude<Operation['kind'], 'dropout'> | 'depthwise';

export interface ComparedOperation {
	readonly name: string;
	readonly kind: OperationKind;
	readonly operation: Operation;
	/** [channels, rows, columns] of its output. */
	readonly shape: readonly number[];
	readonly parameters: number;
}

/** What of an operation is not the same. */
type Change = 'kernel' | 'stride' | 'bias' | 'shape' | 'parameters';

export interface OperationRow {
	readonly mark: 'same' | 'changed' | 'only-a' | 'only-b';
	readonly a: ComparedOperation | null;
	readonly b: ComparedOperation | null;
	/** Empty unless `changed`. */
	readonly changes: readonly Change[];
}

export interface BlockDifference {
	readonly id: NetworkBlockId;
	readonly rows: readonly OperationRow[];
	readonly isSame: boolean;
}

export interface KindCount {
	readonly kind: OperationKind;
	readonly a: number;
	readonly b: number;
	readonly same: number;
	readonly changed: number;
	readonly onlyA: number;
	readonly onlyB: number;
}

export interface GraphDifference {
	/** Operations that run. */
	readonly operations: { readonly a: number; readonly b: number };
	/** Kinds that occur, in a fixed order. */
	readonly kinds: readonly KindCount[];
	/** In running order. */
	readonly blocks: readonly BlockDifference[];
}

/** Order of kinds in counts. */
const KINDS: readonly OperationKind[] = [
	'convolution',
	'depthwise',
	'batch-norm',
	'scale-shift',
	'shift',
	'relu',
	'hard-sigmoid',
	'add',
	'concat',
	'multiply',
	'global-average-pool',
	'linear'
];

type Picture = readonly [channels: number, rows: number, columns: number];

/**
 * @param pictures what each network takes, from which the shapes follow
 * @throws Error when a picture does not fit its network
 */
export function compareGraphs(
	a: Graph,
	b: Graph,
	pictures: { readonly a: Picture; readonly b: Picture }
): GraphDifference {
	const pairs = align(blocksOf(a, pictures.a), blocksOf(b, pictures.b), (one, other) =>
		one.id === other.id ? 1 : 0
	);
	const blocks = pairs.map((pair): BlockDifference => {
		const { id } = (pair.a ?? pair.b)!;
		const rows = compareBlock(pair.a?.operations ?? [], pair.b?.operations ?? []);
		return { id, rows, isSame: rows.every(({ mark }) => mark === 'same') };
	});
	const rows = blocks.flatMap((block) => block.rows);
	return {
		operations: {
			a: rows.filter((row) => row.a).length,
			b: rows.filter((row) => row.b).length
		},
		kinds: KINDS.flatMap((kind) => countKind(kind, rows)),
		blocks
	};
}

/** Blocks that differ in the same way, or not at all: they are drawn once. */
interface BlockGroup {
	readonly first: BlockDifference;
	/** The others of the group, in running order. */
	readonly alike: readonly BlockDifference[];
}

/**
 * Groups blocks whose rows carry the same marks on the same kinds, by the first of each; blocks without
 * any difference are one group, whatever they hold.
 */
export function groupBlocks(blocks: readonly BlockDifference[]): BlockGroup[] {
	const groups = new Map<string, BlockDifference[]>();
	for (const block of blocks) {
		const key = block.isSame ? 'same' : patternOf(block);
		groups.set(key, [...(groups.get(key) ?? []), block]);
	}
	return [...groups.values()].map(([first, ...alike]) => ({ first: first!, alike }));
}

function patternOf({ rows }: BlockDifference): string {
	return rows
		.map(({ mark, a, b, changes }) => [mark, a?.kind, b?.kind, ...changes].join(' '))
		.join('; ');
}

function blocksOf(graph: Graph, picture: Picture) {
	const { nodes: costs } = countGraph(graph, [1, ...picture]);
	const operations = new Map(graph.nodes.map(({ name, operation }) => [name, operation]));
	return namedBlocks(graph).map(({ id, names }) => ({
		id,
		operations: names.flatMap((name): ComparedOperation[] => {
			const operation = operations.get(name)!;
			if (operation.kind === 'dropout') return [];
			const { outputShape, parameters } = costs.get(name)!;
			const [, ...shape] = outputShape;
			return [{ name, kind: kindOf(operation), operation, shape, parameters }];
		})
	}));
}

function kindOf(operation: Exclude<Operation, { kind: 'dropout' }>): OperationKind {
	if (operation.kind !== 'convolution') return operation.kind;
	return isDepthwise(operation) ? 'depthwise' : 'convolution';
}

function compareBlock(
	a: readonly ComparedOperation[],
	b: readonly ComparedOperation[]
): OperationRow[] {
	return align(a, b, likeness).map((pair) => {
		if (pair.b === null) return { mark: 'only-a', ...pair, changes: [] };
		if (pair.a === null) return { mark: 'only-b', ...pair, changes: [] };
		const changes = changesOf(pair.a, pair.b);
		return { mark: changes.length > 0 ? 'changed' : 'same', ...pair, changes };
	});
}

/** Likeness of one name: more than any number of parts in common. */
const NAME = 10;

/** 0 for two kinds, or two parts of a block; the same name counts most. */
function likeness(a: ComparedOperation, b: ComparedOperation): number {
	if (a.kind !== b.kind) return 0;
	if (a.name === b.name) return NAME;
	const [one, other] = [partsOf(a.name), partsOf(b.name)];
	let common = 0;
	while (common < one.length && common < other.length && one[common] === other[common]) common++;
	return common;
}

/** The name inside its block: `blocks.3.0.ghost1.relu` as ghost1, relu. */
function partsOf(name: string): string[] {
	return name.replace(/^blocks\.\d+\.\d+\./, '').split('.');
}

function changesOf(a: ComparedOperation, b: ComparedOperation): Change[] {
	const changes: Change[] = [];
	const [one, other] = [a.operation, b.operation];
	if (one.kind === 'convolution' && other.kind === 'convolution') {
		if (one.kernel !== other.kernel) changes.push('kernel');
		if (one.stride !== other.stride) changes.push('stride');
		if (one.bias !== other.bias) changes.push('bias');
	}
	if (a.shape.join() !== b.shape.join()) changes.push('shape');
	if (a.parameters !== b.parameters) changes.push('parameters');
	return changes;
}

function countKind(kind: OperationKind, rows: readonly OperationRow[]): KindCount[] {
	const own = rows.filter(({ a, b }) => (a ?? b)!.kind === kind);
	if (own.length === 0) return [];
	const count = (mark: OperationRow['mark']) => own.filter((row) => row.mark === mark).length;
	const [onlyA, onlyB] = [count('only-a'), count('only-b')];
	return [
		{
			kind,
			a: own.length - onlyB,
			b: own.length - onlyA,
			same: count('same'),
			changed: count('changed'),
			onlyA,
			onlyB
		}
	];
}
