/** Words of the cells whose code the reader changes and runs. */
export const cells = {
	code: 'Code',
	run: 'Run',
	stop: 'Stop',
	reset: 'Reset',
	undoReset: 'Undo reset',
	output: 'Output',
	edited: 'edited',
	original: 'as in the lesson',
	notKept: 'Your changes cannot be kept here: they last until you leave this page.',
	older: 'This code of the lesson is newer than a change of yours. Your other version is kept.',
	showOlder: 'Put my other version here',
	forgetOlder: 'Forget it',
	/** While the cursor is not in the code for good. */
	passing: (button: string) =>
		`Shift+Enter or Ctrl+Enter: ${button}. Tab moves on; press Enter once, and Tab indents.`,
	editing: (button: string) =>
		`Shift+Enter or Ctrl+Enter: ${button}. Tab indents; Esc, then Tab moves on.`,
	loading: 'TensorFlow.js is loaded …',
	running: 'The code runs …',
	ran: 'The code has run.',
	stale: 'The code was changed since this run.',
	empty: 'What the code makes is shown here.',
	nothing: 'The code has run. It made nothing that can be shown.',
	ends: {
		time: 'Stopped: the code ran for more than 1 second. Is there a loop that never ends?',
		load: 'Stopped: TensorFlow.js was not loaded within 20 seconds. Try again.',
		limit: 'Stopped: the code says more than fits here (100 messages, 100 kB).',
		stopped: 'Stopped by you.',
		failed: 'The code could not be run: its file did not arrive. Try again when you are online.'
	},
	line: (line: number) => `Line ${line}`,
	lineUnknown: 'Error',
	unnamed: 'value of the last line',
	/** A tensor that is too large to be drawn. */
	large: (name: string, shape: string, low: string, high: string) =>
		`${name}: [${shape}], from ${low} to ${high}. Too large to be drawn here.`,
	/** A tensor of a shape with a 0. */
	hollow: (name: string, shape: string) => `${name} [${shape}]: it has no values.`,
	/** Where only the first maps are drawn. */
	first: (name: string, shape: string, shown: string) =>
		`${name} [${shape}], the first ${shown} maps`,
	named: (name: string, shape: string) => `${name} [${shape}]`,
	channel: (number: string) => `channel ${number}`,
	/** A table of all channels. */
	stacked: (name: string) => `${name}, its channels one below the other`,
	order:
		'Tensors are shown as channels, rows, columns. TensorFlow.js itself keeps maps as pictures, rows, columns, channels, in short NHWC; convolve, depthwise and batchNorm turn them there and back.',
	frame: 'Isolated document that runs the code of this cell',
	completions: 'Names that fit',
	errors: {
		syntax: 'This is not complete JavaScript. A bracket, a comma or a quote may be missing.',
		unknownName: (name: string) => `Nothing is called “${name}” here.`,
		tooEarly: (name: string | null) =>
			`${name === null ? 'A name' : `“${name}”`} is used above the line that makes it.`,
		noFunction: (name: string) => `“${name}” is not a function here.`,
		noValue: (name: string) => `What stands before “.${name}” has no value.`,
		constant: 'A const keeps its value. Give the new value another name.',
		recursion: 'A function calls itself and never ends.',
		tooLarge: 'This is larger than the memory a cell may have.',
		twice: (name: string) =>
			`“${name}” is made twice. Give one of them another name; to change it, make it with “let” once.`,
		returns:
			'“return” ends a function, and none is around it here. What the last line comes to is shown anyway.',
		imports: 'Nothing can be imported here: tf and the helpers are there already.',
		initial: 'A const needs its value on the same line: const a = 1;',
		character:
			'A quote is not closed, or a sign here is none that JavaScript knows, such as a curly quote. Type it again.',
		disposed: 'This tensor was given back with dispose(). It has no values any more.',
		reshape: (size: string, shape: string) =>
			`A tensor of ${size} values does not fit into the shape [${shape}].`,
		joined: (others: string, one: string, axis: string) =>
			`The shapes [${others}] and [${one}] cannot be joined on axis ${axis}: all other axes must be as long.`,
		product: (columns: string, rows: string) =>
			`The first matrix has ${columns} columns and the second ${rows} rows: they must be as many.`,
		awaiting: 'Nothing has to be awaited here: read the numbers of a tensor with dataSync().',
		shapes: (one: string, two: string) => `The shapes [${one}] and [${two}] do not fit together.`,
		depth: (maps: string, kernel: string) =>
			`The maps have ${maps} channels, and the kernel takes ${kernel}. Are they in the order of the helpers?`
	},
	kinds: { tensor: 'tensor', function: 'function', number: 'number', other: 'object' },
	/** What the reader is told about a name; the signature comes first. */
	docs: {
		tf: 'TensorFlow.js: tensors and what can be done with them.',
		weights: 'weights[key]: the tensors of the toy module by name.',
		picture: 'picture: two channels of 5 × 5 that go into the module.',
		show: 'show(tensor, name): draws a tensor in the output.',
		print: 'print(…values): writes a line into the output; a tensor alone is drawn.',
		convolve:
			'convolve(maps, kernel, bias = 0): a dense convolution; every map out sees every map in.',
		depthwise:
			'depthwise(maps, kernel, bias = 0): a depthwise convolution; each map has its own kernel.',
		batchNorm: 'batchNorm(maps, norm, epsilon = eps): batch norm with stored statistics.',
		around: 'around(kernels): a frame of zeros, so that 1×1 kernels become 3×3.',
		normOf: 'normOf(name): gamma, beta, mean and variance of a batch norm.',
		last: 'last(maps): channels last, as TensorFlow.js wants them.',
		first: 'first(maps): channels first again.',
		x: 'x: what both branches of the module read.',
		eps: 'eps: 1e-5, as in PyTorch. Keeps a division by zero away.',
		pw: 'pw.kernel: the 1×1 convolution.',
		dw: 'dw.kernel: the depthwise 3×3 convolution.',
		bn0: 'bn0: the batch norm after the 1×1 convolution.',
		bn1: 'bn1: the batch norm of the depthwise branch.',
		bn2: 'bn2: the batch norm of the identity branch.'
	},
	tf: {
		abs: 'tf.abs(x): values without their signs.',
		add: 'tf.add(a, b): a + b, value by value.',
		batchNorm:
			'tf.batchNorm(x, mean, variance, offset, scale, epsilon): its own epsilon is 1e-3; pass 1e-5.',
		concat: 'tf.concat([a, b], axis): puts tensors side by side; axis 1 is the channels.',
		conv2d: 'tf.conv2d(x, filter, strides, pad): x is NHWC. At stride 2 pass pad as a number.',
		depthwiseConv2d: 'tf.depthwiseConv2d(x, filter, strides, pad): x is NHWC.',
		div: 'tf.div(a, b): a / b, value by value.',
		exp: 'tf.exp(x): e to the power of each value.',
		max: 'tf.max(x, axis?): the largest value.',
		mean: 'tf.mean(x, axis?): the mean.',
		min: 'tf.min(x, axis?): the smallest value.',
		moments: 'tf.moments(x, axis): mean and variance.',
		mul: 'tf.mul(a, b): a · b, value by value.',
		ones: 'tf.ones(shape): all ones.',
		relu: 'tf.relu(x): negative values become 0.',
		scalar: 'tf.scalar(value): a tensor of one number.',
		sqrt: 'tf.sqrt(x): square roots.',
		square: 'tf.square(x): squares.',
		sub: 'tf.sub(a, b): a − b, value by value.',
		sum: 'tf.sum(x, axis?): the sum.',
		tensor: 'tf.tensor(values, shape): a tensor of these values.',
		tensor1d: 'tf.tensor1d(values): a list as a tensor.',
		tensor2d: 'tf.tensor2d(rows): rows and columns.',
		zeros: 'tf.zeros(shape): all zeros.'
	},
	methods: {
		abs: 'abs(): values without their signs.',
		add: 'add(b): this + b.',
		dataSync: 'dataSync(): the numbers as a list.',
		div: 'div(b): this / b.',
		exp: 'exp(): e to the power of each value.',
		flatten: 'flatten(): all values in one row.',
		max: 'max(axis?): the largest value.',
		mean: 'mean(axis?): the mean.',
		min: 'min(axis?): the smallest value.',
		mul: 'mul(b): this · b.',
		pad: 'pad(paddings): zeros around, a pair for each axis.',
		relu: 'relu(): negative values become 0.',
		reshape: 'reshape(shape): the same values in another shape; −1 is whatever is left.',
		shape: 'shape: the length of each axis.',
		slice: 'slice(begin, size): a part.',
		sqrt: 'sqrt(): square roots.',
		square: 'square(): squares.',
		sub: 'sub(b): this − b.',
		sum: 'sum(axis?): the sum.',
		transpose: 'transpose(order): axes in another order.'
	}
} as const;
