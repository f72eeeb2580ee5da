/** Words of the lab and of figures that take times. Numbers come in as text, already formatted. */
export const lab = {
	title: 'Lab',
	summary:
		'Time Ghost and RepGhost modules, bottlenecks and networks on your own computer, with a verdict that does not cry wolf.',
	whatItDoes:
		'This page times Ghost and RepGhost on your computer, with TensorFlow.js in the browser. Each thing is run again and again, in an order that is shuffled anew every round, and is called faster only where the numbers bear it. It needs JavaScript.',
	setUp: 'What is timed',
	what: 'What',
	subjects: {
		join: 'Concat, add, nothing',
		module: 'Modules',
		bottleneck: 'Bottlenecks',
		network: 'Networks'
	},
	subjectText: {
		join: 'Joining two sets of maps, which is what a Ghost module does by concatenation and RepGhost by addition; and nothing, which is what is left of the addition once it is folded. Bytes are not all: on wasm, TensorFlow.js joins maps pixel by pixel, which takes far longer than moving their bytes.',
		module:
			'The first module of a bottleneck, as it stands in the network. RepGhost comes in three forms; a Ghost module has no branches, so its deploy form is its training-time form.',
		bottleneck:
			'A whole bottleneck: two modules, and what lies between and beside them. RepGhost comes in three forms; a Ghost module has no branches, so its deploy form is its training-time form.',
		network:
			'Whole networks with pseudo-random weights. They recognise nothing, and take exactly as long as trained ones.'
	},
	channels: 'Channels of the result',
	side: 'Rows and columns',
	place: 'Bottleneck of the network',
	placeOption: (number: string, side: string, inputs: string, outputs: string) =>
		`${number} · ${side} × ${side}, ${inputs} → ${outputs} channels`,
	placeStride: (option: string) => `${option}, stride 2`,
	fairness: 'Equal in',
	fairnesses: { role: 'Role', macs: 'MACs', width: 'Width' },
	fairnessText: {
		role: 'The same maps go in and the same number come out, each network with its own widths in between: this is how the paper plans its networks, and the fairest comparison.',
		macs: 'Both do the same arithmetic, as nearly as whole channels allow. RepGhost is narrower for that.',
		width:
			'Not a fair comparison: at an equal width RepGhost does about twice the arithmetic, because it makes by convolution the half that Ghost gets from the cheap operation. It is here to show what re-planning the widths is good for.'
	},
	repghostWidth: 'Width of RepGhostNet',
	ghostWidth: 'Width of GhostNet',
	pictureSide: 'Picture',
	pictureOption: (side: string) => `${side} × ${side}`,
	rounds: 'Rounds',
	backends: 'Backends',
	backendNames: {
		wasm: 'wasm, one thread',
		webgl: 'webgl, graphics processor',
		webgpu: 'webgpu, graphics processor',
		cpu: 'cpu, plain JavaScript'
	},
	backendsHint: 'Each in turn. One that this browser does not have is said so.',

	measure: 'Measure',
	stop: 'Stop',
	stopping: 'Stopping…',
	starting: (backend: string) => `Fetching ${backend}`,
	preparing: (backend: string) => `Preparing on ${backend}`,
	warmingUp: (backend: string) => `Warming up on ${backend}`,
	measuring: (backend: string, done: string, of: string) =>
		`Measuring on ${backend}: round ${done} of ${of}`,
	secondsLeft: (seconds: string) => `about ${seconds} s left`,
	done: (backend: string, rounds: string) => `Measured on ${backend}: ${rounds} rounds.`,
	leaveIt: 'Leave the page in front and the computer to itself until it is done.',
	failed: (reason: string) => `The measurement has stopped: ${reason}`,
	refused: (backend: string, reason: string) => `${backend} is not to be had here: ${reason}`,
	tryLess: 'Try another backend, or something smaller.',
	notYet: 'Nothing has been timed yet.',

	things: {
		joins: {
			concat: (channels: string) => `Concat to ${channels} channels`,
			'add-halves': (channels: string) => `Add the same halves, ${channels} channels`,
			add: (channels: string) => `Add to ${channels} channels`,
			nothing: 'Nothing'
		},
		families: { ghost: 'Ghost', repghost: 'RepGhost' },
		forms: { 'training-time': 'training-time', deploy: 'deploy', folded: 'folded' },
		inForm: (name: string, form: string) => `${name}, ${form}`,
		control: (name: string) => `${name}, once more`
	},
	notes: {
		join: (bytes: string) => `${bytes} moved`,
		nothing: 'no bytes moved',
		graph: (macs: string) => `${macs} MACs`,
		channels: (list: string, note: string) => `${list} channels, ${note}`,
		control: 'the same thing twice'
	},
	thingsTable: 'Things to be timed, and what they cost on paper',
	thing: 'Thing',
	macs: 'MACs',
	parameters: 'Parameters',
	bytes: 'Bytes moved',
	thingsScroll: 'What is timed and what it costs; the table scrolls sideways',

	plot: {
		milliseconds: 'milliseconds for one run',
		microseconds: 'microseconds for one run',
		/** Of the whole drawing, for those who do not see it. */
		label: (rows: string) => `Times of ${rows} things, one dot for each round.`,
		empty: 'no times yet',
		interval: (low: string, high: string) => `${low} to ${high}`,
		beyond: (count: string) => `${count} beyond →`,
		legendDot: 'one round, the first at the top',
		legendMedian: 'median',
		legendInterval: 'its 95 % interval',
		table: 'The numbers as a table',
		/** `of`: what was timed first, and on which backend. */
		tableScroll: (of: string) => `Times of ${of}, and others; the table scrolls sideways`,
		columns: {
			name: 'Thing',
			rounds: 'Rounds',
			fastest: 'Fastest',
			median: 'Median',
			interval: '95 % interval',
			slowest: 'Slowest'
		},
		unitMilliseconds: (column: string) => `${column}, ms`,
		unitMicroseconds: (column: string) => `${column}, µs`
	},

	verdicts: {
		title: 'Verdict',
		faster: (of: string, against: string, ratio: string, range: string) =>
			`${of} is faster than ${against}: it takes ${ratio} times as long (${range}).`,
		slower: (of: string, against: string, ratio: string, range: string) =>
			`${of} is slower than ${against}: it takes ${ratio} times as long (${range}).`,
		none: (of: string, against: string, ratio: string, range: string) =>
			`No difference can be told between ${of} and ${against}: ${ratio} times as long (${range}).`,
		/** The interval is clear of 1, and not of the noise floor. */
		floor: (of: string, against: string, ratio: string, range: string) =>
			`No difference can be told between ${of} and ${against}: ${ratio} times as long (${range}), which is not clear of the noise floor.`,
		open: (of: string, against: string, ratio: string) =>
			`${of} against ${against}: ${ratio} times as long so far.`,
		range: (low: string, high: string) => `${low} to ${high}`,
		noRange: 'no interval',
		control: (name: string, ratio: string, range: string) =>
			`Noise floor: ${name}, timed twice, came out at ${ratio} times itself (${range}).`,
		margin: (percent: string) => `Differences up to ${percent} count as none.`,
		stopped: (done: string, of: string) =>
			`Stopped after ${done} of ${of} rounds: medians, and no verdict. Who stops when the numbers please finds differences where there are none.`,
		howTitle: 'How the verdict is reached',
		how: 'In each round every thing is timed once, in an order shuffled from a seed, and one time is divided by the other. Of these ratios the median is taken, with an interval from their order alone. Because of the shuffle, whatever disturbs the machine hits all things alike, so two equal things are called different in at most 1 of 20 runs: all comparisons of a run share that risk. A difference counts only where the whole interval lies beyond the noise floor.'
	},

	disturbances: {
		title: 'What may have disturbed it',
		hidden: 'The page was out of sight for a while. Browsers slow such pages down.',
		control:
			'One thing, timed twice, came out different from itself. The machine was not steady; measure again.',
		paused:
			'The worker stood still for more than a second: the computer slept, or was busy elsewhere.',
		loaded: 'The machine’s own speed went up and down: other programs or tabs are at work.',
		slowed:
			'The machine was slower at the end than at the beginning: it may be getting hot, or saving power.',
		quickened: 'The machine was faster at the end than at the beginning: it was still waking up.',
		'coarse-clock': 'This browser’s clock is coarse against what was timed.',
		restless: 'The times of a thing spread widely from round to round.',
		note: 'Verdicts stand all the same, since the shuffle spreads it over all things; but small differences stay unseen.'
	},

	conditions: {
		backend: 'Backend',
		backendText: {
			wasm: 'wasm, one thread',
			webgl: 'webgl',
			webgpu: 'webgpu',
			cpu: 'cpu, plain JavaScript'
		},
		processor: 'Graphics processor',
		cores: 'Cores',
		unknown: 'not said',
		browser: 'Browser',
		taken: 'When',
		clock: 'Clock’s step',
		clockText: (microseconds: string) => `${microseconds} µs`,
		repetitions: 'Runs between two looks at the clock',
		range: (least: string, most: string) => `${least} to ${most}`,
		rounds: 'Rounds',
		roundsText: (done: string, of: string) => `${done} of ${of}`,
		seed: 'Seed of the shuffle',
		machine: 'The machine',
		local: 'This is kept in your browser and sent nowhere.'
	},

	resultTitle: (subject: string, backend: string) => `${subject}, on ${backend}`,
	resultTakeaway: 'as timed on this computer',
	labelNow: 'Now',
	labelEmpty: 'Not measured',
	timedBy: (backend: string, rounds: string) =>
		`Timed by TensorFlow.js (${backend}) on this computer, ${rounds} rounds.`,
	timedYet: 'Nothing is timed before you press Measure.',

	history: 'Measurements kept on this device',
	historyText:
		'They stay in this browser until you remove them, and are sent nowhere. The oldest give way to new ones.',
	historyEmpty: 'None yet. What you measure is kept here.',
	historyNotKept: 'This browser does not let the page keep them: they are gone when you leave.',
	historyFacts: (what: string, backend: string, rounds: string) =>
		`${what}, on ${backend}, ${rounds} rounds`,
	show: 'Show',
	showOne: (name: string, when: string) => `Show ${name}, ${when}`,
	remove: 'Remove',
	removeOne: (name: string, when: string) => `Remove ${name}, ${when}`,
	removeAll: 'Remove all',
	shown: 'Shown',
	exportJson: 'Export measurements (JSON)',
	exportCsv: 'Export measurements (CSV)'
} as const;
