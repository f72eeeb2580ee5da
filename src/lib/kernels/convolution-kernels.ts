/**
 * Dense convolutions and their gradients under TensorFlow.js's own names.
 *
 * A 1×1 convolution is a product of matrices, [N·H·W, in] · [in, out], and so are its two gradients. The
 * gradient of a larger kernel is the same product over the patches that the kernel looked at, one
 * picture after another. Everything else stays with TensorFlow.js.
 */
import {
	backend_util,
	Conv2D,
	Conv2DBackpropFilter,
	Conv2DBackpropInput,
	FusedConv2D,
	type Conv2DAttrs,
	type Conv2DBackpropFilterAttrs,
	type Conv2DBackpropInputAttrs,
	type FusedConv2DAttrs,
	type TensorInfo
} from '@tensorflow/tfjs-core';
import { finishOf, NO_FINISH, type Finish } from './finish.ts';
import { forEachFramed, inputFrame } from './framed-pictures.ts';
import { hostKernel, type KernelCall } from './host-kernel.ts';
import { byteLength } from './kernel-host.ts';

type Shape4D = [number, number, number, number];
type Geometry = backend_util.Conv2DInfo;

function geometryOf(
	inputShape: readonly number[],
	filterShape: readonly number[],
	attributes: Conv2DBackpropFilterAttrs | Conv2DBackpropInputAttrs | Conv2DAttrs
): Geometry {
	const { strides, pad, dimRoundingMode, dataFormat } = attributes;
	return backend_util.computeConv2DInfo(
		inputShape as Shape4D,
		filterShape as Shape4D,
		strides,
		'dilations' in attributes ? attributes.dilations : 1,
		pad,
		dimRoundingMode,
		false,
		backend_util.convertConv2DDataFormat(dataFormat)
	);
}

/** Whether each output pixel sees one input pixel, its own. */
function isPointwise(geometry: Geometry): boolean {
	const { filterHeight, filterWidth, strideHeight, strideWidth, padInfo, dataFormat } = geometry;
	const { top, bottom, left, right } = padInfo;
	return (
		dataFormat === 'channelsLast' &&
		[filterHeight, filterWidth, strideHeight, strideWidth].every((extent) => extent === 1) &&
		[top, bottom, left, right].every((extent) => extent === 0)
	);
}

/** Pixels of all pictures together. */
function pixels([batch, rows, columns]: readonly number[]): number {
	return batch! * rows! * columns!;
}

/** y[p, o] = Σ x[p, i] · W[i, o], and what follows it; null for other kernels than 1×1. */
function convolve(
	{ host, input, attributes }: KernelCall<Conv2DAttrs>,
	{ bias, least }: Finish
): TensorInfo | null {
	const x = input('x');
	const filter = input('filter');
	const geometry = geometryOf(x.shape, filter.shape, attributes);
	if (!isPointwise(geometry)) return null;
	const { outShape, inChannels, outChannels } = geometry;
	const y = host.output(outShape);
	host.kernels.matMul(
		host.pointer(x),
		host.pointer(filter),
		bias,
		y.pointer,
		pixels(x.shape),
		inChannels,
		outChannels,
		least
	);
	return y.info;
}

const conv2D = hostKernel<Conv2DAttrs>(Conv2D, (call) => convolve(call, NO_FINISH));

/** For networks that only run. */
export const fusedConv2D = hostKernel<FusedConv2DAttrs>(FusedConv2D, (call) => {
	const finish = finishOf(call);
	return finish && convolve(call, finish);
});

/** dx[p, i] = Σ dy[p, o] · W[i, o]. */
const conv2DBackpropInput = hostKernel<Conv2DBackpropInputAttrs>(
	Conv2DBackpropInput,
	({ host, input, attributes }) => {
		const dy = input('dy');
		const filter = input('filter');
		const geometry = geometryOf(attributes.inputShape, filter.shape, attributes);
		if (!isPointwise(geometry)) return null;
		const { inShape, inChannels, outChannels } = geometry;
		const dx = host.output(inShape);
		const count = pixels(dy.shape);
		host.scratch([inChannels * outChannels], (turned) => {
			host.kernels.transpose(host.pointer(filter), turned, inChannels, outChannels);
			host.kernels.matMul(
				host.pointer(dy),
				turned,
				NO_FINISH.bias,
				dx.pointer,
				count,
				outChannels,
				inChannels,
				NO_FINISH.least
			);
		});
		return dx.info;
	}
);

/** dW[i, o] = Σ x[p, i] · dy[p, o] over all pixels p; for larger kernels over all patches. */
const conv2DBackpropFilter = hostKernel<Conv2DBackpropFilterAttrs>(Conv2DBackpropFilter, (call) => {
	const { host, input, attributes } = call;
	const x = input('x');
	const geometry = geometryOf(x.shape, attributes.filterShape, attributes);
	if (geometry.dataFormat !== 'channelsLast') {
		throw new Error('Conv2DBackpropFilter: expected maps as NHWC, found NCHW.');
	}
	const dFilter = host.output(geometry.filterShape);
	const size = geometry.filterShape.reduce((product, extent) => product * extent, 1);
	host.kernels.clear(dFilter.pointer, size);
	if (isPointwise(geometry)) {
		const { inChannels, outChannels } = geometry;
		host.kernels.addMatMulTransposed(
			host.pointer(x),
			host.pointer(input('dy')),
			dFilter.pointer,
			pixels(x.shape),
			inChannels,
			outChannels
		);
	} else {
		addOverPatches(call, geometry, dFilter.pointer);
	}
	return dFilter.info;
});

function addOverPatches(
	{ host, input }: KernelCall<unknown>,
	geometry: Geometry,
	dFilter: number
): void {
	const { inChannels, outHeight, outWidth, outChannels } = geometry;
	const { filterHeight, filterWidth, strideHeight, strideWidth } = geometry;
	const dy = host.pointer(input('dy'));
	const outPixels = outHeight * outWidth;
	const taps = filterHeight * filterWidth * inChannels;
	const frame = inputFrame(geometry);
	host.scratch([outPixels * taps], (patches) =>
		forEachFramed(host, input('x'), frame, (framed, picture) => {
			host.kernels.gatherPatches(
				framed,
				patches,
				inChannels,
				frame.columns,
				filterHeight,
				filterWidth,
				outHeight,
				outWidth,
				strideHeight,
				strideWidth
			);
			const dyPicture = dy + byteLength(picture * outPixels * outChannels);
			host.kernels.addMatMulTransposed(patches, dyPicture, dFilter, outPixels, taps, outChannels);
		})
	);
}

export const convolutionKernels = [conv2D, conv2DBackpropInput, conv2DBackpropFilter];
