/** Words for finding one's way through a network. Numbers come in as text, already formatted. */
export const finding = {
	network: 'Network',
	place: 'Place in the network',
	zoomOut: 'Zoom out',
	stages: 'Stages',
	blocks: 'Blocks',
	stage: (number: string) => `Stage ${number}`,
	block: (number: string) => `block ${number}`,
	parts: { stem: 'stem', tail: 'tail', last: '1×1', head: 'head' },
	blockCount: (count: number) => (count === 1 ? '1 block' : `${count} blocks`),
	/** Between the name of a part, what is inside, its shape and its share, where they are read out. */
	between: ',',
	halves: 'halves the maps',
	squeezeExcite: 'SE',
	share: (percent: string) => `${percent} of MACs`,
	tilesCaption:
		'Choose a part to look inside. Each picture is one map of the part’s last layer, the one with the widest spread, in its own colours; below stand channels × rows × columns and the share of all multiply-accumulate operations (MACs).',
	blockCaption:
		'A picture under an operation is one map of the layer that ends there, the one with the widest spread, in its own colours; single values stand line by line. Choose one to see all maps of its layer.',
	find: 'Find a layer',
	findHelp: 'name, operation or shape',
	found: 'Layers that fit',
	foundCount: (count: number) =>
		count === 0 ? 'No layer fits.' : count === 1 ? '1 layer fits.' : `${count} layers fit.`,
	foundMore: (count: number) => `… and ${count} more: type on.`,
	play: 'Play layers',
	pause: 'Pause',
	speed: 'Speed',
	speeds: { '1': '1 layer a second', '2': '2 layers a second', '4': '4 layers a second' },
	playing: (number: string, all: string) => `layer ${number} of ${all}`,
	table: {
		title: 'Table of layers',
		scroll: 'Table of layers, scrolls',
		filter: 'Filter by text',
		operation: 'Operation',
		all: 'all operations',
		shown: (count: string, all: string) => `${count} of ${all} layers`,
		note: 'Choose a heading to sort by it, and a name to look at the layer. A layer holds the ones inside it, so times, MACs and bytes do not add up over the rows. Values of the last whole run.',
		columns: {
			order: 'No.',
			name: 'Layer',
			kind: 'Operation',
			shape: 'Shape',
			min: 'Min',
			max: 'Max',
			mean: 'Mean',
			std: 'Std',
			zeros: 'Zeros',
			milliseconds: 'Time',
			macs: 'MACs',
			bytesMoved: 'Bytes moved'
		}
	},
	filter: 'Show',
	filters: { all: 'all maps', alive: 'maps with values', silent: 'silent maps' },
	mapsShown: {
		all: (count: string) => `All ${count} maps are shown.`,
		alive: (count: string, all: string) =>
			`${count} of ${all} maps have a value other than 0; these are shown.`,
		silent: (count: string, all: string) =>
			`${count} of ${all} maps are silent: every value is 0. These are shown.`
	},
	noMaps: {
		all: 'This layer has no maps.',
		alive: 'Every map of this layer is silent on this picture.',
		silent: 'No map of this layer is silent on this picture.'
	},
	goTo: 'Go to map',
	joins: (label: string) => `back at “${label}”`,
	besideNext: (label: string) => `Beside “${label}”`,
	overBlock: (label: string) => `Over the whole block, back at “${label}”`
} as const;
