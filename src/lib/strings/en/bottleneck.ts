/** Words of the figure that sets the bottlenecks of both networks side by side. */
export const bottleneck = {
	block: 'Block',
	blockOption: (number: number, channels: string, extras: string) =>
		`${number}: ${channels}${extras}`,
	channels: (from: number, mid: number, to: number) => `${from} → ${mid} → ${to}`,
	withStride: ', stride 2',
	withSqueeze: ', SE',
	width: 'Width',
	drawing: 'Drawing',
	letters: { ghost: 'a', 'training-time': 'b', folded: 'c' },
	names: {
		ghost: 'Ghost',
		'training-time': 'RepGhost, training',
		folded: 'RepGhost, inference'
	},
	title: (letter: string, name: string) => `(${letter}) ${name}`,
	foldState: 'Branches of (c)',
	foldStates: { folded: 'folded', unfolded: 'as in (b)' },
	/** Channel counts on the wires, as the paper writes them. */
	symbols: { in: 'Cin', mid: 'Cmid', halfMid: 'Cmid/2', out: 'Cout', halfOut: 'Cout/2' },
	isCount: (symbol: string, count: number) => `${symbol} = ${count}`,
	isAbout: (symbol: string, count: number) => `${symbol} ≈ ${count}`,
	isNot: (symbol: string, count: number) => `${count}, not ${symbol}`,
	/** What leaves each part, above its maps. */
	leaving: {
		primary1: '1×1 conv of module 1',
		cheap1: 'dconv of module 1',
		branch1: 'BN branch of module 1',
		join1: 'module 1',
		downsample: 'DS',
		squeezeExcite: 'SE',
		primary2: '1×1 conv of module 2',
		cheap2: 'dconv of module 2',
		branch2: 'BN branch of module 2',
		join2: 'module 2',
		shortcut: 'the block'
	},
	mapsOf: (part: string, shown: number, count: number, side: number) =>
		shown < count
			? `Out of ${part}: ${shown} of ${count} maps, ${side} × ${side}`
			: `Out of ${part}: ${count} maps, ${side} × ${side}`,
	noPart: {
		ghost: 'A Ghost module has no branch with a batch norm.',
		folded: 'Folded into the depthwise convolution: nothing is left of it.',
		other: 'This block does not have it.'
	},
	working: 'The engine is working these maps out.',
	choosePart: 'Choose an operation in a drawing, and the maps that leave it stand below.',
	facts: (number: string, stage: string) => `Block ${number} of 16, in stage ${stage}.`,
	maps: (channels: string, side: string, outChannels: string, outSide: string) =>
		`In the network ${channels} maps of ${side} × ${side} come in, and ${outChannels} of ${outSide} × ${outSide} go out.`,
	runOn: (side: string) => `Here it runs on maps of ${side} × ${side}.`,
	weights: 'The weights are random numbers, so only (b) and (c) give the same output.',
	identity: 'Input and output have the same size, so the shortcut is a plain wire.',
	convolutions: (kernel: number, stride: number) =>
		`The shortcut has convolutions of its own (SBlock): a ${kernel}×${kernel} depthwise one with stride ${stride}, and a 1×1.`,
	kernelUsed: (kernel: number) =>
		`The k = ${kernel} of the table acts in DS and in the shortcut; the modules stay at 3×3.`,
	kernelInShortcut: (kernel: number) =>
		`The k = ${kernel} of the table acts in the shortcut alone; the modules stay at 3×3.`,
	kernelUnused: (kernel: number) =>
		`The k = ${kernel} of the table acts nowhere in this block: there is no DS, and the shortcut is a wire.`,
	exception: (mid: number, ghost: number) =>
		`The exception: ${mid} maps in the middle. Half of GhostNet’s ${ghost} would be ${ghost / 2}.`,
	between: 'between (b) and (c)',
	cost: {
		legend: 'What each part costs',
		measures: { macs: 'MACs', parameters: 'Parameters', bytes: 'Bytes moved' },
		table: (measure: string) => `${measure}, part by part`,
		part: 'Part',
		form: (letter: string) => `(${letter})`,
		parts: {
			primary1: '1×1 conv, module 1',
			cheap1: 'dconv, module 1',
			branch1: 'BN branch, module 1',
			join1: 'concat or add, module 1',
			downsample: 'DS',
			squeezeExcite: 'SE',
			primary2: '1×1 conv, module 2',
			cheap2: 'dconv, module 2',
			branch2: 'BN branch, module 2',
			join2: 'concat or add, module 2',
			shortcut: 'shortcut and its add'
		},
		total: 'Whole block',
		none: '–',
		differs: 'differs from (a)',
		note: 'Each convolution is counted with its batch norm and ReLU; a ReLU behind a sum is counted with the sum. Counted for a picture of 224 × 224; where (a) and a RepGhost form differ, the number is underlined.',
		foldedGhost: (total: string) =>
			`(a) and (b) still have their batch norms, (c) has none. With its batch norms folded, (a) as a whole comes to ${total}.`,
		bytesNote:
			'Bytes of maps and weights that each operation reads and writes if it runs on its own.'
	}
} as const;
