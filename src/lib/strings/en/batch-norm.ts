/** Words of the figures about batch norm. Numbers come in as text, already formatted. */
export const batchNorm = {
	gamma: 'scale γ',
	beta: 'shift β',
	mean: 'mean μ',
	variance: 'variance σ²',
	slope: 's, the slope',
	intercept: 't, the value at x = 0',
	settings: 'The four numbers',
	findOther: 'Other numbers, same line',
	noOther: 'No other setting of these sliders gives this line.',
	changes: {
		halved: 'γ halved, and σ² + ε divided by 4. Neither s nor t has changed.',
		doubled: 'γ doubled, and σ² + ε times 4. Neither s nor t has changed.',
		'mean-up': 'μ up by 1, and β up by s. Neither s nor t has changed.',
		'mean-down': 'μ down by 1, and β down by s. Neither s nor t has changed.'
	},
	plotSentence: (slope: string, intercept: string, mean: string, beta: string) =>
		`A straight line with slope s = ${slope} that crosses x = 0 at t = ${intercept}. At x = μ = ${mean} it is at y = β = ${beta}.`,
	startLine: 'dashed: the line at the start',
	meanPoint: '(μ, β)',
	formulaSentence: (gamma: string, mean: string, root: string, beta: string) =>
		`y is ${gamma} times x minus ${mean}, divided by ${root}, plus ${beta}.`,
	slopeSentence: (gamma: string, root: string, slope: string) =>
		`s is gamma divided by the root of the variance plus epsilon: ${gamma} divided by ${root} is ${slope}.`,
	interceptSentence: (beta: string, mean: string, slope: string, intercept: string) =>
		`t is beta minus mu times s: ${beta} minus ${mean} times ${slope} is ${intercept}.`,
	samples: 'The same values, both ways',
	input: 'x',
	byNorm: 'batch norm',
	byLine: 's·x + t',
	bothWays: 'between batch norm and s·x\u00a0+\u00a0t',

	convolution: 'Convolution',
	convolutions: { '1x1': '1×1', depthwise: 'depthwise 3×3' },
	hasBias: 'Convolution with a bias b',
	channel: 'Output channel',
	channelOf: (channel: string, all: string) => `${channel} of ${all}`,
	numbersOf: (channel: string) => `Numbers of channel ${channel}`,
	bias: 'bias b',
	kernel: (channel: string) => `Kernel W of output channel ${channel}`,
	foldedKernel: (channel: string) => `Folded kernel W′ of output channel ${channel}`,
	perInput: 'One tap for each input channel.',
	editHelp: 'To change a tap: choose it and type in the field above, or press F2 in the kernel.',
	tap: (row: string, column: string) => `Tap in row ${row}, column ${column}`,
	tapPlace: (row: string, column: string) => `row ${row}, column ${column}:`,
	foldedBias: 'folded bias b′',
	biasSentence: (beta: string, bias: string, mean: string, scale: string, result: string) =>
		`The folded bias is beta plus b minus mu, times s: ${beta} plus ${bias} minus ${mean}, times ${scale}, is ${result}.`,
	kernelLegend: 'both kernels of this channel',
	mapLegend: 'the maps shown here',
	bothForms: 'Both forms on the same map',
	inputMap: (channel: string) => `x, input channel ${channel}`,
	twoSteps: 'convolution, then batch norm',
	oneStep: 'one convolution with W′ and b′',
	outputOf: (form: string, channel: string) => `y, output channel ${channel}: ${form}`,
	betweenForms: 'between the two forms, all channels'
} as const;
