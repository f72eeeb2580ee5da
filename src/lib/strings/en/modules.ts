/** Words of the drawings of a module, and of the figures made of them. */
export const modules = {
	/** Short names in the boxes. */
	box: {
		convolution: (kernel: number) => `${kernel}×${kernel} conv`,
		depthwise: 'dconv',
		identityDepthwise: 'identity',
		fusedDepthwise: 'fused dconv',
		batchNorm: 'BN',
		scaleShift: 's·x + t',
		shift: '+ t',
		relu: 'ReLU',
		add: 'add',
		concat: 'concat',
		downsample: (kernel: number) => `DS ${kernel}×${kernel}`,
		squeezeExcite: 'SE',
		shortcutBlock: 'SBlock',
		shortcutAdd: 'add',
		other: 'operation'
	},
	/** The same for a list that is read out. */
	operation: {
		convolution: (kernel: number, from: number, to: number) =>
			`${kernel}×${kernel} convolution, ${from} → ${to} channels`,
		depthwise: (kernel: number, channels: number) =>
			`${kernel}×${kernel} depthwise convolution, ${channels} channels`,
		identityDepthwise: (kernel: number, channels: number) =>
			`${kernel}×${kernel} depthwise convolution with the identity as its kernel, ${channels} channels`,
		fusedDepthwise: (kernel: number, channels: number) =>
			`fused ${kernel}×${kernel} depthwise convolution with a bias, ${channels} channels`,
		batchNorm: 'batch norm',
		scaleShift: 'scale and shift of each channel, s·x + t',
		shift: 'shift of each channel, + t',
		relu: 'ReLU',
		add: 'sum of both paths',
		concat: (channels: number) => `both paths joined, ${channels} channels`,
		downsample: (kernel: number, stride: number, channels: number) =>
			`DS, a ${kernel}×${kernel} depthwise convolution with stride ${stride}, ${channels} channels`,
		squeezeExcite: 'SE, squeeze-and-excitation',
		shortcutBlock: (kernel: number, stride: number) =>
			`shortcut block, a ${kernel}×${kernel} depthwise convolution with stride ${stride} and a 1×1 convolution`,
		shortcutAdd: 'sum with the shortcut',
		other: 'another operation'
	},
	trunk: 'main path',
	side: 'path beside it',
	/** An operation in the list, with the path it is on. */
	onPath: (operation: string, path: string) => `${operation} (${path})`,
	/** A sum or a concatenation, one of whose paths holds no operation. */
	withPlainPath: (operation: string) => `${operation}, of which the one beside changes nothing`,
	foldingNow: (operation: string) => `${operation}, being folded now`,
	description: (operations: string) =>
		`The operations of the module, in running order: ${operations}.`,
	operations: 'Operations of the module, in running order',
	maps: (count: number) => (count === 1 ? '1 map' : `${count} maps`),
	mapsInWords: (label: string, low: string, high: string) =>
		`${label}; values from ${low} to ${high}`,
	allMaps: (name: string, maps: string) => `${name}, ${maps}`,
	x: 'x',
	y: 'y',
	unsignedMaps: 'maps without negative values',
	signedMaps: 'maps with negative values',
	onWires:
		'On each wire lies the first of the maps it carries, on as many sheets as there are maps. All maps share the two scales above.',
	table: 'The operations and their maps as a table',
	columns: {
		operation: 'Operation',
		maps: 'Maps out',
		smallest: 'Smallest value',
		largest: 'Largest value'
	},
	evolution: {
		letters: { ghost: 'a', add: 'b', 'relu-moved': 'c', 'training-time': 'd', folded: 'e' },
		names: {
			ghost: 'Ghost module',
			add: 'Sum in place of concat',
			'relu-moved': 'ReLU behind the sum',
			'training-time': 'RepGhost, training-time',
			folded: 'RepGhost, folded'
		},
		/** Under the ticks of the slider. */
		ticks: {
			ghost: 'concat',
			add: 'add',
			'relu-moved': 'ReLU moved',
			'training-time': 'BN beside',
			folded: 'folded'
		},
		/** The drawing's letter and name. */
		title: (letter: string, name: string) => `(${letter}) ${name}`,
		place: (letter: string, count: number) => `Drawing (${letter}) of ${count}`,
		rows: { changed: 'What changed', why: 'Why', foldable: 'Can it be folded?' },
		changed: {
			ghost:
				'Nothing yet: this is where the paper starts. A depthwise convolution makes new maps from x, cheaply. Concat keeps x and puts the new maps beside it: C maps go in, 2C come out.',
			add: 'The concat has become a sum. Now C maps come out, so the widths of all later layers must be planned again.',
			'relu-moved': 'ReLU has moved from inside the path to behind the sum.',
			'training-time':
				'The path beside has a batch norm. This is the RepGhost module as it is trained.',
			folded:
				'One depthwise convolution does the work of both paths. The batch norms, the path beside and the sum are gone.'
		},
		why: {
			ghost: 'It is a cheap way to many maps: half of them are kept, not computed.',
			add: 'On a real device a sum is cheaper than a concat, which copies all its maps.',
			'relu-moved':
				'Between x and the sum everything is linear now. Only then can the paths become one.',
			'training-time':
				'The path gets a scale and a shift of its own to learn. While it trains, batch norm also brings the rest of the batch into play.',
			folded: 'This is the module as it is shipped: nothing to copy, nothing to add.'
		},
		foldable: {
			ghost:
				'No. ReLU stands inside the path, and concat adds nothing up, so there is no sum that a kernel could take over.',
			add: 'No. ReLU stands between the convolution and the sum. It cuts off what is negative; no kernel can do that.',
			'relu-moved':
				'Yes. The plain path is a kernel, too: 1 in its centre, 0 around it. Added to the other kernel it gives one convolution.',
			'training-time':
				'Yes. Once training is over, a batch norm only scales and shifts, and a kernel and a bias can do both.',
			folded: 'It is folded: from (d), with the weights of (d). Its output is that of (d).'
		},
		source: 'Chen et al. 2022, section 3 and Fig. 3.',
		slider: 'Drawing',
		previous: 'Previous drawing',
		next: 'Next drawing',
		channel: 'Map shown on the wires',
		channelNumber: (channel: number) => `${channel}`,
		goingIn: (count: number) => `x, C = ${count} maps in`,
		comingOut: (count: number, widths: string) => `y, ${widths} = ${count} maps out`,
		width: { once: 'C', twice: '2C' },
		wire: { once: 'C maps', twice: '2C maps' },
		foldIt: 'Fold it',
		foldAnyway: 'Fold anyway',
		foldQuestion: {
			ghost:
				'Try it: leave ReLU out, and make all 2C maps with one convolution, the first C by a kernel that changes nothing.',
			add: 'Try it: leave ReLU out, and add both kernels.',
			'relu-moved': 'Try it: add both kernels, and keep ReLU behind them.',
			'training-time':
				'Try it: fold both batch norms, add both kernels and both biases, and keep ReLU behind them.'
		},
		between: 'between the drawing and its fold',
		differenceMaps: 'Drawing minus fold',
		differenceScale: 'colours of the difference',
		exact: 'Nothing but rounding. One convolution gives what both paths gave.',
		cutOff: (differing: string, cutOff: string, total: string) =>
			`Of the ${total} values on the path, ${cutOff} are negative, and ReLU makes them 0. The folded kernel lets them through: the outputs differ at ${differing} places, all of them among these.`,
		elsewhere: (differing: string) => `The outputs differ at ${differing} places.`,
		foldedAlready: 'Go back to (a), (b), (c) or (d) to fold one of them yourself.',
		table: 'The five drawings as a table',
		tableColumns: {
			drawing: 'Drawing',
			operations: 'Operations',
			out: 'Maps out',
			foldable: 'Foldable',
			error: 'Largest difference after folding'
		},
		yes: 'yes',
		no: 'no',
		already: 'folded already',
		notTried: 'not tried yet'
	}
} as const;
