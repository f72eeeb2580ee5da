/** What a box looks like and is called, from its operation alone. */
import type { GraphNode, Operation } from '#lib/core/graph.ts';
import type { BoxLook, BoxRole } from './module-scene.ts';

/** The authors' converter names the fused convolution after the layer; it is the same convolution. */
export function drawnId({ name, operation }: GraphNode): string {
	return operation.kind === 'convolution' && name.endsWith('cheap_operation') ? `${name}.0` : name;
}

export function lookOf(operation: Operation): BoxLook {
	switch (operation.kind) {
		case 'convolution':
			return operation.groups > 1 || operation.kernel > 1 ? 'dw' : 'conv';
		case 'batch-norm':
		case 'scale-shift':
		case 'shift':
			return 'bn';
		case 'relu':
			return 'relu';
		case 'concat':
			return 'cat';
		case 'add':
			return 'add';
		default:
			return 'shortcut';
	}
}

export function roleOf({ name, operation }: GraphNode): BoxRole {
	switch (operation.kind) {
		case 'convolution':
			if (lookOf(operation) === 'conv') return 'convolution';
			if (name.endsWith('.kernel')) return 'identityDepthwise';
			return name.endsWith('cheap_operation') ? 'fusedDepthwise' : 'depthwise';
		case 'batch-norm':
			return 'batchNorm';
		case 'scale-shift':
			return 'scaleShift';
		case 'shift':
		case 'relu':
		case 'add':
		case 'concat':
			return operation.kind;
		default:
			return 'other';
	}
}
