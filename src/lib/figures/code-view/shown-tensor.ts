/** A tensor of the kernel as channels of rows and columns, for the view that draws it. */
import type { TensorEvent } from '#lib/kernel/client.ts';

interface ShownTensor {
	/** Channels, rows, columns; empty when nothing of it was sent. */
	readonly values: number[][][];
	/** Whether there are more maps than that. */
	readonly cut: boolean;
}

/**
 * The last two axes are rows and columns; all before them count channels. A single axis is one row.
 */
export function toShown({ shape, values }: TensorEvent): ShownTensor {
	const [rows, columns] = shape.length === 1 ? [1, shape[0]!] : [shape.at(-2)!, shape.at(-1)!];
	const size = rows * columns;
	const numbers = values.map(Number);
	const channels = size === 0 ? 0 : Math.floor(numbers.length / size);
	const total = shape.reduce((product, length) => product * length, 1);
	return {
		cut: channels * size < total,
		values: Array.from({ length: channels }, (_, channel) =>
			Array.from({ length: rows }, (_, row) => {
				const start = channel * size + row * columns;
				return numbers.slice(start, start + columns);
			})
		)
	};
}
