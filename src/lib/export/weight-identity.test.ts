import { describe, expect, test } from 'vitest';
import {
	createArchitecture,
	PUBLISHED_WIDTHS,
	type Architecture
} from '#lib/core/network/architecture.ts';
import type { Branch, Form } from '#lib/core/graph.ts';
import {
	headerOf,
	networkEntries,
	SMALL_ARCHITECTURE
} from '../../../tests/support/weight-files.ts';
import type { TensorEntry } from './safetensors-header.ts';
import { weightMetadata } from './weight-config.ts';
import { WeightFileError } from './weight-file-error.ts';
import { identifyNetwork } from './weight-identity.ts';

const FORMS: readonly Form[] = ['training-time', 'deploy', 'folded'];
const half = createArchitecture('repghostnet', { width: 0.5 });
const float = (...shape: number[]): TensorEntry => ({ dtype: 'F32', shape, begin: 0, end: 0 });
const counter: TensorEntry = { dtype: 'I64', shape: [], begin: 0, end: 8 };

/** A published network's entries after `change`, identified without configuration. */
function identifyChanged(
	change: (entries: Map<string, TensorEntry>) => void,
	{
		form = 'training-time' as Form,
		architecture = half,
		branch = undefined as Branch | undefined
	} = {}
) {
	const entries = networkEntries(architecture, form);
	change(entries);
	return identifyNetwork(headerOf(entries), { branch });
}

describe('files without configuration', () => {
	const published = (['repghostnet', 'ghostnet'] as const).flatMap((family) =>
		PUBLISHED_WIDTHS[family].flatMap((width) => FORMS.map((form) => ({ family, width, form })))
	);
	test.each(published)('$family $width in $form form', ({ family, width, form }) => {
		const architecture = createArchitecture(family, { width, classes: 10 });
		const found = identifyNetwork(headerOf(networkEntries(architecture, form)));
		expect(found.architecture).toEqual(architecture);
		// A Ghost network has no branches to remove: its deploy form is its training-time form.
		expect(found.form).toBe(family === 'ghostnet' && form === 'deploy' ? 'training-time' : form);
		expect(found.branchIsAGuess).toBe(false);
		expect(found.labels).toBeNull();
	});

	test.each([0.05, 0.35, 0.72, 1.77, 2.6, 4])('a width never published: %d', (width) => {
		const architecture = createArchitecture('repghostnet', { width, classes: 7 });
		const { architecture: found, tensors } = identifyNetwork(
			headerOf(networkEntries(architecture, 'folded'))
		);
		// Widths with the same rounded channels are the same network.
		expect(Math.abs(found.width - width)).toBeLessThan(0.05);
		expect(tensors.map(({ parameter }) => parameter.shape)).toEqual(
			[...networkEntries(architecture, 'folded').values()].map(({ shape }) => shape)
		);
	});

	test('where several widths fit, a published one is named', () => {
		const entries = [...networkEntries(createArchitecture('repghostnet'), 'training-time')];
		const first = new Map(entries.filter(([key]) => key.startsWith('blocks.0.0.')));
		expect(() => identifyNetwork(headerOf(first))).toThrow(
			'Tensor "conv_stem.weight": expected 16 × 3 × 3 × 3 for RepGhostNet 1.0×, training-time, found no such tensor.'
		);
	});

	test('a custom table is not guessed', () => {
		expect(() =>
			identifyNetwork(headerOf(networkEntries(SMALL_ARCHITECTURE, 'training-time')))
		).toThrow(WeightFileError);
	});
});

