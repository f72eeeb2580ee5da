/** Words of two runs side by side, and of the figures made of them. Numbers come in as text. */
export const compare = {
	title: 'Compare two runs',
	open: 'Compare',
	close: 'Close',
	lede: 'A is what this page shows above. B is any other network, form or picture. Both run on this computer.',
	presets: 'One click',
	preset: {
		forms: 'Training-time against folded',
		families: 'RepGhost against Ghost',
		branch: 'BN branch against none'
	},
	bar: 'What B is',
	network: 'B: network',
	form: 'B: form',
	picture: 'B: picture',
	samePicture: 'the same as A',
	ownPicture: 'the picture that A had',
	file: 'B: own file',
	swap: 'Swap A and B',
	exportJson: 'Export comparison (JSON)',
	waiting: 'B runs as soon as A rests.',
	ofBefore: 'A has changed: what stands here is still from before.',
	running: (name: string) => `B: ${name}`,
	comparing: 'The layers of both are being compared.',
	ofB: 'B:',
	stopped: 'B was stopped.',
	tryAgain: 'Try again',
	dismiss: 'Dismiss',
	done: (a: string, b: string) =>
		a === b ? `Compared two runs of ${a}.` : `Compared ${a} with ${b}.`,
	/** One of the runs: `RepGhost, BN branch, training-time form`. */
	run: (name: string, form: string) => `${name}, ${form} form`,
	onPicture: (name: string) => `on \u2068${name}\u2069`,
	a: 'A',
	b: 'B',
	aMinusB: 'A − B',
	ratio: 'B : A',

	predictions: 'Answers',
	topClasses: 'Top classes of A and B',
	class: 'Class',
	probability: 'Probability',
	logit: 'Logit',
	largestLogit: 'Largest difference of a logit',
	equal: 'Equal within rounding.',
	notEqual: 'More than rounding.',
	twoNetworks: 'More than rounding: A and B have different weights.',
	twoPictures: 'More than rounding: A and B see different pictures.',
	tolerance: (tolerance: string) => `Tolerance ${tolerance} (1e-5, and 1e-5 of the largest logit).`,
	otherClasses: 'A and B know different classes, so their logits cannot be compared.',

	cost: 'Cost and time',
	costTable: 'Cost and time of A and B',
	what: 'What',
	parameters: 'parameters',
	macs: 'MACs',
	bytesMoved: 'bytes moved',
	peakMemory: 'peak memory',
	time: 'time',
	medians: (rounds: string) =>
		`Times are medians of ${rounds} runs each, taken in turns on this computer. Other programs that run meanwhile change them.`,
	singleRuns:
		'Times are of one run each. The first run of a network is slower than the next ones, so small differences mean nothing.',

	layers: {
		title: 'How far apart each layer is',
		caption:
			'Each dot is a layer that both networks have, with the same shape. Its height is the largest difference |A − B| of a value, on a scale of powers of ten; a layer without any difference stands at 0.',
		withTolerance:
			'Below the dashed line the difference is no more than rounding (1e-5, and 1e-5 of the layer’s largest value).',
		across: 'layers, in running order',
		zero: '0',
		scrubber: 'Layer compared',
		value: (layer: string, difference: string) => `${layer}: ${difference}`,
		valueInWords: (layer: string, difference: string, place: string, count: string) =>
			`${layer}, ${place} of ${count}: largest difference ${difference}`,
		/** Where A's layer is none that can be compared. */
		notComparable: (layer: string) => `${layer} has no counterpart of equal shape`,
		help: 'Arrow keys go from layer to layer, Home and End to the first and last.',
		noDots: 'No layer of A has a counterpart of equal name and shape in B.',
		table: 'The differences as a table',
		columns: {
			layer: 'Layer',
			shapeA: 'Shape in A',
			shapeB: 'Shape in B',
			difference: 'Largest |A − B|',
			tolerance: 'Tolerance'
		},
		none: '–',
		/** Layers that cannot be compared, each kind with its number. */
		alone: (kinds: string) => `Not compared: ${kinds}.`,
		onlyInA: (count: string) => `${count} only in A`,
		onlyInB: (count: string) => `${count} only in B`,
		otherShape: (count: string) => `${count} of another shape in B`,
		andMore: (list: string, item: string) => `${list}, ${item}`,
		within: (within: string, all: string) =>
			`${within} of ${all} compared layers are equal within rounding.`
	},

	maps: {
		title: (layer: string) => `Maps of ${layer}`,
		caption: (count: string, all: string) =>
			count === all
				? `All ${all} maps, those with the largest difference first.`
				: `${count} of ${all} maps, those with the largest difference first.`,
		grid: 'Maps of A, B, and A − B',
		cell: (run: string, map: string, low: string, high: string) =>
			`${run}, map ${map}: ${low} to ${high}`,
		scaleAB: 'A and B, one scale for both',
		scaleDifference: 'A − B, around zero',
		previous: 'Previous maps',
		next: 'Next maps',
		range: (from: string, to: string, all: string) => `maps ${from}–${to} of ${all}`,
		large: (map: string) => `Map ${map}, large`,
		readout: (map: string, row: string, column: string, a: string, b: string, difference: string) =>
			`map ${map}, row ${row}, column ${column}: A ${a}, B ${b}, A − B ${difference}`,
		readoutTitle: 'Where the two differ most',
		equal: (map: string) => `map ${map} is equal in A and B, to the last bit`,
		reading: 'The maps are being read.',
		onlyA: (layer: string) => `${layer} is only in A; B has no such layer.`,
		otherShape: (layer: string, a: string, b: string) =>
			`${layer} gives ${a} in A and ${b} in B, so no value of one can be subtracted from a value of the other.`,
		pairing: 'Its operations in A and in B:'
	},

	graph: {
		title: 'What each network is made of',
		summary: (a: string, b: string) => `${a} operations in A, ${b} in B.`,
		nothing: 'They are the same, operation by operation.',
		onlyA: (list: string) => `Only in A: ${list}.`,
		onlyB: (list: string) => `Only in B: ${list}.`,
		changed: (list: string) => `Changed: ${list}.`,
		count: (count: string, kind: string) => `${count} ${kind}`,
		/** A list, built from its left end. */
		listNext: (list: string, item: string) => `${list}, ${item}`,
		listEnd: (list: string, item: string) => `${list} and ${item}`,
		kind: {
			convolution: { one: 'convolution', several: 'convolutions' },
			depthwise: { one: 'depthwise convolution', several: 'depthwise convolutions' },
			'batch-norm': { one: 'batch norm', several: 'batch norms' },
			'scale-shift': { one: 'scale and shift', several: 'scales and shifts' },
			shift: { one: 'shift', several: 'shifts' },
			relu: { one: 'ReLU', several: 'ReLUs' },
			'hard-sigmoid': { one: 'gate', several: 'gates' },
			add: { one: 'sum', several: 'sums' },
			concat: { one: 'concatenation', several: 'concatenations' },
			multiply: { one: 'product', several: 'products' },
			'global-average-pool': { one: 'average pool', several: 'average pools' },
			linear: { one: 'linear layer', several: 'linear layers' }
		},
		box: {
			convolution: (kernel: string) => `${kernel}×${kernel} conv`,
			depthwise: (kernel: string) => `${kernel}×${kernel} dconv`,
			'batch-norm': 'BN',
			'scale-shift': 's·x + t',
			shift: '+ t',
			relu: 'ReLU',
			'hard-sigmoid': 'gate',
			add: 'add',
			concat: 'concat',
			multiply: 'multiply',
			'global-average-pool': 'mean',
			linear: 'linear'
		},
		signs: { same: '=', changed: '≠', 'only-a': '−', 'only-b': '+' },
		marks: {
			same: 'the same',
			changed: 'changed',
			'only-a': 'only in A',
			'only-b': 'only in B'
		},
		legend: 'Between the columns: = the same, ≠ changed, − only in A, + only in B.',
		change: {
			kernel: 'other kernel',
			stride: 'other stride',
			biasGained: 'gains a bias',
			biasLost: 'loses its bias',
			shape: (a: string, b: string) => `${a} → ${b} channels`,
			size: (a: string, b: string) => `${a} → ${b}`,
			parameters: (a: string, b: string) => `${a} → ${b} parameters`
		},
		stem: 'stem',
		last: 'last 1×1',
		head: 'head',
		block: (number: string) => `block ${number}`,
		blocks: (list: string) => `blocks ${list}`,
		/** A line over the rows of one block. */
		group: (names: string, a: string, b: string) => `${names} · ${a} → ${b} operations each`,
		single: (name: string, a: string, b: string) => `${name} · ${a} → ${b} operations`,
		sameGroup: (count: string, names: string) =>
			`${count} the same, operation by operation: ${names}`,
		parts: (count: string) => (count === '1' ? '1 part' : `${count} parts`),
		rows: (name: string) => `Operations of ${name} in A and in B`,
		drawn: (name: string) => `Drawn: ${name}. In the others only the numbers differ.`,
		mark: 'Compared',
		table: 'The counts as a table',
		columns: {
			kind: 'Operation',
			a: 'In A',
			b: 'In B',
			same: 'Same',
			changed: 'Changed',
			onlyA: 'Only in A',
			onlyB: 'Only in B'
		}
	}
} as const;
