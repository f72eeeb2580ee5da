/** Words of what lies behind a number of a network: what it saw, what it was made of, the kernels. */
export const inside = {
	title: 'One number',
	ask: 'Put the probe on a value of a map. The frame on the picture shows which pixels this value can depend on. “Follow this number” shows the numbers it was made of, and each of those leads further back, down to the picture.',
	following: 'Looking up what this number was made of…',
	followLargest: 'Follow the largest term',
	atPicture:
		'The way ends here: only bytes of the picture, weights and constants lie behind this number.',

	/** The receptive field. */
	picture: (height: string, width: string) =>
		`The picture, ${height} by ${width} pixels, with a frame round what the value sees`,
	ofProbe: (map: string, row: string, column: string) =>
		`What map ${map}, row ${row}, column ${column} sees`,
	ofFollowed: 'What the followed number sees',
	rowsAndColumns: (rows: string, columns: string, height: string, width: string) =>
		`Rows ${rows} and columns ${columns} of the picture: ${height} × ${width} pixels.`,
	onePixel: (row: string, column: string) => `One pixel: row ${row}, column ${column}.`,
	centre: (row: string, column: string) =>
		`The centre of its field is row ${row}, column ${column}.`,
	beyond: (height: string, width: string) =>
		`Its kernels reach over ${height} × ${width} pixels; the hatched part lies beyond the border, where padding puts zeros.`,
	wholePicture: 'The whole picture.',
	gates:
		'That is what it sees through convolutions. A gate of squeeze-excite lies on the way, and each gate is made of the means of whole maps: with the gates, the value depends on the whole picture.',
	weightSees: 'A weight sees no picture: it is the same for every one.',
	to: (first: string, last: string) => `${first} to ${last}`,

	/** Operations, as the way back names them. */
	operations: {
		'1x1': '1×1 convolution',
		depthwise: 'depthwise convolution',
		convolution: 'convolution',
		'batch-norm': 'batch norm',
		'scale-shift': 'scale and shift',
		shift: 'shift',
		relu: 'ReLU',
		'hard-sigmoid': 'gate',
		add: 'sum',
		multiply: 'gated map',
		concat: 'joined maps',
		'global-average-pool': 'mean of a map',
		dropout: 'dropout',
		linear: 'class score'
	},
	ofNode: (what: string, node: string) => `${what} of ${node}`,
	nodeAt: (operation: string, node: string, channel: string, row: string, column: string) =>
		`${operation} ${node}, channel ${channel}, row ${row}, column ${column}`,
	nodeOfChannel: (operation: string, node: string, channel: string) =>
		`${operation} ${node}, number ${channel}`,
	colours: ['red', 'green', 'blue'],
	input: 'picture',
	inputAt: (colour: string, row: string, column: string) =>
		`picture as the network reads it, ${colour}, row ${row}, column ${column}`,
	pixelParts: {
		centred: 'light − mean',
		light: 'light',
		byte: 'byte',
		mean: 'mean',
		deviation: 'standard deviation',
		full: 'full light'
	},
	pixelAt: (part: string, colour: string, row: string, column: string) =>
		`${part}, ${colour}, row ${row}, column ${column}`,
	ofColour: (part: string, colour: string) => `${part} of ${colour} in ImageNet’s pictures`
} as const;
