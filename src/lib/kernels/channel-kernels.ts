/**
 * The pool and the scale of squeeze-excite and the join of a Ghost module, with their gradients, as
 * kernels of TensorFlow.js, which would compose them of broadcasts, sums and slices.
 */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { hostKernel, type HostKernel } from './host-kernel.ts';
import { byteLength } from './kernel-host.ts';
import * as names from './kernel-names.ts';

/** Maps picture by picture: how many, and the pixels and channels of each. */
function picturesOf(shape: readonly number[]): {
	readonly batch: number;
	readonly pixels: number;
	readonly channels: number;
} {
	const [batch, rows, columns, channels] = shape as [number, number, number, number];
	return { batch, pixels: rows * columns, channels };
}

const averageChannels = hostKernel(names.AVERAGE_CHANNELS, ({ host, input }) => {
	const x = input('x');
	const { batch, pixels, channels } = picturesOf(x.shape);
	const y = host.output([batch, 1, 1, channels]);
	for (let picture = 0; picture < batch; picture++) {
		host.kernels.averageChannels(
			host.pointer(x) + byteLength(picture * pixels * channels),
			y.pointer + byteLength(picture * channels),
			pixels,
			channels
		);
	}
	return y.info;
});

const averageChannelsGradient = hostKernel<{ readonly inputShape: readonly number[] }>(
	names.AVERAGE_CHANNELS_GRADIENT,
	({ host, input, attributes }) => {
		const { batch, pixels, channels } = picturesOf(attributes.inputShape);
		const dx = host.output(attributes.inputShape);
		for (let picture = 0; picture < batch; picture++) {
			host.kernels.spreadChannels(
				host.pointer(input('dy')) + byteLength(picture * channels),
				1 / pixels,
				dx.pointer + byteLength(picture * pixels * channels),
				pixels,
				channels
			);
		}
		return dx.info;
	}
);

const scaleChannels = hostKernel(names.SCALE_CHANNELS, ({ host, input }) => {
	const x = input('x');
	const { batch, pixels, channels } = picturesOf(x.shape);
	const y = host.output(x.shape);
	for (let picture = 0; picture < batch; picture++) {
		const start = byteLength(picture * pixels * channels);
		host.kernels.scaleChannels(
			host.pointer(x) + start,
			host.pointer(input('factors')) + byteLength(picture * channels),
			y.pointer + start,
			pixels,
			channels
		);
	}
	return y.info;
});

const scaleChannelsGradient = hostKernel(names.SCALE_CHANNELS_GRADIENT, ({ host, input }) => {
	const x = input('x');
	const factors = input('factors');
	const { batch, pixels, channels } = picturesOf(x.shape);
	const dx = host.output(x.shape);
	const dFactors = host.output(factors.shape);
	for (let picture = 0; picture < batch; picture++) {
		const start = byteLength(picture * pixels * channels);
		const factor = byteLength(picture * channels);
		const dy = host.pointer(input('dy')) + start;
		const scale = host.pointer(factors) + factor;
		host.kernels.scaleChannels(dy, scale, dx.pointer + start, pixels, channels);
		host.kernels.dotChannels(
			dy,
			host.pointer(x) + start,
			dFactors.pointer + factor,
			pixels,
			channels
		);
	}
	return [dx.info, dFactors.info];
});

const pixelsOf = ({ shape }: TensorInfo) => shape[0]! * shape[1]! * shape[2]!;

const joinChannels = hostKernel<{ readonly channels: number }>(
	names.JOIN_CHANNELS,
	({ host, input, attributes }) => {
		const a = input('a');
		const b = input('b');
		const { channels } = attributes;
		const channelsA = a.shape[3]!;
		const channelsB = b.shape[3]!;
		const y = host.output([...a.shape.slice(0, 3), channels]);
		const pixels = pixelsOf(a);
		host.kernels.copyChannels(
			host.pointer(a),
			channelsA,
			0,
			y.pointer,
			channels,
			0,
			channelsA,
			pixels
		);
		host.kernels.copyChannels(
			host.pointer(b),
			channelsB,
			0,
			y.pointer,
			channels,
			channelsA,
			channels - channelsA,
			pixels
		);
		return y.info;
	}
);

const joinChannelsGradient = hostKernel<{
	readonly channelsA: number;
	readonly channelsB: number;
}>(names.JOIN_CHANNELS_GRADIENT, ({ host, input, attributes }) => {
	const dy = input('dy');
	const { channelsA, channelsB } = attributes;
	const pixels = pixelsOf(dy);
	const channels = dy.shape[3]!;
	const kept = channels - channelsA;
	const da = host.output([...dy.shape.slice(0, 3), channelsA]);
	const db = host.output([...dy.shape.slice(0, 3), channelsB]);
	// Channels that were cut off had no part in the loss.
	if (kept < channelsB) host.kernels.clear(db.pointer, pixels * channelsB);
	const source = host.pointer(dy);
	host.kernels.copyChannels(source, channels, 0, da.pointer, channelsA, 0, channelsA, pixels);
	host.kernels.copyChannels(source, channels, channelsA, db.pointer, channelsB, 0, kept, pixels);
	return [da.info, db.info];
});

export const channelKernels: readonly HostKernel[] = [
	averageChannels,
	averageChannelsGradient,
	scaleChannels,
	scaleChannelsGradient,
	joinChannels,
	joinChannelsGradient
];
