/**
 * Depthwise convolution and its two gradients under TensorFlow.js's own names, for square kernels, equal
 * strides, no dilation and one output channel per input channel. Other forward cases stay with
 * TensorFlow.js; other gradients, which its wasm backend does not have at all, are refused.
 */
import {
	backend_util,
	DepthwiseConv2dNative,
	DepthwiseConv2dNativeBackpropFilter,
	DepthwiseConv2dNativeBackpropInput,
	FusedDepthwiseConv2D,
	type DepthwiseConv2dNativeAttrs,
	type DepthwiseConv2dNativeBackpropFilterAttrs,
	type DepthwiseConv2dNativeBackpropInputAttrs,
	type FusedDepthwiseConv2DAttrs,
	type TensorInfo
} from '@tensorflow/tfjs-core';
import { finishOf, NO_FINISH, type Finish } from './finish.ts';
import { forEachFramed, inputFrame, type Frame } from './framed-pictures.ts';
import { hostKernel, type KernelCall } from './host-kernel.ts';
import { byteLength, type KernelHost } from './kernel-host.ts';

type Shape4D = [number, number, number, number];
type Geometry = backend_util.Conv2DInfo;

function geometryOf(
	inputShape: readonly number[],
	filterShape: readonly number[],
	attributes: Omit<DepthwiseConv2dNativeAttrs, 'dataFormat'>
): Geometry {
	const { strides, dilations, pad, dimRoundingMode } = attributes;
	return backend_util.computeConv2DInfo(
		inputShape as Shape4D,
		filterShape as Shape4D,
		strides,
		dilations,
		pad,
		dimRoundingMode,
		true
	);
}

function isKnown(geometry: Geometry): boolean {
	return (
		geometry.filterHeight === geometry.filterWidth &&
		geometry.strideHeight === geometry.strideWidth &&
		geometry.dilationHeight === 1 &&
		geometry.dilationWidth === 1 &&
		geometry.outChannels === geometry.inChannels
	);
}

function refuseUnknown(name: string, geometry: Geometry): void {
	if (isKnown(geometry)) return;
	const { filterShape, strideHeight, strideWidth, dilationHeight, dilationWidth } = geometry;
	throw new Error(
		`${name}: expected a square kernel with equal strides, without dilation, one output per channel; ` +
			`found a kernel of ${filterShape.join(' × ')}, strides ${strideHeight} and ${strideWidth}, dilations ${dilationHeight} and ${dilationWidth}.`
	);
}

/** Convolves every picture of `maps` in its frame, [outRows, outColumns] results each. */
function convolve(
	host: KernelHost,
	maps: TensorInfo,
	kernel: number,
	out: number,
	frame: Frame,
	{ size, stride }: { readonly size: number; readonly stride: number },
	{ bias, least }: Finish = NO_FINISH
): void {
	const channels = maps.shape[3]!;
	const outRows = (frame.rows - size) / stride + 1;
	const outColumns = (frame.columns - size) / stride + 1;
	forEachFramed(host, maps, frame, (framed, picture) =>
		host.kernels.depthwise(
			framed,
			kernel,
			bias,
			out + byteLength(picture * outRows * outColumns * channels),
			channels,
			frame.columns,
			outRows,
			outColumns,
			size,
			stride,
			least
		)
	);
}

function forward(
	{ host, input, attributes }: KernelCall<DepthwiseConv2dNativeAttrs>,
	finish: Finish
): TensorInfo | null {
	const x = input('x');
	const filter = input('filter');
	const geometry = geometryOf(x.shape, filter.shape, attributes);
	if (attributes.dataFormat === 'NCHW' || !isKnown(geometry)) return null;
	const { outShape, filterHeight: size, strideHeight: stride } = geometry;
	const y = host.output(outShape);
	const kernel = host.pointer(filter);
	convolve(host, x, kernel, y.pointer, inputFrame(geometry), { size, stride }, finish);
	return y.info;
}

const depthwise = hostKernel<DepthwiseConv2dNativeAttrs>(DepthwiseConv2dNative, (call) =>
	forward(call, NO_FINISH)
);

