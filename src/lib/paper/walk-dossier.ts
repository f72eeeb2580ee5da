/**
 * Finds the numbers in the dossier: each has a value, a mark and sources of its own, or takes those of what
 * is around it.
 */
import * as v from 'valibot';
import dossier from './dossier.json';
import { sources } from './sources.ts';

/** How well a number is known, best first; the dossier's own marks. */
const CONFIDENCES = ['V2', 'S1', 'VEC', 'FIG', 'CALC', 'SEC', 'INF'] as const;
type Confidence = (typeof CONFIDENCES)[number];

export interface Published {
	/** Table, row and column in small letters, joined by `/`. */
	readonly path: string;
	/** As the dossier writes it: `RepGhostNet 0.58x`. */
	readonly row: string;
	/** `latency_ms_arm`. */
	readonly column: string;
	readonly value: number;
	readonly confidence: Confidence;
	/** Keys of `sources`. */
	readonly sources: readonly string[];
	/** What the value may be off by where it was read off a figure; null elsewhere. */
	readonly tolerance: number | null;
}

const confidence = v.picklist(CONFIDENCES);
const markedFields = {
	v: v.number(),
	c: confidence,
	s: v.array(v.string()),
	tol: v.optional(v.number())
};
/** A number with its marks, and the one that another source gives in its place. */
const marked = v.object({
	...markedFields,
	// Without a mark it is what its one source says.
	conflict: v.optional(v.object({ ...markedFields, c: v.optional(confidence, 'S1') }))
});
/** Names of rows, by the field that holds them, in the order in which they are looked for. */
const ROW_FIELDS = ['model', 'label', 'what', 'file', 'backbone', 's', 'd'] as const;

/** What holds for all numbers below a place in the dossier. */
export interface Around {
	readonly path: readonly string[];
	readonly row: string;
	readonly confidence: Confidence | null;
	readonly sources: readonly string[];
}

function slug(name: string): string {
	return name
		.toLowerCase()
		.replace(/[^a-z0-9.]+/g, '-')
		.replace(/^-+|-+$/g, '');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The row's name; a second one of the same name is told apart by its number. */
function rowName(row: Readonly<Record<string, unknown>>, index: number): string {
	const field = ROW_FIELDS.find((name) => ['string', 'number'].includes(typeof row[name]));
	const name = field === undefined ? String(index + 1) : String(row[field]);
	return field === 'backbone' ? `${name}, ${String(row.detector)}` : name;
}

/** Every number at a place of the dossier and below it. */
export function* walk(value: unknown, around: Around): Generator<Published> {
	if (Array.isArray(value)) yield* walkRows(value, around);
	else if (isObject(value)) yield* walkFields(value, around);
}

function* walkRows(rows: readonly unknown[], around: Around): Generator<Published> {
	const seen = new Map<string, number>();
	for (const [index, row] of rows.entries()) {
		const point = v.safeParse(v.tuple([v.number(), v.number()]), row);
		if (point.success) yield* walkPoint(point.output, index, around);
		if (!isObject(row)) continue;
		const name = rowName(row, index);
		const count = (seen.get(name) ?? 0) + 1;
		seen.set(name, count);
		const key = count === 1 ? slug(name) : `${slug(name)}-${count}`;
		// A time or a rate means nothing without its machine, which is in the name of the file around.
		const file = around.row.endsWith('.csv') ? ` in ${around.row}` : '';
		yield* walk(row, { ...around, path: [...around.path, key], row: name + file });
	}
}

/** A point of a chart, of which only the place is known. */
function* walkPoint(
	[x, y]: readonly [number, number],
	index: number,
	{ path, row, confidence: mark, sources: from }: Around
): Generator<Published> {
	if (mark === null) return;
	const at = [...path, String(index + 1)];
	const column = path.includes('latency-axis') ? 'latency_ms' : 'flops_M';
	const { tol } = dossier.tables.ghostnet_figure;
	yield published([...at, slug(column)], row, column, x, mark, from, tol[column]);
	yield published([...at, 'top1'], row, 'top1', y, mark, from, tol.top1);
}

function* walkFields(
	fields: Readonly<Record<string, unknown>>,
	around: Around
): Generator<Published> {
	const mark = v.safeParse(confidence, fields.c);
	const below: Around = {
		...around,
		confidence: mark.success ? mark.output : around.confidence,
		sources: Array.isArray(fields.s) ? v.parse(v.array(v.string()), fields.s) : around.sources
	};
	for (const [column, value] of Object.entries(fields)) {
		// How far a table's values may be off is no value of its own.
		if (column === 'tol') continue;
		const path = column === 'rows' ? around.path : [...around.path, slug(column)];
		const number = v.safeParse(marked, value);
		if (number.success) {
			const { conflict, ...first } = number.output;
			yield publishedFrom(first, path, around.row, column);
			if (conflict) yield publishedFrom(conflict, [...path, 'conflict'], around.row, column);
		} else if (typeof value === 'number' && below.confidence !== null) {
			yield published(path, around.row, column, value, below.confidence, below.sources, null);
		} else {
			const isNamed = isObject(value) || (Array.isArray(value) && Array.isArray(value[0]));
			const name = widthName(value) ?? column;
			const row = isNamed && !path.at(-1)!.endsWith('-axis') ? name : around.row;
			yield* walk(value, { ...below, path, row });
		}
	}
}

/** Of `{ repghostnet: '0.58x', … }`. */
function widthName(value: unknown): string | null {
	const fields = isObject(value) ? value : {};
	if (typeof fields.repghostnet === 'string') return `RepGhostNet ${fields.repghostnet}`;
	return typeof fields.ghostnet === 'string' ? `GhostNet ${fields.ghostnet}` : null;
}

function publishedFrom(
	{ v: value, c, s, tol }: Omit<v.InferOutput<typeof marked>, 'conflict'>,
	path: readonly string[],
	row: string,
	column: string
): Published {
	return published(path, row, column, value, c, s, tol ?? null);
}

function published(
	path: readonly string[],
	row: string,
	column: string,
	value: number,
	mark: Confidence,
	from: readonly string[],
	tolerance: number | null
): Published {
	const unknown = from.find((key) => !(key in sources));
	const name = path.join('/');
	if (unknown !== undefined) throw new Error(`${name}: there is no source "${unknown}".`);
	return { path: name, row, column, value, confidence: mark, sources: from, tolerance };
}
