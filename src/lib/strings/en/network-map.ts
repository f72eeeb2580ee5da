/** Words of the map of a whole network. Numbers come in as text, already formatted. */
export const networkMap = {
	region: 'Map of the network',
	width: 'width of RepGhostNet',
	ghostWidth: 'width of GhostNet, for comparison',
	published: 'Published widths',
	times: (width: string) => `${width}×`,
	form: 'Form',
	forms: { 'training-time': 'Training-time', deploy: 'Deploy', folded: 'Folded' },
	measure: 'Bars show',
	measures: { macs: 'MACs', parameters: 'Parameters', bytes: 'Bytes moved', joins: 'Joins' },
	networks: { repghost: 'RepGhostNet', ghost: 'GhostNet' },
	slab: 'size of the maps, by the root',
	whereYouAre: 'Where you are',
	network: 'Network',
	sections: { stem: 'Stem', tail: 'Tail' },
	stage: (stage: string) => `Stage ${stage}`,
	blocks: { stem: 'Stem', last: '1×1 convolution', head: 'Head' },
	block: (number: string) => `Block ${number}`,
	blockCount: (count: number) => (count === 1 ? '1 block' : `${count} blocks`),
	size: (side: string) => `${side} × ${side}`,
	zoomIn: 'Choose a part to look inside; Escape goes back.',
	out: 'Back',
	bars: (first: string, firstValue: string, second: string, secondValue: string) =>
		`${first} ${firstValue}, ${second} ${secondValue}`,
	channels: (from: number, mid: number, to: number) => `${from} → ${mid} → ${to}`,
	plainChannels: (from: number, to: number) => `${from} → ${to}`,
	badges: { downsample: 'DS', squeezeExcite: 'SE', shortcut: 'SBlock' },
	noDrawing: {
		stem: 'A 3×3 convolution with stride 2, its batch norm, and ReLU.',
		last: 'A 1×1 convolution with its batch norm, and ReLU.',
		head: 'The mean of each map, a 1×1 convolution with a bias, ReLU, and the linear layer that gives the 1000 answers. None of it has a batch norm.'
	},
	parts: 'Part by part',
	part: 'Part',
	whole: 'Whole block',
	none: '–',
	totals: {
		caption: 'The whole network in every form',
		measure: 'For one picture of 224 × 224',
		parameters: 'parameters',
		macs: 'MACs',
		operations: 'operations',
		weightBytes: 'bytes of weights',
		activationBytes: 'bytes of maps read and written',
		joinBytes: 'of these, for joins inside modules',
		peakActivationBytes: 'memory for maps, at most'
	},
	compare: (form: string, macs: string, parameters: string, bytes: string) =>
		`${form}, RepGhostNet has ${macs} times the MACs, ${parameters} times the parameters and moves ${bytes} times the bytes of GhostNet at these widths.`,
	rounding: {
		title: 'How the width becomes a number of maps',
		block: 'Block',
		rule: 'Round to the nearest multiple of 4. If that is less than 90 % of what was asked for, take the next.',
		sentence: (
			base: string,
			width: string,
			asked: string,
			nearest: string,
			least: string,
			result: string
		) =>
			`${base} times ${width} is ${asked}; the nearest multiple of 4 is ${nearest}; 90 per cent of ${asked} is ${least}; the result is ${result}.`,
		caption: 'Maps of the chosen block',
		columns: {
			where: 'Where',
			table: 'At width 1',
			asked: 'Asked for',
			nearest: 'Nearest multiple of 4',
			least: '90 % of it',
			result: 'Taken'
		},
		rows: {
			stem: 'out of the stem',
			mid: 'in the middle',
			out: 'out of the block',
			squeeze: 'inside SE: a quarter of the middle',
			last: 'out of the 1×1 convolution',
			head: 'out of the head’s 1×1: not scaled'
		},
		stepUp: 'too little, so one step up'
	},
	table: {
		summary: 'The table of blocks',
		caption: (width: string, ghostWidth: string, form: string) =>
			`RepGhostNet ${width}× and GhostNet ${ghostWidth}×, ${form}`,
		columns: {
			block: 'Block',
			stage: 'Stage',
			input: 'Maps in',
			kernel: 'k',
			mid: 'RepGhost middle',
			ghostMid: 'GhostNet middle',
			out: 'Maps out',
			squeeze: 'SE',
			stride: 'Stride',
			shortcut: 'Shortcut',
			parameters: 'RepGhost parameters',
			macs: 'RepGhost MACs',
			ghostParameters: 'GhostNet parameters',
			ghostMacs: 'GhostNet MACs'
		},
		input: (side: number, channels: number) => `${side} × ${side} × ${channels}`,
		yes: 'yes',
		no: '–',
		shortcuts: { identity: 'wire', convolution: 'dconv + 1×1', none: 'none' },
		exceptionMark: '*',
		exceptionNote:
			'* Blocks 8 and 9 break the rule that RepGhost’s middle is half of GhostNet’s: 120 in place of 92, at width 1.',
		unused: (kernel: number) => `(${kernel})`,
		unusedNote:
			'k in brackets acts nowhere: the block has no DS, and its shortcut is a wire. The modules are always 3×3.',
		inputNote:
			'Maps in and out are those of RepGhostNet; GhostNet has the same where its width is the same.'
	}
} as const;
