/** The nine values of a map under a 3×3 kernel, and their products with its taps. */
import type { Tensor } from '#lib/core/tensor.ts';

export interface Pixel {
	readonly row: number;
	readonly column: number;
}

interface KernelWindow {
	/** Zeros outside the map. */
	readonly patch: readonly number[];
	readonly products: readonly number[];
}

/**
 * @param map [rows, columns]
 * @param kernel nine taps, row by row; its centre lies on `pixel`
 */
export function windowAt(
	{ shape: [rows = 0, columns = 0], data }: Tensor,
	kernel: ArrayLike<number>,
	pixel: Pixel
): KernelWindow {
	const patch = Array.from({ length: 9 }, (_, tap) => {
		const row = pixel.row + Math.floor(tap / 3) - 1;
		const column = pixel.column + (tap % 3) - 1;
		const inside = row >= 0 && row < rows && column >= 0 && column < columns;
		return inside ? data[row * columns + column]! : 0;
	});
	return { patch, products: patch.map((value, tap) => value * kernel[tap]!) };
}