describe('names', () => {
	test.each([
		...['module.', 'state_dict.', 'state_dict_ema.', 'state_dict.module.', '_orig_mod.'],
		...['model.', 'backbone.', 'ema.module.', 'module._orig_mod.', 'encoder.model.']
	])('the prefix %s is taken off', (prefix) => {
		const entries = networkEntries(half, 'training-time', (key) => prefix + key);
		const { architecture, tensors } = identifyNetwork(headerOf(entries));
		expect(architecture).toEqual(half);
		expect(tensors[0]!.parameter.key).toBe('conv_stem.weight');
		expect(tensors[0]!.fileName).toBe(`${prefix}conv_stem.weight`);
	});

	test('a prefix on some names only is refused', () => {
		const entries = networkEntries(half, 'training-time', (key) =>
			key === 'conv_head.bias' ? key : `module.${key}`
		);
		expect(() => identifyNetwork(headerOf(entries))).toThrow(
			'Tensor "conv_head.bias": expected the prefix "module.", as "module.conv_stem.weight" has it, found none.'
		);
	});

	test('a checkpoint with weights and averaged weights is refused', () => {
		const entries = new Map([
			...networkEntries(half, 'training-time', (key) => `state_dict.${key}`),
			...networkEntries(half, 'training-time', (key) => `state_dict_ema.${key}`)
		]);
		expect(() => identifyNetwork(headerOf(entries))).toThrow(
			'The file holds two sets of weights, under "state_dict." and under "state_dict_ema.": expected one; save only the one that you want.'
		);
	});

	test('a name of 100,000 prefixes is refused at once', () => {
		const name = 'module.'.repeat(100_000);
		const started = performance.now();
		expect(() => identifyNetwork(headerOf(new Map([[name, float(1)]])))).toThrow(
			'This is another network'
		);
		expect(performance.now() - started).toBeLessThan(2000);
	});

	test('counters of batch norms are ignored, and nothing else is', () => {
		const withCounter = (name: string, entry: TensorEntry) => () =>
			identifyChanged((entries) => entries.set(name, entry));
		const { tensors } = withCounter('bn1.num_batches_tracked', counter)();
		expect(tensors.map(({ fileName }) => fileName)).not.toContain('bn1.num_batches_tracked');
		expect(withCounter('bn1.num_batches_tracked', float(1))).toThrow(
			'Tensor "bn1.num_batches_tracked": expected the type I64, found F32.'
		);
		expect(withCounter('bn9.num_batches_tracked', counter)).toThrow(
			'Tensor "bn9.num_batches_tracked": expected only the tensors of RepGhostNet 0.5×, training-time, found this one beside them.'
		);
	});
});

describe('tensors that do not fit', () => {
	test.each<[string, (entries: Map<string, TensorEntry>) => void, string]>([
		[
			'missing',
			(entries) => entries.delete('blocks.3.0.se.conv_reduce.weight'),
			'Tensor "blocks.3.0.se.conv_reduce.weight": expected 8 × 20 × 1 × 1 for RepGhostNet 0.5×, training-time, found no such tensor.'
		],
		[
			'several missing: the first in running order is named',
			(entries) =>
				['classifier.bias', 'bn1.bias', 'conv_head.weight'].map((key) => entries.delete(key)),
			'Tensor "bn1.bias": expected 8 for RepGhostNet 0.5×, training-time, found no such tensor.'
		],
		[
			'no classifier',
			(entries) => ['classifier.weight', 'classifier.bias'].map((key) => entries.delete(key)),
			'Tensor "classifier.weight": expected 1000 × 1280 for RepGhostNet 0.5×, training-time, found no such tensor; it may have been saved with num_classes=0.'
		],
		[
			'extra',
			(entries) => entries.set('bn1.scale', float(8)),
			'Tensor "bn1.scale": expected only the tensors of RepGhostNet 0.5×, training-time, found this one beside them.'
		],
		[
			'extra, with a name that leads out of a folder',
			(entries) => entries.set('../../weights', float(8)),
			'Tensor "../../weights": expected only the tensors of RepGhostNet 0.5×, training-time, found this one beside them.'
		],
		[
			'renamed',
			(entries) => entries.set('bn1.gamma', float(8)) && entries.delete('bn1.weight'),
			'Tensor "bn1.weight": expected 8 for RepGhostNet 0.5×, training-time, found no such tensor, but "bn1.gamma", which is not in it.'
		],
		[
			'wrong shape',
			(entries) => entries.set('conv_stem.weight', float(8, 3, 5, 5)),
			'Tensor "conv_stem.weight": expected the shape 8 × 3 × 3 × 3 for RepGhostNet 0.5×, training-time, found 8 × 3 × 5 × 5.'
		],
		[
			'wrong channels in one tensor leave the width as it is',
			(entries) => entries.set('conv_stem.weight', float(16, 3, 3, 3)),
			'Tensor "conv_stem.weight": expected the shape 8 × 3 × 3 × 3 for RepGhostNet 0.5×, training-time, found 16 × 3 × 3 × 3.'
		],
		[
			'one value in place of eight',
			(entries) => entries.set('bn1.bias', float()),
			'Tensor "bn1.bias": expected the shape 8 for RepGhostNet 0.5×, training-time, found a single number.'
		],
		[
			'wrong type',
			(entries) => entries.set('bn1.bias', { ...float(8), dtype: 'F64' }),
			'Tensor "bn1.bias": expected the type F32, F16, BF16, found F64.'
		],
		[
			'too many classes',
			(entries) => entries.set('classifier.weight', float(100_001, 1280)),
			'Tensor "classifier.weight": expected at most 100000 classes, found 100001.'
		]
	])('%s', (_name, change, message) => {
		expect(() => identifyChanged(change)).toThrow(new WeightFileError(message));
	});

	test('the name of a prefixed tensor is shown as the file has it', () => {
		const entries = networkEntries(half, 'training-time', (key) => `module.${key}`);
		entries.set('module.bn1.bias', float(9));
		expect(() => identifyNetwork(headerOf(entries))).toThrow('Tensor "module.bn1.bias": expected');
	});
});

