/** Words of the gallery: every figure with its props, its examples and a fence to copy. */
export const gallery = {
	title: 'Gallery',
	summary:
		'Every figure of the RepGhost Notebook on its own, with what it takes and the lines that put it into a lesson.',
	lede: 'Every figure on its own: try it, look up what it takes, and copy the lines that put it into a lesson.',
	count: (figures: string) => `${figures} figures`,
	back: 'Gallery',
	groups: {
		lessons: 'Figures for lessons',
		network: 'Figures of the network page'
	},
	groupText: {
		lessons:
			'They live by themselves. Write a few lines into a lesson, and the figure stands in it.',
		network: 'They show what a running network hands them. On these pages they have stored values.'
	},
	/** Which lessons use a figure. */
	usedIn: { one: 'Used in lesson', several: 'Used in lessons' },
	examples: 'Examples',
	/** Of the control that picks one. */
	choose: 'Example',
	example: (number: string) => `Example ${number}`,
	failed: (cause: string) => `This example has stopped: ${cause}`,
	again: 'Start it again',
	told: (call: string) => `The figure tells its page: ${call}`,
	fence: 'To put it into a lesson',
	copyFence: 'Copy the lines',
	copied: 'Copied.',
	notCopied: 'The browser did not allow copying. Select the lines and copy them.',
	fenceLines: (example: string) => `Lines for a lesson: ${example}`,
	noFence: 'This example has too many numbers to be written by hand.',
	pageOnly:
		'This figure belongs to the network page: it tells the page what the reader does, and the page changes what it shows. So it cannot stand in a lesson.',
	embed: 'To put it into another site',
	embedText:
		'The frame holds this figure alone. It needs no cookies and no storage, asks for nothing elsewhere, and tells the page around it only how high it is. Where a site allows no frames, give its address as a link.',
	copyEmbed: 'Copy the frame',
	embedLines: (example: string) => `Frame for another site: ${example}`,
	/** In the frame, a link to this site. */
	from: 'From the RepGhost Notebook',
	/** Stand in a fence until the writer has own words. */
	head: {
		title: 'What is done',
		takeaway: 'what the reader takes away',
		caption: 'How to read the figure.'
	},
	props: 'What it takes',
	propsCaption: (figure: string) => `What the figure ${figure} takes`,
	propsScroll: 'What the figure takes; the table scrolls sideways',
	columns: { name: 'Name', type: 'Value', preset: 'If left out', text: 'What it is' },
	required: 'must be given',
	nothing: 'nothing',
	type: {
		number: 'number',
		whole: 'whole number',
		from: (type: string, least: string) => `${type}, ${least} or more`,
		to: (type: string, most: string) => `${type}, ${most} or less`,
		between: (type: string, least: string, most: string) => `${type}, ${least} to ${most}`,
		text: 'text',
		boolean: 'true or false',
		fields: 'fields',
		other: 'given by the page',
		list: (of: string) => `list: ${of}`,
		lists: (of: string) => `list of lists: ${of}`,
		record: (of: string) => `name and value: ${of}`,
		tuple: (of: string) => `list of exactly: ${of}`,
		nullable: (of: string) => `${of}, or null`,
		or: 'or'
	},
	/** Name and sentence of each figure, by its name in a fence. */
	lessonFigures: {
		'fold-stepper': {
			title: 'Fold stepper',
			text: 'Folds one module in eleven steps, on live tensors: any channel, any number to edit, and five ways to break it.'
		},
		'fold-network': {
			title: 'Fold the whole network',
			text: 'Folds a trained network module by module and compares its answers, its counts and its time.'
		},
		'module-evolution': {
			title: 'From concat to add',
			text: 'The paper’s five drawings as one graph to scrub through, with live maps on its edges.'
		},
		'module-graph': {
			title: 'Module graph',
			text: 'The operations of one module as a drawing that runs.'
		},
		'batch-norm-line': {
			title: 'Batch norm is a line',
			text: 'Four sliders, one line: what γ, β, μ and σ² do to a value.'
		},
		'batch-norm-fold': {
			title: 'Fold a batch norm',
			text: 'Folds a batch norm into the convolution before it, number by number, and compares both.'
		},
		'kernel-on-picture': {
			title: 'A kernel on a picture',
			text: 'Nine taps over a picture: change them and see what the convolution makes.'
		},
		'relu-place': {
			title: 'Where the ReLU stands',
			text: 'ReLU before the sum against ReLU behind it, for two numbers and for a module.'
		},
		'batch-statistics': {
			title: 'Batch statistics',
			text: 'One pixel in two batches: what training mode does to it, and why it cannot be folded.'
		},
		'epsilon-effect': {
			title: 'A wrong ε',
			text: 'How far a fold with another ε is off, by the variance of the channel.'
		},
		'similar-maps': {
			title: 'Pairs that nearly equal each other',
			text: 'Maps of a trained network by their likeness, and the kernel that turns one into another.'
		},
		'ghost-halves': {
			title: 'Both halves of a Ghost module',
			text: 'Primary maps, the kernel on each of them, and the ghosts that it makes.'
		},
		'saving-ratio': {
			title: 'What a Ghost module saves',
			text: 'The exact formula and its curve over the channels; where “about s” fails.'
		},
		'bytes-moved': {
			title: 'Three ways, byte by byte',
			text: 'Two sets of maps joined by concat, by add and by nothing: what each reads and writes, for any shape.'
		},
		'concat-line': {
			title: 'Every join of a network',
			text: 'The concatenations of GhostNet, or the additions of RepGhostNet, from the picture to the answer.'
		},
		'results-chart': {
			title: 'Published results',
			text: 'Accuracy against time, MACs or parameters, with sources, families, pins and a table.'
		},
		'throughput-chart': {
			title: 'Throughput of both networks',
			text: 'timm’s lists: how many pictures RepGhostNet does for each of GhostNet, folded and not.'
		},
		'robustness-chart': {
			title: 'Other pictures than ImageNet’s',
			text: 'Accuracy on five other test sets against that on ImageNet, for 26 networks that timm examined.'
		},
		'training-logs': {
			title: 'Training logs',
			text: 'Accuracy by epoch of the eight published RepGhostNets, and where the best epoch lies.'
		},
		'border-merge': {
			title: 'The border that will not merge',
			text: 'A 1×1 convolution and a padded 3×3 one, in two steps and in one: equal inside, different at the edge.'
		},
		'bottleneck-pair': {
			title: 'Both bottlenecks',
			text: 'Ghost and RepGhost bottleneck side by side, as in the paper: any block, live, folded, and counted part by part.'
		},
		'network-map': {
			title: 'Map of a network',
			text: 'RepGhostNet beside GhostNet from stages to operations, at any width and in every form, with what each costs.'
		},
		'live-timing': {
			title: 'Live timing',
			text: 'Times joins, modules, bottlenecks or networks on the reader’s computer, with a verdict.'
		},
		'timing-plot': {
			title: 'Timing plot',
			text: 'Times of a few things, one dot for each round, with medians and their intervals.'
		},
		'tensor-view': {
			title: 'Tensor view',
			text: 'The numbers of a tensor as cells or as colours, one channel at a time.'
		},
		'follow-number': {
			title: 'Follow one number',
			text: 'Any value of a module, taken apart into the numbers it was made of, and those again.'
		},
		'code-view': {
			title: 'Code view',
			text: 'The same step in PyTorch, to read, and in TensorFlow.js, to change and run here. All of this code has been run.'
		}
	},
	networkFigures: {
		'picture-input': {
			title: 'Picture input',
			text: 'Sample pictures, and a place for the reader’s own.'
		},
		dials: { title: 'Dials', text: 'Turn a drawn scene, light it, move it.' },
		predictions: { title: 'Predictions', text: 'The likeliest classes with their probabilities.' },
		'network-view': {
			title: 'Network view',
			text: 'A network to zoom into: its stages, their blocks, and the operations of a block.'
		},
		'operation-line': {
			title: 'Operation line',
			text: 'The operations of one block, to choose from.'
		},
		'feature-maps': { title: 'Feature maps', text: 'All maps of one layer.' },
		'one-map': { title: 'One map', text: 'One feature map, large, with a probe for its values.' },
		kernels: {
			title: 'Kernels',
			text: 'The kernels of a convolution as signed maps or as a matrix, the chosen one in numbers, and what folding does to it.'
		},
		'all-maps': { title: 'All maps', text: 'Every map of a network in one sheet.' },
		'layer-facts': { title: 'Layer facts', text: 'What there is to say about a layer, in pairs.' },
		'block-times': { title: 'Block times', text: 'How long each block of a network took.' },
		'layer-differences': {
			title: 'Differences by layer',
			text: 'How far apart two runs are in each layer they share, on a scale of powers of ten.'
		},
		'difference-maps': {
			title: 'Difference of maps',
			text: 'The maps of one layer in two runs, and what one has over the other.'
		},
		'graph-difference': {
			title: 'Difference of networks',
			text: 'Two networks operation by operation: what they share, and what only one of them has.'
		},
		'confusion-matrix': {
			title: 'Confusion matrix',
			text: 'What a network answered, by what was shown.'
		},
		'share-bars': { title: 'Share bars', text: 'A share from 0 to 1 for each of a few names.' },
		'training-curves': {
			title: 'Training curves',
			text: 'Loss, accuracy and learning rate over the epochs of a training.'
		}
	}
} as const;
