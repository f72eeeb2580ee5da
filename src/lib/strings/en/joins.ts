/** Words of the figures about joining feature maps. Numbers come in as text, already formatted. */
export const joins = {
	moved: {
		region: 'Bytes moved',
		channels: 'channels of each input',
		side: 'Maps',
		sideOption: (side: string) => `${side} × ${side}`,
		fairness: 'Concat and add get',
		fairnesses: { inputs: 'the same inputs', output: 'outputs of one width' },
		play: 'Play',
		pause: 'Pause',
		slider: 'Bytes moved so far',
		sliderValue: (bytes: string, most: string) => `${bytes} of ${most}`,
		joins: { concat: 'concat', add: 'add', folded: 'folded' },
		channelCount: (count: string) => `${count} ch`,
		buffers: { a: 'A', b: 'B', out: 'out' },
		nothing: 'One convolution has written the result already. There is nothing left to join.',
		readSoFar: 'read',
		writtenSoFar: 'written',
		tableLabel: 'Cost of each way',
		columns: {
			way: 'Way',
			output: 'Channels out',
			read: 'Bytes read',
			written: 'Bytes written',
			moved: 'Bytes moved',
			macs: 'MACs'
		},
		sentence: {
			inputs: (concat: string, add: string) =>
				`From the same inputs, concat moves ${concat} and add ${add}: three quarters. But the add has only half the channels to show for it.`,
			output: (concat: string, add: string) =>
				`For an output of the same width, concat moves ${concat} and add ${add}: half as much again, because its inputs are twice as wide.`
		},
		foldedSentence: 'Folded: 0 bytes, because nothing is joined any more.'
	},
	line: {
		region: 'Joins along the network',
		network: 'Network',
		networks: {
			ghost: 'GhostNet',
			training: 'RepGhostNet, training-time',
			folded: 'RepGhostNet, folded'
		},
		width: 'Width',
		kinds: { concat: 'concatenations', add: 'additions' },
		sum: (count: string, kind: string, bytes: string, values: string) =>
			`${count} ${kind} move ${bytes} for one picture; they write ${values} values.`,
		share: (percent: string) =>
			`That is ${percent} of all bytes that the network moves between its operations.`,
		none: 'No concatenation and no addition inside a module is left. Only the shortcuts around whole bottlenecks still add.',
		axis: 'bytes moved by each join',
		sideLabel: (side: string) => `${side}²`,
		here: (number: string, name: string, channels: string, side: string, bytes: string) =>
			`${number}: ${name}, ${channels} channels of ${side} × ${side}, ${bytes}`,
		chosen: 'Join',
		asTable: 'All joins as a table',
		columns: {
			number: 'No.',
			name: 'Where',
			maps: 'Maps',
			values: 'Values written',
			bytes: 'Bytes moved',
			running: 'Sum so far'
		},
		scroll: 'Table of joins'
	}
};
