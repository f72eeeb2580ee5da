/**
 * The props of a figure as rows of a table, read off its schema: what a teacher may write into a fence.
 */
import type { Schema } from '#lib/figures/pair.ts';

/** What a value may be, for words to be made of. */
export type PropType =
	| {
			readonly kind: 'number';
			readonly whole: boolean;
			readonly least?: number;
			readonly most?: number;
	  }
	| { readonly kind: 'text' | 'boolean' | 'fields' | 'other' }
	| { readonly kind: 'choice'; readonly options: readonly string[] }
	| { readonly kind: 'list' | 'record'; readonly of: PropType }
	| { readonly kind: 'tuple'; readonly of: readonly PropType[] }
	| { readonly kind: 'nullable'; readonly of: PropType }
	| { readonly kind: 'either'; readonly of: readonly PropType[] };

export interface PropRow {
	/** `blocks[].name` for a field of the values of a list. */
	readonly name: string;
	readonly type: PropType;
	/** What holds when the prop is left out; undefined when it may not be. */
	readonly preset: { readonly value: unknown } | undefined;
	/** Null when the schema says nothing. */
	readonly description: string | null;
}

/** As much of valibot's schemas as is looked at. */
interface Node {
	readonly type: string;
	readonly pipe?: readonly Action[];
	readonly wrapped?: Node;
	readonly default?: unknown;
	readonly entries?: Readonly<Record<string, Node>>;
	readonly item?: Node;
	readonly items?: readonly Node[];
	readonly value?: Node;
	readonly options?: readonly (Node | string | number)[];
	readonly literal?: unknown;
}

interface Action {
	readonly type: string;
	readonly description?: string;
	readonly requirement?: unknown;
}

/** One row for each prop, and below it one for each field of what it holds. */
export function describeProps(schema: Schema): PropRow[] {
	return rowsOf(schema as unknown as Node, '');
}

function rowsOf(node: Node, prefix: string): PropRow[] {
	return Object.entries(node.entries ?? {}).flatMap(([key, entry]) => {
		const name = prefix + key;
		const row = { name, type: typeOf(entry), preset: presetOf(entry), description: said(entry) };
		const { inner, suffix } = innerFields(entry);
		return inner ? [row, ...rowsOf(inner, `${name}${suffix}.`)] : [row];
	});
}

/** The object whose fields a value has, or each value of a list. */
function innerFields(node: Node): { inner: Node | null; suffix: string } {
	const plain = unwrap(node);
	if (plain.entries) return { inner: plain, suffix: '' };
	if (!plain.item) return { inner: null, suffix: '' };
	const { inner, suffix } = innerFields(plain.item);
	return { inner, suffix: `[]${suffix}` };
}

function unwrap(node: Node): Node {
	return node.wrapped ? unwrap(node.wrapped) : node;
}

function said(node: Node): string | null {
	const own = node.pipe?.findLast(({ type }) => type === 'description')?.description;
	return own ?? (node.wrapped ? said(node.wrapped) : null);
}

function presetOf(node: Node): PropRow['preset'] {
	if (node.type !== 'optional' && node.type !== 'nullish') return undefined;
	return { value: typeof node.default === 'function' ? node.default() : node.default };
}

function typeOf(node: Node): PropType {
	switch (node.type) {
		case 'number':
			return numberType(node.pipe ?? []);
		case 'string':
			return { kind: 'text' };
		case 'boolean':
			return { kind: 'boolean' };
		case 'picklist':
			return { kind: 'choice', options: (node.options ?? []).map(String) };
		case 'literal':
			return { kind: 'choice', options: [String(node.literal)] };
		case 'array':
			return { kind: 'list', of: typeOf(node.item!) };
		case 'tuple':
		case 'strict_tuple':
			return { kind: 'tuple', of: (node.items ?? []).map(typeOf) };
		case 'record':
			return { kind: 'record', of: typeOf(node.value!) };
		case 'nullable':
		case 'nullish':
			return { kind: 'nullable', of: typeOf(node.wrapped!) };
		case 'optional':
			return typeOf(node.wrapped!);
		case 'union':
		case 'variant':
			return eitherOf((node.options ?? []) as readonly Node[]);
		case 'object':
		case 'strict_object':
		case 'loose_object':
			return { kind: 'fields' };
		default:
			return { kind: 'other' };
	}
}

/** What a page hands over as it is cannot be written, and is left out. */
function eitherOf(options: readonly Node[]): PropType {
	const types = options.map(typeOf).filter(({ kind }) => kind !== 'other');
	return types.length === 1 ? types[0]! : { kind: 'either', of: types };
}

function numberType(actions: readonly Action[]): PropType {
	const limit = (type: string): number | undefined => {
		const found = actions.find((action) => action.type === type)?.requirement;
		return typeof found === 'number' ? found : undefined;
	};
	const [least, most] = [limit('min_value'), limit('max_value')];
	return {
		kind: 'number',
		whole: actions.some(({ type }) => type === 'integer' || type === 'safe_integer'),
		...(least !== undefined && { least }),
		...(most !== undefined && { most })
	};
}