/** For networks that only run. */
export const fusedDepthwise = hostKernel<FusedDepthwiseConv2DAttrs>(
	FusedDepthwiseConv2D,
	(call) => {
		const finish = finishOf(call);
		return finish && forward(call, finish);
	}
);

const depthwiseBackpropInput = hostKernel<DepthwiseConv2dNativeBackpropInputAttrs>(
	DepthwiseConv2dNativeBackpropInput,
	({ host, input, attributes }) => {
		const dy = input('dy');
		const filter = input('filter');
		const geometry = geometryOf(attributes.inputShape, filter.shape, attributes);
		refuseUnknown(DepthwiseConv2dNativeBackpropInput, geometry);
		const dx = host.output(geometry.inShape);
		if (isTurnable(geometry)) {
			convolveTurned(host, dy, host.pointer(filter), dx.pointer, geometry);
		} else {
			gatherInputGradient(host, dy, host.pointer(filter), dx.pointer, geometry);
		}
		return dx.info;
	}
);

/** Whether the gradient is itself a convolution: stride 1, and a kernel larger than its padding. */
function isTurnable({ strideHeight, filterHeight, padInfo }: Geometry): boolean {
	return strideHeight === 1 && padInfo.top < filterHeight && padInfo.left < filterHeight;
}

function convolveTurned(
	host: KernelHost,
	dy: TensorInfo,
	filter: number,
	dx: number,
	geometry: Geometry
): void {
	const { inHeight, inWidth, inChannels, filterHeight: size, padInfo } = geometry;
	const frame: Frame = {
		rows: inHeight + size - 1,
		columns: inWidth + size - 1,
		top: size - 1 - padInfo.top,
		left: size - 1 - padInfo.left
	};
	host.scratch([size * size * inChannels], (turned) => {
		host.kernels.turnKernel(filter, turned, inChannels, size);
		convolve(host, dy, turned, dx, frame, { size, stride: 1 });
	});
}

function gatherInputGradient(
	host: KernelHost,
	dy: TensorInfo,
	filter: number,
	dx: number,
	geometry: Geometry
): void {
	const { inHeight, inWidth, inChannels, outHeight, outWidth } = geometry;
	const { filterHeight: size, strideHeight: stride, padInfo } = geometry;
	// The furthest that a pixel looks back from its own place in dy, and past dy's last.
	const border = Math.floor((size - 1) / stride);
	const reach = (extent: number, pad: number) => Math.floor((extent - 1 + pad) / stride) + 1;
	const frame: Frame = {
		rows: border + Math.max(outHeight, reach(inHeight, padInfo.top)),
		columns: border + Math.max(outWidth, reach(inWidth, padInfo.left)),
		top: border,
		left: border
	};
	forEachFramed(host, dy, frame, (framed, picture) =>
		host.kernels.depthwiseInputGradient(
			framed,
			filter,
			dx + byteLength(picture * inHeight * inWidth * inChannels),
			inHeight,
			inWidth,
			inChannels,
			frame.columns,
			border,
			size,
			stride,
			padInfo.top,
			padInfo.left
		)
	);
}

const depthwiseBackpropFilter = hostKernel<DepthwiseConv2dNativeBackpropFilterAttrs>(
	DepthwiseConv2dNativeBackpropFilter,
	({ host, input, attributes }) => {
		const x = input('x');
		const dy = host.pointer(input('dy'));
		const geometry = geometryOf(x.shape, attributes.filterShape, attributes);
		refuseUnknown(DepthwiseConv2dNativeBackpropFilter, geometry);
		const { inChannels, outHeight, outWidth } = geometry;
		const { filterHeight: size, strideHeight: stride } = geometry;
		const frame = inputFrame(geometry);
		const dFilter = host.output(geometry.filterShape);
		host.kernels.clear(dFilter.pointer, size * size * inChannels);
		forEachFramed(host, x, frame, (framed, picture) =>
			host.kernels.addDepthwiseKernelGradient(
				framed,
				dy + byteLength(picture * outHeight * outWidth * inChannels),
				dFilter.pointer,
				inChannels,
				frame.columns,
				outHeight,
				outWidth,
				size,
				stride
			)
		);
		return dFilter.info;
	}
);

export const depthwiseKernels = [depthwise, depthwiseBackpropInput, depthwiseBackpropFilter];
