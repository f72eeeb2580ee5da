import { fuseModule } from '#lib/core/fold/fold-network.ts';
import { batchNormOf, fuseBatchNorm, tensorOf } from '#lib/core/fold/fold.ts';
import type { Tensor } from '#lib/core/tensor.ts';
import { TOY_STATE } from '#lib/core/fold/toy-module.ts';
import type { Norm, Props } from './props.ts';

function normOf(name: string): Norm {
	const { gamma, beta, mean, variance } = batchNormOf(TOY_STATE, name);
	return { gamma: gamma.data, beta: beta.data, mean: mean.data, variance: variance.data };
}

const plain = ({ shape, data }: Tensor) => ({ shape: [...shape], data });
const toy = (key: string) => plain(tensorOf(TOY_STATE, key));

/** Waves of a kernel's own, above and below zero. */
function waves(...shape: number[]) {
	const length = shape.reduce((product, extent) => product * extent, 1);
	const taps = length / shape[0]!;
	const data = Float32Array.from({ length }, (_, index) => {
		const kernel = Math.floor(index / taps);
		return Math.sin(index * 0.7 + kernel) / (1 + (kernel % 5));
	});
	return { shape, data };
}

const depthwise = fuseModule(TOY_STATE, { name: '', branch: 'bn' });
const pointwise = fuseBatchNorm(
	tensorOf(TOY_STATE, 'primary_conv.0.weight'),
	undefined,
	batchNormOf(TOY_STATE, 'primary_conv.1')
);

const alone = (kernel: Props['folded'] & object) =>
	({ form: 'folded', trained: null, folded: kernel }) as const;

export const examples: Readonly<Record<string, Props>> = {
	'a depthwise convolution and its branch': {
		form: 'training-time',
		trained: {
			kernel: toy('cheap_operation.0.weight'),
			bias: null,
			norm: normOf('cheap_operation.1'),
			branches: [normOf('fusion_bn.0')]
		},
		folded: { kernel: plain(depthwise.kernel), bias: depthwise.bias.data }
	},
	'a 1×1 convolution': {
		form: 'training-time',
		trained: {
			kernel: toy('primary_conv.0.weight'),
			bias: null,
			norm: normOf('primary_conv.1'),
			branches: []
		},
		folded: { kernel: plain(pointwise.kernel), bias: pointwise.bias.data }
	},
	'the first convolution, three planes each': alone({
		kernel: waves(16, 3, 3, 3),
		bias: waves(16).data
	}),
	'a large matrix': alone({ kernel: waves(40, 24, 1, 1), bias: waves(40).data }),
	'many kernels, in pages': alone({ kernel: waves(150, 1, 5, 5), bias: waves(150).data })
};
