/** Words of the tensor view, the formula view, and "follow one number". */
export const tensors = {
	/** A negative number read out. */
	minus: (digits: string) => `minus ${digits}`,
	cellName: (row: string, column: string, value: string) =>
		`row ${row}, column ${column}, ${value}`,
	probe: (row: string, column: string, value: string) => `row ${row}, column ${column}: ${value}`,
	/** The field in a cell; `cell` is the cell's name. */
	edit: (cell: string) => `New value for ${cell}`,
	notANumber: '✕ A number is needed here, such as 0.5 or −2.',
	copy: 'Copy the numbers',
	copied: 'Copied.',
	notCopied: 'The browser did not allow copying.',
	map: (label: string) => `${label}: one value at a time`,
	mapHelp: 'Arrow keys move by one value, with Shift by 8.',
	formula: 'Formula',
	partsOfFormula: 'Parts of the formula',

	channel: 'Channel',
	channelOf: (channel: string, channels: string) => `${channel} of ${channels}`,
	/** A tensor with a name, and one of its channels. */
	ofChannel: (name: string, channel: string) => `${name}, channel ${channel}`,
	untitled: 'Values',
	legend: 'all values of this tensor',
	asTable: 'As a table',
	tableOf: (name: string) => `${name}, as a table that scrolls`,
	row: 'Row',

	atPlace: (name: string, channel: string, row: string, column: string) =>
		`${name}, channel ${channel}, row ${row}, column ${column}`,
	ofNode: (what: string, node: string) => `${what} of the ${node}`,
	/** A term that is taken away. */
	minusTerm: (term: string) => `minus ${term}`,
	fromChannel: (channel: string) => `from channel ${channel}`,
	tap: (row: string, column: string) => `row ${row}, column ${column}`,
	epsilon: 'ε',
	/** Nodes of a module, by the name that PyTorch gives them. */
	nodes: {
		input: 'picture',
		'primary_conv.0': '1×1 convolution',
		'primary_conv.1': 'batch norm after the 1×1 convolution',
		'primary_conv.2': 'x',
		cheap_operation: 'one convolution',
		'cheap_operation.0': 'depthwise convolution',
		'cheap_operation.1': 'depthwise branch',
		'cheap_operation.relu': 'ReLU in the depthwise branch',
		'fusion_bn.kernel': 'identity kernel',
		'fusion_bn.0': 'identity branch',
		add: 'sum of the branches',
		add_identity: 'sum of the branches',
		relu: 'y'
	},
	/** Weights of convolutions and of folded batch norms. */
	roles: { weight: 'kernel', bias: 'bias', scale: 'scale', shift: 'shift' },
	/** Weights of a batch norm. */
	normRoles: { weight: 'γ', bias: 'β', running_mean: 'μ', running_var: 'σ²' },
	normParts: { scale: 'γ / √(σ² + ε)', deviation: '√(σ² + ε)', centred: '(input − μ)' },

	/** The panel of one followed number. */
	wayBack: 'Numbers on the way',
	stepsBetween: (count: string) => `${count} more`,
	inFull: (value: string) => `in full ${value}`,
	followFactor: (value: string, name: string) => `${value}, ${name}: follow`,
	close: 'Close',
	sumOfTaps: (count: string) =>
		`A convolution: ${count} taps of the kernel, each times the number under it, added up.`,
	sumOfProducts: (count: string) => `${count} products, one for each input, added up.`,
	rules: {
		sum: 'These are added up.',
		product: 'One number times another.',
		mean: 'The mean: all of them added up, and divided by their count.',
		quotient: 'The first is divided by the second.',
		root: 'The square root of their sum.',
		relu: 'ReLU: the number itself, or 0 where it is negative.',
		'hard-sigmoid': 'A gate between 0 and 1: (number + 3) / 6, cut off at both ends.',
		same: 'The same number, unchanged.',
		given: 'This number was not computed: the picture or the trained weights hold it.'
	},
	/** Heads of the table. */
	term: 'Term',
	product: 'Factors',
	gives: 'Amount',
	outside: (count: string) => `${count} taps outside the picture, each times 0`,
	rest: (count: string) => `${count} smaller terms`,
	rounded: (amount: string) => `rounding ${amount}`,
	rounding: 'rounding',
	roundingHelp: 'What the shown digits leave out, so that they add up.',
	results: {
		sum: 'sum',
		quotient: 'quotient',
		root: 'square root',
		relu: 'the larger of it and 0',
		'hard-sigmoid': 'gate',
		same: 'the same'
	},
	meanOf: (count: string) => `divided by ${count}`,

	/** The figure. */
	picture: 'Picture',
	channelOfY: 'Channel of y',
	pictures: { diagonal: 'a diagonal', dot: 'a dot', edge: 'an edge' },
	madeOf: 'What the number is made of',
	followHelp:
		'Choose a number in the first tensor, or double-click one in the others. Underlined numbers in the sum lead further back.',
	allMaps: 'all maps of the module',
	allKernels: 'all kernels of the module'
} as const;
