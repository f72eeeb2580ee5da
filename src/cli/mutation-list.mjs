/** Mistakes that somebody could make in this project, and the tests that must notice each: `mutations.mjs`. */

const MODULES = ['tests/unit/pytorch-modules.test.ts'];
const GRADIENTS = ['tests/unit/pytorch-gradients.test.ts'];
const CORE = ['src/lib/core'];
const TRAINING = ['src/lib/training'];
const SCENES = ['src/lib/pictures/scenes'];
const KERNELS = ['tests/unit/kernel-batch-norm.test.ts', 'tests/unit/kernel-convolutions.test.ts'];
const LIVE = ['src/lib/engine/live-engine.test.ts'];
const FOLD_STEPPER = ['src/lib/figures/fold-stepper'];
const MEASURE = ['src/lib/measure'];
const KERNEL = ['src/lib/kernel/client.test.ts', 'src/lib/kernel/messages.test.ts'];
const JUDGING = [
	'tests/unit/exercises.test.ts',
	'src/lib/exercises',
	'src/lib/lesson/answers/judge-answer.test.ts'
];
const KEPT = [
	'src/lib/state/lesson/edited-code.svelte.test.ts',
	'src/lib/state/lesson/progress-file.test.ts',
	'src/lib/state/shell/storage.test.ts'
];

/**
 * `from` stands in `file` exactly once; with `to` in its place one of `tests` must turn red.
 * @type {{ what: string, file: string, from: string, to: string, tests: string[] }[]}
 */
