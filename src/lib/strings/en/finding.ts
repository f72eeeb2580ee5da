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
	halves: 'halves the maps',
	squeezeExcite: 'SE',
	share: (percent: string) => `${percent} of the MACs`,
	tilesCaption:
		'Choose a part to look inside. Each picture is one map of the part’s last layer, the one with the widest spread, in its own colours; below stand channels × rows × columns and the share of all multiply-accumulate operations (MACs).',
	blockCaption:
		'A picture under an operation is one map of the layer that ends there, the one with the widest spread, in its own colours; single values stand line by line. Choose one to see all maps of its layer.',
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
