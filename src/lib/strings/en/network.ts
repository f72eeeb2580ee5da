/** Words of the page that runs a network. Numbers come in as text, already formatted. */
export const network = {
	title: 'Run a network',
	summary:
		'Run RepGhost and Ghost networks on a picture in your browser, turn the picture, change the form, and look at every feature map.',
	whatItDoes:
		'This page runs RepGhost and Ghost networks with TensorFlow.js on your computer. Turn the dials of the picture, and the maps of every layer and the predictions follow; fold the network, and the answer stays. It needs JavaScript.',
	waiting: 'The network is fetched when this part comes near.',

	model: 'Model',
	shippedGroup: 'Drawn scenes, ten classes',
	untrainedOption: (name: string) => `${name} · untrained`,
	yourFile: 'Your file',
	weightsFile: 'Weights file',
	untrained:
		'Untrained: the weights are pseudo-random, so the predictions mean nothing. The arithmetic is real.',
	untrainedShort: 'The network is untrained: this ranking means nothing.',
	form: 'Form',
	forms: { 'training-time': 'Training-time', folded: 'Folded' },
	formMissing: 'This file is folded: its branches are gone, so it has no training-time form.',
	branch: 'Branch',
	branches: { none: 'None', identity: 'Plain identity' },
	branchNotice:
		'The file does not say whether its modules have a plain identity branch or none. Both fit. Choose one:',

	parameters: 'parameters',
	macs: 'MACs',
	bytesMoved: 'bytes moved',
	peakMemory: 'peak memory',
	thisRun: 'this run',

	exportJson: 'Export results (JSON)',
	backend: 'Backend',
	backends: { wasm: 'wasm', webgl: 'webgl', webgpu: 'webgpu', cpu: 'cpu' },
	backendWhy: {
		wasm: 'Runs on wasm (one thread), on this computer.',
		webgl: 'Runs on webgl, the graphics processor, on this computer.',
		webgpu: 'Runs on webgpu, the graphics processor, on this computer.',
		cpu: 'Runs on cpu, plain JavaScript, on this computer.'
	},
	backendRefused: (backend: string, reason: string) => `${backend} was refused: ${reason}`,

	starting: 'Fetching the engine',
	loading: (name: string) => `Loading ${name}`,
	preparing: 'Preparing the picture',
	running: 'Running…',
	done: (name: string, form: string, time: string) => `${name}, ${form} form, ran in ${time}.`,
	stopped: 'Stopped. Choose a network to go on.',
	tryAgain: 'Try again',
	dismiss: 'Dismiss',

	picture: 'Picture',
	pictureOrTensor: 'Picture or tensor',
	pictureHelp: 'PNG, JPEG, WebP, or .npy. Drop or paste works too. It never leaves this computer.',
	samplePictures: 'Sample pictures',
	/** The name stands between isolates, so that it cannot turn the words around it. */
	shownPicture: (name: string, columns: string, rows: string) =>
		`\u2068${name}\u2069, as the network sees it: ${columns} by ${rows} pixels`,
	onlyFirst: (count: string) => `One file at a time: the first was taken, ${count} left out.`,
	dropHere: 'Drop the file to run it',

	predictions: 'Predictions',
	class: 'Class',
	classNumber: (index: string) => `class ${index}`,
	probability: 'Probability',
	logit: 'Logit',
	logitHelp:
		'A logit is the score that the network gives to a class. The scores of all classes together give the probabilities.',
	agreement: 'Largest change in a logit against the training-time form',
	within: (tolerance: string) =>
		`Within the tolerance of ${tolerance} (1e-5, and 1e-5 of the largest logit): the answer stays.`,
	outside: (tolerance: string) =>
		`Outside the tolerance of ${tolerance} (1e-5, and 1e-5 of the largest logit).`,
	agreementWaits: 'Run both forms on this picture, and the largest change stands here.',

	whereYouAre: 'Where you are',
	layer: 'Layer',
	previousLayer: 'Previous layer',
	nextLayer: 'Next layer',
	stem: 'stem',
	last: '1×1',
	head: 'head',
	block: (number: string) => `block ${number}`,
	operations: (block: string) => `Operations of ${block}`,
	operationsScroll: (block: string) => `Operations of ${block}, scrolls sideways`,
	layerOption: (name: string, shape: string) => `${name} · ${shape}`,

	mapsTitle: (count: string, rows: string, columns: string) =>
		`${count} maps of ${rows} × ${columns}`,
	valuesTitle: (count: string) => `${count} values`,
	mapsOfLayer: 'Maps of the layer',
	featureMaps: 'Feature maps',
	mapsRegion: 'Maps of this layer, scrolls',
	cell: (map: string, low: string, high: string, mean: string) =>
		`Map ${map}: ${low} to ${high}, mean ${mean}`,
	cellNotFinite: (map: string, count: string) => `Map ${map}: ${count} values are not finite`,
	sort: 'Sort',
	sorts: { channel: 'by channel', energy: 'by mean |value|' },
	scale: 'Colour scale',
	scales: { shared: 'shared', own: 'own' },
	sharedLegend: 'one scale for all maps of this layer',
	ownLegend: (map: string) => `map ${map}; every map has a scale of its own`,
	mapRange: (from: string, to: string, all: string) => `maps ${from}–${to} of ${all}`,
	previousMaps: 'Previous maps',
	nextMaps: 'Next maps',
	mapsSentence: (
		count: string,
		rows: string,
		columns: string,
		low: string,
		high: string,
		map: string,
		row: string,
		column: string
	) =>
		`${count} maps of ${rows} by ${columns}, from ${low} to ${high}. The highest value is in map ${map}, row ${row}, column ${column}.`,
	valuesSentence: (count: string, low: string, high: string, map: string) =>
		`${count} values, one for each channel, from ${low} to ${high}. The highest is number ${map}.`,
	notFiniteSentence: (count: string) =>
		`${count} values are not finite numbers; they are shown chequered in black and white.`,

	allMaps: 'All maps',
	showAllMaps: (count: string) => `Show all ${count} maps of the network`,
	allMapsTitle: (count: string, blocks: string) =>
		`All ${count} maps of the network, layer after layer, in ${blocks} bands, one for each block`,
	allMapsCaption:
		'Layer after layer, one band for each block, maps in their own size; each layer has a colour scale of its own: violet to orange around zero, or dark blue to yellow from zero.',

	oneMap: 'One map',
	probe: 'Probe',
	probeHelp:
		'The probe begins at the largest value of the map. Point at another, or move it with arrow keys: by 1, with Shift by 8.',
	followThis: 'Follow this number',
	probeValue: (row: string, column: string, value: string) =>
		`row ${row}, column ${column}: ${value}`,
	readout: (map: string, row: string, column: string, value: string) =>
		`map ${map}, row ${row}, column ${column}: ${value}`,
	windowTitle: 'The numbers around the probe',
	windowCaption: (map: string, rows: string, columns: string) =>
		`Map ${map}, rows ${rows}, columns ${columns}`,
	row: 'row',

	thisLayer: 'This layer',
	operation: 'operation',
	shape: 'shape',
	time: 'time',
	zeros: 'zeros',
	range: 'min … max',
	mean: 'mean',
	notTimed: 'not timed here',
	cost: 'What it costs',
	costHelp:
		'MACs are multiply-accumulate operations: a product that is added to a sum; papers often call them FLOPs. Bytes moved are those of the weights, and of the maps that each operation reads and writes. Peak memory is what the maps need at most at one time. kB and MB are 1000 and 1,000,000 bytes. The time is that of this one run, and every map is kept in it: the first run of a network is slower, and the lab compares with many runs.',
	wholeNetwork: 'Whole network',
	timePerBlock: 'Time per block',
	coarseClock: (step: string) =>
		`This browser’s clock goes in steps of ${step}, so that short times are told as 0 or one step. For closer ones, the lab times many runs between two looks at the clock.`,
	blockColumn: 'Block',
	timesMissing: (backend: string) => `On ${backend} single layers cannot be timed.`
} as const;
