/**
 * The optimiser's step and the running statistics as kernels of TensorFlow.js, each over all tensors of a
 * network at once: with an operation for each tensor, most of the time would go into starting them.
 */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { hostKernel, type HostKernel, type KernelCall } from './host-kernel.ts';
import * as names from './kernel-names.ts';

/** As `momentumStep` in `src/kernels/update.ts`. */
interface MomentumAttributes {
	readonly learningRate: number;
	readonly momentum: number;
	/** One for each weight. */
	readonly decays: readonly number[];
}

interface BlendAttributes {
	readonly sharesA: readonly number[];
	readonly sharesB: readonly number[];
}

const sizeOf = ({ shape }: TensorInfo) => shape.reduce((product, extent) => product * extent, 1);

/** The inputs `<names><index>`, which must be of one size. */
function alike(call: KernelCall<unknown>, inputs: readonly string[], index: number): TensorInfo[] {
	const found = inputs.map((name) => call.input(`${name}${index}`));
	const [size, ...others] = found.map(sizeOf);
	if (others.every((other) => other === size)) return found;
	const shapes = found.map(({ shape }) => shape.join(' × ')).join(' and ');
	throw new Error(`${inputs.join(', ')} ${index}: expected tensors of one shape, found ${shapes}.`);
}

const momentumStep = hostKernel<MomentumAttributes>(names.MOMENTUM_STEP, (call) => {
	const { host, attributes } = call;
	const { learningRate, momentum, decays } = attributes;
	const outputs = decays.map((decay, index) => {
		const [weight, gradient, velocity] = alike(call, ['weight', 'gradient', 'velocity'], index);
		const newWeight = host.output(weight!.shape);
		const newVelocity = host.output(velocity!.shape);
		host.kernels.momentumStep(
			host.pointer(weight!),
			host.pointer(gradient!),
			host.pointer(velocity!),
			newWeight.pointer,
			newVelocity.pointer,
			sizeOf(weight!),
			learningRate,
			momentum,
			decay
		);
		return { weight: newWeight.info, velocity: newVelocity.info };
	});
	return [...outputs.map(({ weight }) => weight), ...outputs.map(({ velocity }) => velocity)];
});

const blend = hostKernel<BlendAttributes>(names.BLEND, (call) => {
	const { host, attributes } = call;
	return attributes.sharesA.map((shareA, index) => {
		const [a, b] = alike(call, ['a', 'b'], index);
		const blended = host.output(a!.shape);
		const shareB = attributes.sharesB[index]!;
		host.kernels.blend(
			host.pointer(a!),
			host.pointer(b!),
			blended.pointer,
			sizeOf(a!),
			shareA,
			shareB
		);
		return blended.info;
	});
});

export const updateKernels: readonly HostKernel[] = [momentumStep, blend];
