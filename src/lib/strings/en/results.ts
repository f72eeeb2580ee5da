/** Words of the results page and its charts. Numbers come in as text, already formatted. */
export const results = {
	title: 'Results',
	summary:
		'Published accuracy, time, MACs and parameters of RepGhostNet and the networks it is compared with.',
	lede: 'What was published about RepGhostNet, number by number: each with its source, how well it is known, and where two sources disagree.',
	flops:
		'What the papers call FLOPs are MACs: one multiplication and the addition behind it count as one.',
	figure: (number: string) => `Figure ${number}`,
	chartTitle: 'Accuracy and what it costs',
	chartTakeaway: 'further up is better, further left is cheaper',
	chartCaption:
		'Point at a network, or move the slider, to see its values and where they are from. A click or Pin compares networks; dragging a rectangle, or Nearer, shows a part. A mark such as * or † leads to a note under the chart: two sources disagree, or a value was mended later.',
	chart: 'Across',
	charts: {
		latency: 'time on the authors’ phone',
		macs: 'MACs',
		parameters: 'parameters',
		iphone: 'time on an iPhone 12',
		ghostnet: 'time in the GhostNet paper'
	},
	xAxis: {
		latency: 'milliseconds, authors’ ARM phone',
		macs: 'MACs, millions',
		parameters: 'parameters, millions',
		iphone: 'milliseconds, iPhone 12, CPU',
		ghostnet: 'milliseconds, phone of the GhostNet paper'
	},
	top1Axis: 'top-1 accuracy, %',
	devices: {
		latency:
			'Times: one ARM phone, through ONNX and MNN. Which phone, which core and how many threads was not recovered. Widths in brackets were not stated in the figure.',
		macs: 'MACs and accuracies of networks other than RepGhostNet are those of the GhostNet paper and the sources it names.',
		parameters:
			'Parameters and accuracies of networks other than RepGhostNet are those of the GhostNet paper and the sources it names.',
		iphone: 'Times: an iPhone 12, CPU, the app ModelBench; read off a chart of the authors.',
		ghostnet:
			'Times: the phone of the GhostNet paper, through TFLite; read off its chart. They have nothing to do with the times in the other charts.'
	},
	families: 'Families',
	shownAs: 'Shown as',
	asChart: 'Chart',
	asTable: 'Table',
	zoom: 'Part on view',
	zoomIn: 'Nearer',
	zoomOut: 'Further',
	showAll: 'Show all',
	csv: 'Download CSV',
	chosen: 'Network, from left to right',
	keys: 'Keys here: arrows move, Enter pins, + and − come nearer and go back, Escape shows all.',
	pin: 'Pin',
	unpin: 'Unpin',
	unpinNamed: (network: string) => `Unpin ${network}`,
	pinned: 'Pinned networks',
	network: 'Network',
	difference: 'difference',
	known: 'How well it is known',
	across: (confidence: string) => `Across: ${confidence}`,
	tableLabel: 'Published values',
	pointInWords: (network: string, x: string, y: string) => `${network}: ${y} %, at ${x}`,
	chartInWords: (across: string, count: string, families: string) =>
		`${count} networks: top-1 accuracy against ${across}. Families: ${families}. The slider below walks through them, and a table holds the same.`,
	nothingShown: 'No network is on view. Bring a family back, or show all.',
	disputed: (what: string, a: string, b: string) => `${what}: ${a}; ${b}.`,
	logs: {
		title: 'Training of the eight RepGhostNets',
		takeaway: 'the reported value is the best epoch, not the last',
		width: 'Width',
		validation: 'validation, averaged weights (EMA)',
		training: 'training',
		all: 'Validation of all eight, % (averaged weights); a ring is the best epoch.',
		allInWords:
			'Eight rising curves, one for each width, from 60 to 80 %. The wider the network, the higher its curve. The rings of 0.5x, 0.58x and 0.8x lie at the very end, those of the others before it.',
		best: (value: string, epoch: string, epochs: string) =>
			`Best: ${value} % at epoch ${epoch}; the log ends after ${epochs} epochs.`,
		early: (planned: string) => `It was planned for ${planned}.`,
		table: 'The curve as a table',
		epoch: 'Epoch',
		scroll: 'Table of epochs',
		caption:
			'Top-1 accuracy of each epoch in the authors’ training logs. Training accuracy is measured on altered pictures, so it can lie below the other. The published number is the best epoch on the validation pictures themselves, from one run.'
	},
	throughput: {
		title: 'RepGhostNet for each GhostNet',
		takeaway: 'folded, it is ahead in every list',
		label: (count: string) =>
			`${count} lists of timm: pictures a second of RepGhostNet, divided by those of GhostNet of the same width.`,
		axis: 'RepGhostNet ÷ GhostNet, pictures a second',
		width: 'Width',
		folded: 'branches folded',
		open: 'branches open',
		files: 'List of timm',
		state: 'RepGhostNet in it',
		ratio: 'Ratio',
		repghost: 'RepGhostNet',
		ghost: 'GhostNet',
		table: 'The numbers as a table',
		scroll: 'Table of throughput',
		caption:
			'Each row is one list of timm: a machine and a version of its software. Right of 1 RepGhostNet did more pictures a second than GhostNet of the same width. On the RTX 4090, not compiled, RepGhostNet 0.5x is behind with its branches open and ahead once they are folded. Whether its branches were folded was concluded from the number of parameters in the list.',
		note: 'Lists on a processor were taken with one picture at a time and are noisy. Software versions differ from list to list.'
	},
	robustness: {
		title: 'Other pictures than ImageNet’s',
		takeaway: 'GhostNet lies on the line of RepGhostNet, in every set',
		marked: 'Marked network',
		imagenet: 'ImageNet',
		sets: {
			v2: { name: 'ImageNetV2', text: 'new pictures, collected in the same way' },
			real: { name: 'ReaL', text: 'the same pictures, with their labels corrected' },
			r: { name: 'ImageNet-R', text: 'paintings, toys, embroidery and other renditions' },
			sketch: { name: 'ImageNet-Sketch', text: 'black and white sketches' },
			a: { name: 'ImageNet-A', text: 'photographs that were chosen because they mislead networks' }
		},
		label: (count: string) =>
			`Five plots with ${count} networks each: accuracy on another set of pictures against accuracy on ImageNet. A line joins the RepGhostNets. The list above marks a network, and a table holds all numbers.`,
		axis: 'Across: top-1 accuracy on ImageNet, %. Upwards: top-1 accuracy on the named set, %.',
		table: 'The numbers as a table',
		scroll: 'Table of test sets',
		caption:
			'timm examined the published weights of these networks on other pictures. Two networks on one line lose equally much when the pictures change. The networks were trained with different recipes, so a distance from the line is not the architecture’s alone.'
	},
	everything: {
		title: 'Every number',
		text: 'All published numbers that were recovered, table by table, those that no chart shows too. The file holds all tables.',
		table: 'Table',
		tables: {
			'repghostnet-imagenet': 'RepGhostNet on ImageNet',
			'figure1-compared': 'Networks beside it in the figure of the RepGhost paper',
			'iphone12-cpu': 'iPhone 12, CPU',
			'headline-claim': 'The headline',
			'independent-checks': 'Checks by others',
			'rdk-x5-int8': 'RDK X5, a board, in 8-bit numbers',
			'ghostnet-imagenet': 'GhostNet paper: ImageNet',
			'ghostnet-resnet50': 'GhostNet paper: ResNet-50 made smaller',
			'ghostnet-cifar10': 'GhostNet paper: CIFAR-10',
			'ghostnet-ablation-s': 'GhostNet paper: the ratio s',
			'ghostnet-ablation-d': 'GhostNet paper: the kernel size d',
			'ghostnet-coco': 'GhostNet paper: COCO',
			'ghostnet-figure': 'GhostNet: points of its figure',
			'ghostnet-official-weights': 'GhostNet: official weights',
			'ghostnet-1-1x-top1': 'GhostNet 1.1x',
			'timm-benchmarks': 'timm: throughput',
			'timm-robustness': 'timm: other test sets',
			'training-recipe': 'Training of RepGhostNet'
		} as Readonly<Record<string, string>>,
		row: 'Of',
		column: 'What',
		value: 'Value',
		counted: 'counted for this site',
		csv: 'All numbers as CSV',
		scroll: 'Every number of the chosen table'
	},
	missing: 'Not recovered',
	missingText:
		'These results exist, or are said to exist, but could not be read. They are not shown, and nothing was put in their place.',
	sources: 'Sources'
};