describe('half-folded files', () => {
	const removeBatchNorm = (entries: Map<string, TensorEntry>, name: string) => {
		for (const role of ['weight', 'bias', 'running_mean', 'running_var']) {
			entries.delete(`${name}.${role}`);
		}
	};
	test.each<[string, Form, Architecture, (entries: Map<string, TensorEntry>) => void, string]>([
		[
			'one module folded',
			'training-time',
			half,
			(entries) => {
				for (const key of [...entries.keys()]) {
					if (/^blocks\.0\.0\.ghost2\.(cheap|fusion)/.test(key)) entries.delete(key);
				}
				entries.set('blocks.0.0.ghost2.cheap_operation.weight', float(8, 1, 3, 3));
				entries.set('blocks.0.0.ghost2.cheap_operation.bias', float(8));
			},
			'The file is half folded: module "blocks.0.0.ghost1": expected "cheap_operation.weight", as "blocks.0.0.ghost2" has it, found "cheap_operation.0.weight".'
		],
		[
			'one batch norm folded',
			'deploy',
			half,
			(entries) => {
				removeBatchNorm(entries, 'blocks.1.0.bn_dw');
				entries.set('blocks.1.0.conv_dw.bias', float(12));
			},
			'The file is half folded: convolution "blocks.1.0.conv_dw": expected its batch norm, as "bn1" is there, found a bias in its place.'
		],
		[
			'one batch norm left',
			'folded',
			half,
			(entries) => {
				for (const role of ['weight', 'bias', 'running_mean', 'running_var']) {
					entries.set(`bn1.${role}`, float(8));
				}
				entries.delete('conv_stem.bias');
			},
			'The file is half folded: convolution "blocks.0.0.ghost1.primary_conv.0": expected its batch norm, as "bn1" is there, found a bias in its place.'
		],
		[
			'everything but the branches folded',
			'folded',
			half,
			(entries) => {
				for (const key of [...entries.keys()]) {
					if (!key.includes('.cheap_operation.')) continue;
					const channels = entries.get(key)!.shape[0]!;
					if (key.endsWith('weight')) {
						entries.set(key.replace('.weight', '.0.weight'), float(channels, 1, 3, 3));
					}
					entries.delete(key);
				}
			},
			'The file is half folded: module "blocks.0.0.ghost1": expected "cheap_operation.weight", as every other batch norm is folded, found "cheap_operation.0.weight".'
		],
		[
			'one batch norm of a GhostNet folded',
			'training-time',
			createArchitecture('ghostnet', { width: 0.5 }),
			(entries) => {
				removeBatchNorm(entries, 'blocks.0.0.ghost1.cheap_operation.1');
				entries.set('blocks.0.0.ghost1.cheap_operation.0.bias', float(4));
			},
			'The file is half folded: convolution "blocks.0.0.ghost1.cheap_operation.0": expected its batch norm, as "bn1" is there, found a bias in its place.'
		],
		[
			'a batch norm gone without a trace is missing, not folded',
			'training-time',
			half,
			(entries) => removeBatchNorm(entries, 'bn1'),
			'Tensor "bn1.weight": expected 8 for RepGhostNet 0.5×, training-time, found no such tensor.'
		],
		[
			'the branch of one module gone',
			'training-time',
			half,
			(entries) => removeBatchNorm(entries, 'blocks.4.0.ghost2.fusion_bn.0'),
			'Tensor "blocks.4.0.ghost2.fusion_bn.0.weight": expected 20 for RepGhostNet 0.5×, training-time, found no such tensor.'
		]
	])('%s', (_name, form, architecture, change, message) => {
		expect(() => identifyChanged(change, { form, architecture })).toThrow(
			new WeightFileError(message)
		);
	});
});

