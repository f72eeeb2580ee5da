/** Words of the fold stepper and of the network that folds module by module. */
export const fold = {
	region: 'Fold stepper',
	module: 'Module',
	channel: 'Channel',
	picture: 'Picture',
	toy: 'Toy: 2 channels, 5×5',
	toyGroup: 'By hand',
	openFile: 'Weights file',
	noModules: 'no module to show',
	channelOf: (channel: number, channels: number) => `${channel} of ${channels}`,
	pictures: { diagonal: 'Diagonal', dot: 'Dot', edge: 'Edges' },
	previous: 'Previous step',
	next: 'Next step',
	play: 'Play',
	pause: 'Pause',
	slider: 'Step',
	stepValue: (step: number, steps: number, name: string) => `Step ${step} of ${steps}: ${name}`,
	stepNumber: (step: number, steps: number) => `Step ${step} of ${steps}`,
	brackets: {
		run: 'original',
		depthwise: 'depthwise branch',
		identity: 'identity branch',
		sum: 'sum',
		result: 'result'
	},
	steps: {
		run: {
			name: 'Run the two branches',
			short: 'run',
			takeaway: 'two paths read one x',
			changed: 'The module as trained. Both branches read the same x, and their outputs are added.'
		},
		'scale-and-shift': {
			name: 'BN is a scale and a shift',
			short: 'BN',
			takeaway: 'four numbers become two',
			changed:
				'With its statistics stored, batch norm only stretches and shifts. Four numbers of the channel become two: s₁ and t₁.'
		},
		'scale-kernel': {
			name: 'Scale the kernel',
			short: 'kernel',
			takeaway: 'nine taps, one factor',
			changed: 'All nine taps are multiplied by s₁. The pattern stays; its strength changes.'
		},
		'kernel-bias': {
			name: 'Its bias',
			short: 'bias',
			takeaway: 'the shift becomes a bias',
			changed:
				'The shift t₁ becomes the bias of the convolution. This branch is one convolution now.'
		},
		'identity-kernel': {
			name: 'Identity as a 3×3 kernel',
			short: 'identity',
			takeaway: 'a one, with zeros around it',
			changed:
				'Doing nothing is a kernel, too: a one in the centre and zeros around it. Now both branches are convolutions of x.'
		},
		'scale-identity': {
			name: 'Scale it by γ/σ',
			short: 'scale',
			takeaway: 'batch norm moves a single tap',
			changed: 'The branch’s batch norm scales that kernel. Only one of its taps is not zero.'
		},
		'identity-bias': {
			name: 'Its bias',
			short: 'bias',
			takeaway: 'a second bias',
			changed: 'And its shift t₂ becomes the bias of that kernel.'
		},
		'add-kernels': {
			name: 'Add the kernels',
			short: 'add kernels',
			takeaway: 'only the centre changes',
			changed:
				'Same input, same shape, then a sum: two kernels may be added tap by tap. Eight of the nine taps gain nothing.'
		},
		'add-biases': {
			name: 'Add the biases',
			short: 'add biases',
			takeaway: 'two numbers, one sum',
			changed: 'The biases add as well.'
		},
		replace: {
			name: 'One convolution takes their place',
			short: 'replace',
			takeaway: 'nothing left to add',
			changed:
				'One depthwise convolution does the work of both branches. Nothing is copied, nothing is added afterwards.'
		},
		compare: {
			name: 'Compare',
			short: 'compare',
			takeaway: 'equal, up to rounding',
			changed:
				'The two outputs side by side. The fold is exact; what is left is the rounding of float32.'
		}
	},
	compareBroken: {
		takeaway: 'not equal: something is broken',
		changed: 'The outputs differ by far more than rounding. Read why below, and switch it off.'
	},
	breakIt: 'Break it',
	breakages: {
		epsilon: {
			label: 'ε = 1e-3 when folding',
			why: 'The fold used ε = 1e-3; the module was run with 1e-5. Quiet channels, whose variance is small, go most wrong.'
		},
		'forget-bias': {
			label: 'Forget the branch bias',
			why: 'The bias of the identity branch was dropped. Every output is off by the same amount, except where the ReLU hides it.'
		},
		'centre-plus-one': {
			label: 'Centre + 1, not + γ/σ',
			why: 'The centre tap gained 1 in place of γ/σ: the branch was taken for a plain identity.'
		},
		'relu-before-add': {
			label: 'ReLU before the add',
			why: 'The module has a ReLU inside its depthwise branch now. Between the split and the sum it bends, and no kernel can equal it.'
		},
		'batch-statistics': {
			label: 'Training-mode statistics',
			why: 'The module runs in training mode now: each batch norm uses the mean and variance of this very picture. The fold knows only the stored ones.'
		}
	},
	brokenOnPurpose: 'Broken on purpose',
	undo: (what: string) => `Undo: ${what}`,
	redo: (what: string) => `Redo: ${what}`,
	nothingToUndo: 'Undo',
	nothingToRedo: 'Redo',
	reset: 'Reset',
	copyLink: 'Copy link to this state',
	linkCopied: 'Link copied.',
	linkNotCopied: 'The browser did not allow copying. The address of this page holds the state.',
	changes: {
		module: 'module',
		picture: 'picture',
		channel: 'channel',
		edit: 'changed number',
		break: 'broken rule',
		reset: 'reset'
	},
	difference: 'Largest difference',
	noDifference: 'not run yet',
	within: 'equal',
	beyond: 'not equal',
	tolerance: (tolerance: string) => `tolerance ${tolerance}`,
	ulps: (ulps: string, largest: string) => `${ulps} ulp of the largest value, ${largest}`,
	backend: (backend: string) => `${backend}, float32`,
	still: 'worked out without the engine',
	runs: (runs: string, milliseconds: string) =>
		`${runs} runs so far, the last two in ${milliseconds}`,
	runsOnly: (runs: string) => `${runs} runs so far`,
	gauge: (difference: string, tolerance: string) =>
		`Largest difference ${difference} on a logarithmic scale from 1e-9 to 10, tolerance ${tolerance}`,
	opening: (name: string) => `Opening ${name}`,
	failed: 'Shown instead: the toy.',
	tryAgain: 'Try again',
	maps: {
		x: 'x, what both branches read',
		depthwise: 'depthwise branch',
		identity: 'identity branch',
		sum: 'sum, before the ReLU',
		reference: 'two branches',
		soFar: 'so far',
		difference: (unit: string) => `difference, in ${unit}`,
		plainDifference: 'difference',
		differenceTo: (largest: string) => `difference, 0 to ${largest}`,
		patch: 'x around the probe',
		products: (largest: string) => `products, colours to ±${largest}`
	},
	probe: 'Probe',
	probeAt: (row: number, column: number) => `row ${row}, column ${column}`,
	liveMaps: 'The picture through both',
	parts: {
		kernel: 'W, the depthwise kernel',
		gamma: 'γ₁',
		beta: 'β₁',
		mean: 'μ₁, stored mean',
		variance: 'σ₁², stored variance',
		deviation: '√(σ₁² + ε)',
		scale: 's₁, scale',
		shift: 't₁, shift',
		scaledKernel: 'W′, scaled kernel',
		kernelBias: 'b′, its bias',
		identityKernel: 'δ, the kernel that does nothing',
		identityGamma: 'γ₂',
		identityBeta: 'β₂',
		identityMean: 'μ₂, stored mean',
		identityVariance: 'σ₂², stored variance',
		identityDeviation: '√(σ₂² + ε)',
		identityScale: 's₂, scale',
		identityShift: 't₂, shift',
		scaledIdentity: 'W id, scaled identity',
		identityBias: 'b id, its bias',
		sumKernel: 'Ŵ, folded kernel',
		sumBias: 'b̂, folded bias',
		x: 'x',
		depthwise: 'depthwise branch',
		identity: 'identity branch',
		sum: 'sum',
		reference: 'two branches',
		soFar: 'so far'
	},
	tapAt: (row: number, column: number) => `row ${row}, column ${column}`,
	rounding: 'rounding',
	/** Formulas in words, with their numbers. */
	sentences: {
		sum: (total: string, a: string, b: string) => `${a} plus ${b} is ${total}`,
		product: (result: string, a: string, b: string) => `${a} times ${b} is ${result}`,
		scale: (scale: string, gamma: string, variance: string, epsilon: string) =>
			`gamma, ${gamma}, divided by the root of the variance, ${variance}, plus epsilon, ${epsilon}, is ${scale}`,
		shift: (shift: string, beta: string, scale: string, mean: string) =>
			`beta, ${beta}, minus the scale, ${scale}, times the mean, ${mean}, is ${shift}`,
		run: (output: string, a: string, b: string) =>
			`The output is the ReLU of ${a} plus ${b}, which is ${output}`,
		identity: 'The convolution of delta and x is x itself, because one times x is x',
		replace: (output: string, products: string, bias: string) =>
			`The output is the ReLU of the sum of nine products, ${products}, plus the bias, ${bias}, which is ${output}`,
		compare: (difference: string) =>
			`The largest difference of the two outputs over all pixels and channels is ${difference}`
	},
	following: 'Running the step once more, to look at every number of it.',
	followLater: 'Numbers of maps can be followed as soon as the engine is here.',
	refused: (name: string, value: string) =>
		`${value} is not possible here (${name}). A variance is not negative, and no number here is larger than 1,000. The old value stays.`,
	code: 'Code of this step',
	tables: 'All numbers of this step as a table',
	tensor: 'Tensor',
	values: 'Values',
	scaleOfKernels: 'all kernels of this channel',
	scaleOfMaps: 'all maps of this step',
	status: (step: string, difference: string, verdict: string) =>
		`${step}. Largest difference ${difference}, ${verdict}.`,
	network: {
		region: 'Fold the whole network',
		slider: 'Folded modules',
		fewer: 'Unfold one module',
		more: 'Fold one module more',
		all: 'Fold all',
		none: 'Unfold all',
		value: (folded: number, modules: number) => `${folded} of ${modules} modules folded`,
		foldedModule: (name: string) => `${name}, folded`,
		branchedModule: (name: string) => `${name}, two branches`,
		foldUpTo: (name: string) => `fold up to ${name}`,
		block: (number: number) => `Bottleneck ${number}`,
		/** Of the drawing of the modules. */
		key: {
			kernel: 'depthwise convolution of n maps',
			norm: 'batch norm of the identity branch',
			identity: 'identity branch, without a batch norm',
			folded: 'branch folded into the convolution'
		},
		counts: 'What folding takes away',
		what: 'Count',
		before: 'With all branches',
		after: 'So far',
		operations: 'operations',
		parameters: 'parameters',
		milliseconds: 'time (median of nine)',
		logits: 'What the network answers',
		class: 'Class',
		reference: 'With all branches',
		soFar: 'So far',
		notRun: 'not run yet',
		rest: 'The batch norms behind the 1×1 convolutions stay. Each folds into the convolution before it, as in lesson 4.',
		status: (value: string, difference: string, verdict: string) =>
			`${value}. Largest difference of the logits ${difference}, ${verdict}.`
	}
} as const;
