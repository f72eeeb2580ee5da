/**
 * Functions that a reader writes, and how they are checked: by what must hold of their result for
 * random numbers, not by comparing with one right text. A wrong result that a known mistake would give
 * is told by that mistake's name.
 */

/** What a function takes and gives: numbers, lists of them, and objects of these. */
export type Plain = number | readonly Plain[] | { readonly [name: string]: Plain };

export interface CodeTask {
	/** The function's name. */
	readonly name: string;
	/** What the reader begins with. */
	readonly start: string;
	/** A right answer. */
	readonly solution: string;
	/** Arguments of calls, from a seed. */
	calls(seed: number): readonly (readonly Plain[])[];
	/** Whether a result of a call has the property that is asked for; results are outside input. */
	holds(args: readonly Plain[], result: unknown): boolean;
	/** What each known mistake would give, by its name. */
	readonly mistakes: Readonly<Record<string, (args: readonly Plain[]) => Plain>>;
}

/** `right`, the name of a mistake, or `other`. */
export type Outcome = string;

const TOLERANCE = 1e-6;

/**
 * What the results of the calls say.
 * @param results in the order of the calls
 */
export function judgeResults(
	task: CodeTask,
	calls: readonly (readonly Plain[])[],
	results: readonly unknown[]
): Outcome {
	if (results.length !== calls.length) return 'other';
	if (calls.every((args, index) => task.holds(args, results[index]))) return 'right';
	const mistake = Object.entries(task.mistakes).find(([, make]) =>
		calls.every((args, index) => isAlike(make(args), results[index]))
	);
	return mistake?.[0] ?? 'other';
}

/** Whether a value has the same parts, each number up to rounding. */
export function isAlike(expected: Plain, found: unknown): boolean {
	if (typeof expected === 'number') {
		if (typeof found !== 'number') return false;
		return Math.abs(found - expected) <= TOLERANCE * Math.max(1, Math.abs(expected));
	}
	if (Array.isArray(expected)) {
		return (
			Array.isArray(found) &&
			found.length === expected.length &&
			expected.every((part: Plain, index) => isAlike(part, found[index]))
		);
	}
	if (typeof found !== 'object' || found === null) return false;
	return Object.entries(expected).every(([name, part]: [string, Plain]) => {
		return Object.hasOwn(found, name) && isAlike(part, Reflect.get(found, name));
	});
}
