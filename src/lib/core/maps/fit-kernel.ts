/**
 * The cheap operation that comes nearest to turning one feature map into another: a small depthwise
 * kernel and a bias, by least squares over all places of the map. With x the map and zeros around it,
 *
 *     y(i, j) ≈ Σ w(u, v) · x(i + u, j + v) + b.
 *
 * Each place gives one equation. The sum of squares is least where the normal equations
 * (XᵀX) w = Xᵀy hold; there are ten of them for nine taps and a bias.
 */
import { spreadOf } from './similar-maps.ts';

/** Sides of the kernel: 1 is a scale and a shift. */
export type FitSide = 1 | 3;

interface MapPlane {
	/** [rows, columns]. */
	readonly values: ArrayLike<number>;
	readonly columns: number;
}

export interface KernelFit {
	/** [side, side]. */
	readonly taps: Float64Array;
	readonly bias: number;
	/** What the kernel makes of the map, [rows, columns]. */
	readonly fitted: Float32Array;
	/** Target − fitted, [rows, columns]. */
	readonly difference: Float32Array;
	/** Spread of the difference as a share of the target's spread, from 0 to 1; NaN for a flat target. */
	readonly leftOver: number;
}

/** A pivot smaller than this share of what it began with comes from columns that depend on others. */
const DEPENDENT = 1e-10;

/** The kernel of that side, with zero padding, which takes `from` nearest to `to`. */
export function fitKernel(from: MapPlane, to: ArrayLike<number>, side: FitSide): KernelFit {
	const columnsOf = windows(from, side);
	const unknowns = columnsOf.length;
	const matrix = columnsOf.map((a) => Float64Array.from(columnsOf, (b) => product(a, b)));
	const weights = solveSymmetric(
		matrix,
		columnsOf.map((column) => product(column, to))
	);
	const fitted = new Float32Array(to.length);
	const difference = new Float32Array(to.length);
	for (let place = 0; place < to.length; place++) {
		let sum = 0;
		for (let index = 0; index < unknowns; index++) {
			sum += weights[index]! * columnsOf[index]![place]!;
		}
		fitted[place] = sum;
		difference[place] = to[place]! - sum;
	}
	const spread = spreadOf(to);
	return {
		taps: weights.slice(0, -1),
		bias: weights.at(-1)!,
		fitted,
		difference,
		leftOver: spread === 0 ? NaN : spreadOf(difference) / spread
	};
}

/** For each tap, what it reads at each place; last, the ones that stand for the bias. */
function windows({ values, columns }: MapPlane, side: number): Float64Array[] {
	const rows = values.length / columns;
	const reach = (side - 1) / 2;
	const read = Array.from({ length: side * side }, (_, tap) => {
		const [down, right] = [Math.floor(tap / side) - reach, (tap % side) - reach];
		return Float64Array.from({ length: values.length }, (_, place) => {
			const row = Math.floor(place / columns) + down;
			const column = (place % columns) + right;
			const isInside = row >= 0 && row < rows && column >= 0 && column < columns;
			return isInside ? values[row * columns + column]! : 0;
		});
	});
	return [...read, new Float64Array(values.length).fill(1)];
}

function product(a: ArrayLike<number>, b: ArrayLike<number>): number {
	let sum = 0;
	for (let place = 0; place < a.length; place++) sum += a[place]! * b[place]!;
	return sum;
}

/**
 * Solves a symmetric system without negative eigenvalues by elimination. An unknown that the others
 * already account for, as in a map that is flat, becomes 0.
 */
function solveSymmetric(matrix: readonly Float64Array[], right: readonly number[]): Float64Array {
	const rows = matrix.map((row, index) => Float64Array.of(...row, right[index]!));
	const size = rows.length;
	const isFree = matrix.map(() => false);
	for (let pivot = 0; pivot < size; pivot++) {
		const top = rows[pivot]!;
		isFree[pivot] = !(top[pivot]! > DEPENDENT * matrix[pivot]![pivot]!);
		if (isFree[pivot]) continue;
		for (const below of rows.slice(pivot + 1)) {
			const factor = below[pivot]! / top[pivot]!;
			for (let column = pivot; column <= size; column++) below[column]! -= factor * top[column]!;
		}
	}
	const solution = new Float64Array(size);
	for (let index = size - 1; index >= 0; index--) {
		if (isFree[index]) continue;
		const row = rows[index]!;
		let sum = row[size]!;
		for (let later = index + 1; later < size; later++) sum -= row[later]! * solution[later]!;
		solution[index] = sum / row[index]!;
	}
	return solution;
}