export const mutations = [
	{
		what: 'eps 1e-3 (Keras) in place of 1e-5',
		file: 'src/lib/core/graph.ts',
		from: 'BATCH_NORM_EPSILON = 1e-5',
		to: 'BATCH_NORM_EPSILON = 1e-3',
		tests: MODULES
	},
	{
		what: 'eps left to TensorFlow.js (1e-3)',
		file: 'src/lib/model/operations.ts',
		from: 'weightOf(weights, `${name}.weight`), epsilon);',
		to: 'weightOf(weights, `${name}.weight`));',
		tests: MODULES
	},
	{
		what: "padding 'same' of TensorFlow",
		file: 'src/lib/model/operations.ts',
		from: 'pad: padding',
		to: "pad: padding > 0 ? ('same' as const) : 0",
		tests: MODULES
	},
	{
		what: 'a receptive field that forgets the padding',
		file: 'src/lib/core/network/receptive-field.ts',
		from: 'first: span.first * stride - padding,',
		to: 'first: span.first * stride,',
		tests: ['src/lib/core/network/receptive-field.test.ts']
	},
	{
		what: 'a download that is taken up one byte too late',
		file: 'src/lib/engine/published-download.ts',
		from: 'range: `bytes=${begin}-`',
		to: 'range: `bytes=${begin + 1}-`',
		tests: ['src/lib/engine/published-download.test.ts']
	},
	{
		what: 'a downloaded file whose hash nobody looks at',
		file: 'src/lib/engine/published-download.ts',
		from: 'if (found !== sha256) {',
		to: "if (found === '') {",
		tests: ['src/lib/engine/published-download.test.ts']
	},
	{
		what: 'ReLU before the addition',
		file: 'src/lib/core/network/modules.ts',
		from: "sum = builder.add(joinName(name, 'add'), { kind: 'add' }, sum, fusion);",
		to: "sum = builder.add(joinName(name, 'add'), { kind: 'add' }, builder.add(joinName(name, 'early'), { kind: 'relu' }, sum), fusion);",
		tests: MODULES
	},
	{
		what: 'bias of the identity branch forgotten',
		file: 'src/lib/core/fold/fold.ts',
		from: 'bias: addTensors(a.bias, b.bias)',
		to: 'bias: a.bias',
		tests: MODULES
	},
	{
		what: 'centre + 1 in place of γ / σ',
		file: 'src/lib/core/fold/fold-network.ts',
		from: 'fused = addBranches(fused, fuseIdentityBatchNorm(identity, size, epsilon));',
		to: 'fused = { kernel: addTensors(fused.kernel, identityKernel(channels, size)), bias: addTensors(fused.bias, fuseIdentityBatchNorm(identity, size, epsilon).bias) };',
		tests: MODULES
	},
	{
		what: 'bias of the convolution forgotten when folding',
		file: 'src/lib/core/fold/fold.ts',
		from: '(bias?.data[channel] ?? 0)',
		to: '0',
		tests: MODULES
	},
	{
		what: 'difference maps B − A in place of A − B',
		file: 'src/lib/core/maps/layer-difference.ts',
		from: 'value - b.data[index]!) };',
		to: 'b.data[index]! - value) };',
		tests: CORE
	},
	{
		what: 'rows and columns of a drawn stroke swapped',
		file: 'src/lib/pictures/drawing.ts',
		from: 'const line = { x0: from.x * width, y0: from.y * height,',
		to: 'const line = { x0: from.y * width, y0: from.x * height,',
		tests: ['src/lib/pictures/drawing.test.ts']
	},
	{
		what: 'squeeze-excite reduced without rounding',
		file: 'src/lib/core/network/squeeze-excite.ts',
		from: 'return roundChannels(channels * 0.25);',
		to: 'return Math.floor(channels * 0.25);',
		tests: [...CORE, ...MODULES]
	},
	{
		what: 'squeeze-excite gate of Keras, 0.2 x + 0.5',
		file: 'src/lib/model/operations.ts',
		from: 'tf.div(tf.relu6(tf.add(x, 3)), 6)',
		to: 'tf.clipByValue(tf.add(tf.mul(x, 0.2), 0.5), 0, 1)',
		tests: MODULES
	},
	{
		what: "the table's k = 5 in the cheap operation",
		file: 'src/lib/core/network/modules.ts',
		from: 'const CHEAP_KERNEL = 3;',
		to: 'const CHEAP_KERNEL = 5;',
		tests: [...CORE, ...MODULES]
	},
	{
		what: 'running variance updated with the biased variance',
		file: 'src/lib/model/train-mode.ts',
		from: 'count / (count - 1)',
		to: '1',
		tests: GRADIENTS
	},
	{
		what: 'momentum of Keras, 0.9',
		file: 'src/lib/core/graph.ts',
		from: 'BATCH_NORM_MOMENTUM = 0.1',
		to: 'BATCH_NORM_MOMENTUM = 0.9',
		tests: GRADIENTS
	},
	{
		what: 'other statistics than the batch’s in training mode',
		file: 'src/lib/model/training-operations.ts',
		from: 'tf.batchNorm(maps, mean, variance, beta, gamma, epsilon)',
		to: 'tf.batchNorm(maps, tf.zerosLike(mean), tf.onesLike(variance), beta, gamma, epsilon)',
		tests: GRADIENTS
	},
	{
		what: 'Ghost concatenation swapped',
		file: 'src/lib/model/operations.ts',
		from: 'tf.concat([x, y], 3)',
		to: 'tf.concat([y, x], 3)',
		tests: MODULES
	},
	{
		what: 'sign of the shift flipped',
		file: 'src/lib/core/fold/fold.ts',
		from: 'value - mean.data[channel]! * scale[channel]!',
		to: 'value + mean.data[channel]! * scale[channel]!',
		tests: MODULES
	},
	{
		what: 'ReLU inside the second module',
		file: 'src/lib/core/network/bottleneck.ts',
		from: 'relu: false',
		to: 'relu: true',
		tests: MODULES
	},
	{
		what: 'channels rounded down without the ten-per-cent rule',
		file: 'src/lib/core/network/round-channels.ts',
		from: 'result: nearest < least ? nearest + divisor : nearest',
		to: 'result: nearest',
		tests: CORE
	},
	{
		what: 'convolution kernels transposed on upload',
		file: 'src/lib/model/layout.ts',
		from: '[2, 3, 1, 0]',
		to: '[3, 2, 1, 0]',
		tests: MODULES
	},
	{
		what: 'a learning rate that does not fall',
		file: 'src/lib/training/recipe.ts',
		from: 'return (recipe.peakRate * (steps - step)) / (steps - rising);',
		to: 'return recipe.peakRate;',
		tests: TRAINING
	},
	{
		what: 'biases and batch norms shrink with the kernels',
		file: 'src/lib/training/trainer.ts',
		from: 'weight.rank > 1 ? weightDecay : 0',
		to: 'weightDecay',
		tests: TRAINING
	},
	{
		what: 'smoothing that takes and does not give',
		file: 'src/lib/training/loss.ts',
		from: '1 - smoothing), smoothing / classes)',
		to: '1 - smoothing), 0)',
		tests: TRAINING
	},
	{
		what: 'pictures mirrored without their shift',
		file: 'src/lib/training/pictures.ts',
		from: 'const across = inside(column + view.columns);',
		to: 'const across = view.mirrored ? column : inside(column + view.columns);',
		tests: TRAINING
	},
	{
		what: 'sine with one sign wrong',
		file: 'src/lib/pictures/scenes/trigonometry.ts',
		from: 'sum = sum * square - 1 / 5040;',
		to: 'sum = sum * square + 1 / 5040;',
		tests: SCENES
	},
	{
		what: 'light from the other side',
		file: 'src/lib/pictures/scenes/stage.ts',
		from: 'level * sinDegrees(light)]',
		to: '-level * sinDegrees(light)]',
		tests: SCENES
	},
	{
		what: 'kernel: squares that are not around the mean',
		file: 'src/kernels/moments.ts',
		from: 'const d0 = subtract<L>(load<L>(from), middle);',
		to: 'const d0 = load<L>(from);',
		tests: KERNELS
	},
	{
		what: 'kernel: gradient of batch norm without its mean',
		file: 'src/kernels/batch-norm-gradient.ts',
		from: 'store<f32>(factors + 2 * size + o, <f32>((-scale * beta) / <f64>rows));',
		to: 'store<f32>(factors + 2 * size + o, 0);',
		tests: [...KERNELS, ...GRADIENTS]
	},
	{
		what: 'kernel: depthwise gradient with the kernel not turned',
		file: 'src/kernels/depthwise-input-gradient.ts',
		from: 'turned + bytes((taps - 1 - tap) * channels)',
		to: 'turned + bytes(tap * channels)',
		tests: [...KERNELS, ...GRADIENTS]
	},
	{
		what: 'kernel: channels beside the blocks of four forgotten',
		file: 'src/kernels/mat-mul.ts',
		from: '\t\tfor (; column < columns; column++) {\n\t\t\ttile4<f32>',
		to: '\t\tfor (; column < columns - 1; column++) {\n\t\t\ttile4<f32>',
		tests: KERNELS
	},
	{
		what: 'a compiled convolution forgets its bias',
		file: 'src/lib/kernels/finish.ts',
		from: 'bias: bias ? host.pointer(bias) : 0',
		to: 'bias: 0',
		tests: KERNELS
	},
	{
		what: 'fold step: the mean added to the shift',
		file: 'src/lib/model/fold-steps.ts',
		from: 'tf.sub(beta, tf.mul(mean, scale))',
		to: 'tf.add(beta, tf.mul(mean, scale))',
		tests: LIVE
	},
	{
		what: 'fold step: the reference is the folded module itself',
		file: 'src/lib/engine/fold-step.ts',
		from: 'reference: run(original, tensors, []).get(original.output)!',
		to: 'reference: run(soFar, stepWeights(request.step, tensors, made), []).get(soFar.output)!.clone()',
		tests: LIVE
	},
	{
		what: 'fold step: a mistake made on purpose is not made',
		file: 'src/lib/core/fold/fold-procedure.ts',
		from: 'identityBias: mistakes.forgetBias',
		to: 'identityBias: false',
		tests: LIVE
	},
	{
		what: 'fold step: training mode with the stored statistics',
		file: 'src/lib/core/fold/fold-request.ts',
		from: "batchStatistics: broken('batch-statistics')",
		to: 'batchStatistics: false',
		tests: LIVE
	},
	{
		what: 'a followed shift adds the mean',
		file: 'src/lib/core/follow/follow-fold.ts',
		from: "return sum(term('beta'), taken(times(term('mean'), term('scale'))));",
		to: "return sum(term('beta'), times(term('mean'), term('scale')));",
		tests: CORE
	},
	{
		what: 'the rounding of a displayed sum has the wrong sign',
		file: 'src/lib/core/arithmetic.ts',
		from: 'const missing = unitsOf(total, decimals) - added;',
		to: 'const missing = added - unitsOf(total, decimals);',
		tests: [...CORE, ...FOLD_STEPPER]
	},
	{
		what: 'the lab does not shuffle',
		file: 'src/lib/measure/round-order.ts',
		from: '[order[last], order[chosen]] = [order[chosen]!, order[last]!];',
		to: '[order[last], order[chosen]] = [order[last]!, order[chosen]!];',
		tests: MEASURE
	},
	{
		what: 'an interval that is one rank too narrow',
		file: 'src/lib/measure/median-interval.ts',
		from: 'if (2 * below > risk) return rank;',
		to: 'if (2 * below > risk) return rank + 1;',
		tests: MEASURE
	},
	{
		what: 'a verdict from the median alone',
		file: 'src/lib/measure/compare-times.ts',
		from: 'if (interval.high < 1 / (1 + margin))',
		to: 'if (interval.low < 1 / (1 + margin))',
		tests: MEASURE
	},
	{
		what: 'several comparisons, each with the whole risk',
		file: 'src/lib/measure/compare-times.ts',
		from: 'FALSE_ALARM_RISK / comparisons',
		to: 'FALSE_ALARM_RISK',
		tests: MEASURE
	},
	{
		what: 'inner layers counted once more in the work of a block',
		file: 'src/lib/core/network/stages.ts',
		from: "block.kind === 'head' ? block.layers : [block.output]",
		to: 'block.layers',
		tests: CORE
	},
	{
		what: 'a kernel that hears every window',
		file: 'src/lib/kernel/client.ts',
		from: 'source === null || source !== kernel()',
		to: 'source === null',
		tests: KERNEL
	},
	{
		what: 'a kernel that hears the messages of another run',
		file: 'src/lib/kernel/messages.ts',
		from: '!wrapper.success || wrapper.output.id !== id',
		to: '!wrapper.success',
		tests: KERNEL
	},
	{
		what: 'a time limit that the code itself puts off',
		file: 'src/lib/kernel/client.ts',
		from: 'if (ready) return;',
		to: 'ready = false;',
		tests: KERNEL
	},
	{
		what: 'a function that is right because one of its results is',
		file: 'src/lib/exercises/code-task.ts',
		from: 'if (calls.every((args, index) => task.holds',
		to: 'if (calls.some((args, index) => task.holds',
		tests: JUDGING
	},
	{
		what: 'numbers that are alike when they are near',
		file: 'src/lib/exercises/code-task.ts',
		from: 'TOLERANCE = 1e-6',
		to: 'TOLERANCE = 0.05',
		tests: JUDGING
	},
	{
		what: 'full-width digits that are no digits',
		file: 'src/lib/strings/read-number.ts',
		from: "\t\t\t.normalize('NFKC')\n",
		to: '',
		tests: JUDGING
	},
	{
		what: 'several numbers of which one may be wrong',
		file: 'src/lib/lesson/answers/judge-answer.ts',
		from: 'if (parts.length > 0) return',
		to: 'if (parts.length > 1) return',
		tests: JUDGING
	},
	{
		what: 'code of an older version shown as if it were this one',
		file: 'src/lib/state/lesson/edited-code.svelte.ts',
		from: 'edit?.version === this.#version ? edit.code',
		to: 'edit ? edit.code',
		tests: KEPT
	},
	{
		what: 'a file whose answers go over those that are here',
		file: 'src/lib/state/lesson/progress-file.ts',
		from: '{ ...b?.answers, ...a?.answers }',
		to: '{ ...a?.answers, ...b?.answers }',
		tests: KEPT
	},
	{
		what: 'storage that takes what it will not read back',
		file: 'src/lib/state/shell/storage.ts',
		from: 'if (this.#backing && text.length <= longestText) {',
		to: 'if (this.#backing) {',
		tests: KEPT
	}
];
