/** What a schema refuses, in words for someone who writes lessons and not programs. */
import type * as v from 'valibot';
import { describeFound, oneOf } from './lesson-error.ts';

type Issue = v.BaseIssue<unknown>;

/** Words for what valibot calls the types. */
const TYPES: Readonly<Record<string, string>> = {
	string: 'a text',
	number: 'a number',
	boolean: 'true or false',
	Array: 'a list',
	Object: 'fields (name: value)'
};

/** Words for what valibot checks beyond the type. */
const CHECKS: Readonly<Record<string, (expected: string) => string>> = {
	min_value: (least) => `a number of at least ${least}`,
	max_value: (most) => `a number of at most ${most}`,
	gt_value: (below) => `a number above ${below}`,
	lt_value: (above) => `a number below ${above}`,
	min_length: (least) => `at least ${least} of them`,
	max_length: (most) => `at most ${most} of them`,
	length: (count) => `${count} of them`,
	integer: () => 'a whole number',
	safe_integer: () => 'a whole number',
	finite: () => 'a finite number',
	non_empty: () => 'something here'
};

const LENGTHS = ['min_length', 'max_length', 'length'];

/** What is wrong, and where in the value. */
interface Fault {
	readonly path: readonly PropertyKey[];
	readonly expected: string;
	readonly found: string;
}

/**
 * An issue in words. A schema's own message is taken as what it expects:
 * `v.string('a name of a-z, 0-9 and -')`.
 */
export function faultOf(issue: Issue, schema: unknown): Fault {
	const path = (issue.path ?? []).map(({ key }) => key as PropertyKey);
	const last = issue.path?.at(-1);
	if (last && typeof last.key === 'string') {
		const around = path.slice(0, -1);
		if (Array.isArray(last.input)) {
			return { path: around, expected: TYPES.Object!, found: describeFound(last.input) };
		}
		if (issue.expected === 'never') {
			const known = Object.keys(Object(schemaAt(schema, around).entries));
			const expected = oneOf('a field that is known', known, last.key);
			return { path, expected, found: describeFound(last.key) };
		}
		if (issue.expected === `"${last.key}"` && issue.input === undefined) {
			const expected = typeWords(schemaAt(schema, path).expects ?? last.key);
			return { path, expected, found: describeFound(undefined) };
		}
	}
	const isLength = LENGTHS.includes(issue.type);
	const found = isLength ? String(Object(issue.input).length) : describeFound(issue.input);
	return { path, expected: expectedWords(issue), found };
}

function expectedWords(issue: Issue): string {
	const { expected, type, message, input } = issue;
	if (!message.startsWith('Invalid ')) return message;
	const bound = expected?.replace(/^[<>]?=?/, '') ?? '';
	const check = issue.kind === 'validation' ? CHECKS[type] : undefined;
	if (check) return check(bound);
	// YAML reads `4` and `true` as what they look like.
	if (expected === 'string' && ['number', 'boolean'].includes(typeof input)) {
		return 'a text (in quotation marks)';
	}
	return expected === null ? type.replaceAll('_', ' ') : typeWords(expected);
}

/** Of `string` or `("line" | "points")`. */
function typeWords(expected: string): string {
	const choices = expected.replace(/^\((.*)\)$/, '$1').split(' | ');
	return choices.map((choice) => TYPES[choice] ?? choice).join(' or ');
}

/** What valibot's schemas say of themselves. */
interface SchemaParts {
	/** The type's name. */
	readonly expects?: string;
	/** Of an object. */
	readonly entries?: unknown;
	/** Of an array. */
	readonly item?: unknown;
	/** Of a record: what stands under each name. */
	readonly value?: unknown;
	/** Of `v.optional(…)` and the like. */
	readonly wrapped?: unknown;
}

/** The schema of a part of a value, as far as the schemas say it. */
function schemaAt(schema: unknown, path: readonly PropertyKey[]): SchemaParts {
	const here = Object(schema) as SchemaParts;
	if (here.wrapped !== undefined) return schemaAt(here.wrapped, path);
	const [key, ...rest] = path;
	if (key === undefined) return here;
	const entries = Object(here.entries) as Record<PropertyKey, unknown>;
	return schemaAt(here.item ?? here.value ?? entries[key], rest);
}