describe('branches', () => {
	const bare = createArchitecture('repghostnet', { width: 0.5, branch: 'none' });
	const identify = (architecture: Architecture, form: Form, branch?: Branch) =>
		identifyNetwork(headerOf(networkEntries(architecture, form)), { branch });

	test('without fusion_bn: none, and said to be a guess', () => {
		const { architecture, branchIsAGuess, form } = identify(bare, 'training-time');
		expect({ branch: architecture.branch, branchIsAGuess, form }).toEqual({
			branch: 'none',
			branchIsAGuess: true,
			form: 'training-time'
		});
	});

	test.each([
		[bare, 'training-time', 'none'],
		[bare, 'training-time', 'identity'],
		[half, 'training-time', 'bn'],
		[half, 'training-time', 'both'],
		[half, 'deploy', 'identity'],
		[half, 'folded', 'none']
	] as const)('the option settles it: %#', (architecture, form, branch) => {
		const found = identify(architecture, form, branch);
		expect(found.architecture.branch).toBe(branch);
		expect(found.branchIsAGuess).toBe(false);
	});

	test.each([
		[bare, 'training-time', 'bn', 'expected none or identity from the names'],
		[bare, 'training-time', 'both', 'expected none or identity from the names'],
		[half, 'training-time', 'none', 'expected bn or both from the names'],
		[half, 'training-time', 'identity', 'expected bn or both from the names'],
		[half, 'deploy', 'none', 'expected bn or identity or both from the names'],
		[createArchitecture('ghostnet'), 'training-time', 'bn', 'expected none from the names']
	] as const)(
		'an option against the file is refused: %#',
		(architecture, form, branch, message) => {
			expect(() => identify(architecture, form, branch)).toThrow(WeightFileError);
			expect(() => identify(architecture, form, branch)).toThrow(`Branch: ${message}`);
			expect(() => identify(architecture, form, branch)).toThrow(`found ${branch} in the option.`);
		}
	);

	test.each(['bn', 'identity', 'both', 'none'] as const)('the configuration says %s', (branch) => {
		const architecture = { ...SMALL_ARCHITECTURE, branch };
		for (const form of FORMS) {
			const header = headerOf(
				networkEntries(architecture, form),
				weightMetadata(architecture, form)
			);
			const found = identifyNetwork(header);
			expect(found.architecture).toEqual(architecture);
			expect(found.form).toBe(form);
			expect(found.branchIsAGuess).toBe(false);
		}
	});

	test('configuration and option that disagree are refused', () => {
		const header = headerOf(
			networkEntries(bare, 'training-time'),
			weightMetadata(bare, 'training-time')
		);
		expect(() => identifyNetwork(header, { branch: 'identity' })).toThrow(
			"Branch: expected none, as the file's configuration says, found identity in the option."
		);
	});

	test('a configuration against the names is refused', () => {
		const entries = networkEntries(bare, 'training-time');
		expect(() => identifyNetwork(headerOf(entries, weightMetadata(half, 'training-time')))).toThrow(
			"Branch: expected none or identity from the names of the file's tensors, found bn in its configuration."
		);
		expect(() => identifyNetwork(headerOf(entries, weightMetadata(bare, 'folded')))).toThrow(
			"The configuration, form: expected training-time, as the names of the file's tensors show, found folded."
		);
	});
});

describe('another network', () => {
	test.each<[string, Record<string, TensorEntry>, string]>([
		[
			'ResNet',
			{
				'conv1.weight': float(64, 3, 7, 7),
				'bn1.weight': float(64),
				'fc.weight': float(1000, 512)
			},
			'found tensor "conv1.weight", which neither has.'
		],
		[
			'MobileNetV3 of timm',
			{ 'conv_stem.weight': float(16, 3, 3, 3), 'blocks.0.0.conv_dw.weight': float(16, 1, 3, 3) },
			'found tensor "blocks.0.0.conv_dw.weight", which neither has.'
		],
		[
			'part of ours',
			{ 'conv_stem.weight': float(16, 3, 3, 3) },
			'found no Ghost or RepGhost module.'
		],
		['nothing', {}, 'found no Ghost or RepGhost module.']
	])('%s', (_name, entries, found) => {
		const identify = () => identifyNetwork(headerOf(new Map(Object.entries(entries))));
		expect(identify).toThrow(WeightFileError);
		expect(identify).toThrow(
			`This is another network: expected the tensors of a RepGhostNet or GhostNet, such as "blocks.0.0.ghost1.primary_conv.0.weight", ${found}`
		);
	});

	test('GhostNetV2 is named by its first tensor beside the network', () => {
		const name = 'blocks.3.0.ghost1.short_conv.0.weight';
		expect(() =>
			identifyChanged((entries) => entries.set(name, float(36, 12, 1, 1)), {
				architecture: createArchitecture('ghostnet')
			})
		).toThrow(
			`Tensor "${name}": expected only the tensors of GhostNet 1.0×, training-time, found this one beside them.`
		);
	});
});
