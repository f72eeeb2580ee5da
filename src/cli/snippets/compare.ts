/** Holds the tensors that a snippet has made against those it should have made. */
import { formatShape, largestDifference, type Tensor } from '#lib/core/tensor.ts';

/** Of a value near 1; larger tensors may be off by as many times their largest value. */
const TOLERANCE = 1e-6;

interface Comparison {
	readonly name: string;
	/** Largest |found − expected|; NaN when there is nothing to subtract. */
	readonly difference: number;
	readonly allowed: number;
	/** What is wrong, in words; null when it is right. */
	readonly fault: string | null;
}

/** One line for each name in `expected`. */
export function compareResults(
	found: Readonly<Record<string, Tensor>>,
	expected: Readonly<Record<string, Tensor>>
): Comparison[] {
	return Object.entries(expected).map(([name, want]) => compareTensor(name, found[name], want));
}

function compareTensor(name: string, found: Tensor | undefined, want: Tensor): Comparison {
	const largest = want.data.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
	const allowed = TOLERANCE * largest;
	const wrong = (fault: string): Comparison => ({ name, difference: NaN, allowed, fault });
	if (found === undefined) return wrong('is missing');
	if (found.data.length !== want.data.length || !sameExtents(found.shape, want.shape)) {
		return wrong(`expected ${formatShape(want.shape)}, found ${formatShape(found.shape)}`);
	}
	const difference = largestDifference({ ...found, shape: want.shape }, want);
	// A NaN is never within the tolerance.
	const fault = difference <= allowed ? null : `differs by ${difference.toExponential(1)}`;
	return { name, difference, allowed, fault };
}

/** Extents of 1 aside: a row is [1, 1, 3] in one library and [1, 3, 1] in the other. */
function sameExtents(a: readonly number[], b: readonly number[]): boolean {
	const wide = (shape: readonly number[]) => shape.filter((extent) => extent !== 1).join();
	return wide(a) === wide(b);
}
