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

/**
 * The end of "expected …, found …" for an issue. A schema's own message is taken as what it expects:
 * `v.string('a name of a-z, 0-9 and -')`.
 * @param known names of the fields where an unknown one was found
 */
export function issueWords(
	issue: Issue,
	known: readonly string[]
): { expected: string; found: string } {
	const unknownField = issue.expected === 'never' ? issue.path?.at(-1)?.key : undefined;
	if (typeof unknownField === 'string') {
		return {
			expected: oneOf('a field that is known', known, unknownField),
			found: describeFound(unknownField)
		};
	}
	const found = LENGTHS.includes(issue.type)
		? String(Object(issue.input).length)
		: describeFound(issue.input);
	return { expected: expectedWords(issue), found };
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
	if (expected === null) return type.replaceAll('_', ' ');
	const choices = expected.replace(/^\((.*)\)$/, '$1').split(' | ');
	return choices.map((choice) => TYPES[choice] ?? choice).join(' or ');
}

/** The names of a schema's fields at a path, as far as it says them. */
export function knownFields(schema: unknown, path: readonly PropertyKey[]): string[] {
	const here = unwrap(schema);
	const entries = Object(here.entries) as Record<PropertyKey, unknown>;
	const [key, ...rest] = path;
	if (key === undefined) return Object.keys(entries);
	return knownFields(here.item ?? entries[key], rest);
}

interface Walked {
	readonly entries?: unknown;
	readonly item?: unknown;
	readonly wrapped?: unknown;
}

/** The schema inside `v.optional(…)` and the like. */
function unwrap(schema: unknown): Walked {
	const walked = Object(schema) as Walked;
	return walked.wrapped === undefined ? walked : unwrap(walked.wrapped);
}
