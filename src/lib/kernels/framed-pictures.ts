/** Pictures one after another in a frame of zeros, in which no tap of a convolution leaves the picture. */
import type { backend_util, TensorInfo } from '@tensorflow/tfjs-core';
import { byteLength, type KernelHost } from './kernel-host.ts';

export interface Frame {
	readonly rows: number;
	readonly columns: number;
	/** Where the picture's first pixel lies. */
	readonly top: number;
	readonly left: number;
}

/** The frame of a convolution's input: exactly what its kernel passes over. */
export function inputFrame(geometry: backend_util.Conv2DInfo): Frame {
	const { outHeight, outWidth, strideHeight, strideWidth } = geometry;
	const { filterHeight, filterWidth, padInfo } = geometry;
	return {
		rows: (outHeight - 1) * strideHeight + filterHeight,
		columns: (outWidth - 1) * strideWidth + filterWidth,
		top: padInfo.top,
		left: padInfo.left
	};
}

/**
 * Calls `use` with each picture of `maps` [batch, rows, columns, channels] in its frame, which is the
 * same piece of memory every time.
 */
export function forEachFramed(
	host: KernelHost,
	maps: TensorInfo,
	frame: Frame,
	use: (framed: number, picture: number) => void
): void {
	const [batch, rows, columns, channels] = maps.shape as [number, number, number, number];
	const pictures = host.pointer(maps);
	const size = frame.rows * frame.columns * channels;
	host.scratch([size], (framed) => {
		// Once is enough: the pictures cover one another, the border stays.
		host.kernels.clear(framed, size);
		for (let picture = 0; picture < batch; picture++) {
			host.kernels.framePicture(
				pictures + byteLength(picture * rows * columns * channels),
				framed,
				rows,
				columns,
				channels,
				frame.rows,
				frame.columns,
				frame.top,
				frame.left
			);
			use(framed, picture);
		}
	});
}
