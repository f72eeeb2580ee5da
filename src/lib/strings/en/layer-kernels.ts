/** Words of the figure that shows the kernels of a layer. Numbers come in as text, already formatted. */
export const layerKernels = {
	title: 'Kernels',
	of: 'Kernels of',
	region: 'Kernels of this layer, scrolls',
	grid: 'Kernels',
	depthwise: (count: string, side: string) =>
		`${count} kernels of ${side} × ${side}, one for each channel.`,
	planes: (count: string, planes: string, side: string) =>
		`${count} kernels, each ${planes} planes of ${side} × ${side}, one plane for each input channel, under each other.`,
	matrix: (outputs: string, inputs: string) =>
		`One number, a tap, for each input of each output: ${outputs} rows, one for each output, and ${inputs} columns, one for each input.`,
	matrixName: 'Taps, outputs by inputs',
	outputs: 'outputs ↓',
	inputs: 'inputs →',
	cell: (kernel: string, low: string, high: string) => `Kernel ${kernel}: ${low} to ${high}`,
	scale: 'Colour scale of kernels',
	sharedLegend: 'one scale for all kernels of this layer',
	ownLegend: (kernel: string) => `kernel ${kernel}; every kernel has a scale of its own`,
	range: (from: string, to: string, all: string) => `kernels ${from}–${to} of ${all}`,
	previous: 'Previous kernels',
	next: 'Next kernels',

	chosen: (kernel: string) => `Kernel ${kernel}`,
	chosenTap: (output: string, input: string) => `Tap from input ${input} to output ${output}`,
	plane: (channel: string) => `from channel ${channel}`,
	colours: ['from red', 'from green', 'from blue'],
	composed: 'all three in colour',
	composedHelp:
		'Grey is 0; a colour stands where the taps of its plane are above 0, its opposite where they are below.',
	table: (kernel: string) => `Kernel ${kernel}`,

	strips: 'One number for each channel',
	bias: 'bias',
	normScale: 'scale of the batch norm, γ / √(σ² + ε)',
	normShift: 'shift of the batch norm, β − μ · scale',
	branchScale: 'scale of the batch norm in the identity branch',
	branchShift: 'shift of the batch norm in the identity branch',
	strip: (name: string, count: string, low: string, high: string) =>
		`${name}: ${count} numbers from ${low} to ${high}`,
	gamma: 'γ',
	beta: 'β',
	mean: 'μ',
	variance: 'σ²',
	branchPrefix: (name: string) => `branch: ${name}`,

	/** What folding does to the chosen kernel. */
	fold: 'What folding does to this kernel',
	trainedKernel: 'trained kernel',
	trainedTap: 'trained tap',
	timesScale: 'scale',
	identity: 'identity branch',
	foldedKernel: 'folded kernel',
	foldedTap: 'folded tap',
	biasAlone: (bias: string) => `Bias: the shift, ${bias}`,
	rounding: (amount: string) => `rounding ${amount}`,
	foldLegend: 'the kernels of this line',
	biasLine: (terms: string, bias: string) => `Bias: ${terms} = ${bias}`,
	foldHelp:
		'Each tap is multiplied by the scale of its batch norm; the identity branch adds its own scale in the centre. Numbers in cells are rounded to two digits.',
	foldHelpAlone:
		'Each tap is multiplied by the scale of its batch norm. Numbers in cells are rounded to two digits.',
	foldSpoken: (scale: string, branch: string) =>
		`Trained kernel times ${scale}${branch}, gives the folded kernel.`,
	plusBranch: (scale: string) => `, plus ${scale} in the centre`,

	none: 'This layer has no kernels.',
	loading: 'Reading the kernels…'
} as const;
