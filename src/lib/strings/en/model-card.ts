/** Words of the model card of a shipped network. Numbers come in as text, already formatted. */
export const modelCard = {
	button: 'Model card',
	title: (name: string) => `Model card: ${name}`,
	none: 'This network has no model card: only those of the first group of the menu have one.',
	loading: 'Fetching the model card',
	whatItIs: (name: string, classes: string, parameters: string, macs: string) =>
		`${name}, for drawn scenes of 64 by 64 pixels in ${classes} classes. Folded it has ${parameters} parameters and needs ${macs} MACs for a picture.`,
	untrained:
		'A placeholder: these weights were never trained, and the figures below say nothing yet.',
	howMeasured: (count: string, first: string) =>
		`Measured on the weight file as it is shipped, on ${count} pictures that it has not seen (seeds from ${first}).`,

	accuracy: 'Accuracy',
	allPictures: 'all pictures',
	turned: 'dials anywhere',
	turnedSentence: (share: string) =>
		`With all dials of these pictures turned anywhere, the style apart, ${share} are right: that goes beyond what it learned from.`,
	accuracyOf: 'Pictures',
	share: 'Right',
	byStyle: 'By style',
	byClass: 'By class',
	styles: { shaded: 'shaded', flat: 'flat', lines: 'line drawings' },

	confusion: 'What is taken for what',
	confusionCaption:
		'Rows: what the picture shows. Columns: what the network answers. The more a cell is filled, the larger its share of the row. A perfect network fills the diagonal and nothing else.',
	shows: 'shows',
	answers: (name: string) => `answered ${name}`,
	confusionScroll: 'Table of answers, scrolls sideways',

	curves: 'Training',
	curvesLoss: 'Loss on training pictures',
	curvesTestLoss: 'Loss on unseen pictures',
	curvesAccuracy: 'Accuracy on unseen pictures',
	curvesRate: 'Learning rate',
	curvesNone: 'There are no curves: nothing was trained.',
	curvesEpoch: 'Epoch',
	curvesTable: 'The same as a table',
	curvesSentence: (epochs: string, loss: string, accuracy: string) =>
		`After ${epochs} epochs the loss is ${loss}, and ${accuracy} of unseen pictures are right.`,
	curvesScroll: 'Table of the curves, scrolls',

	recipe: 'Recipe',
	recipeNames: {
		seed: 'Seed of the weights',
		epochs: 'Epochs',
		batch: 'Batch',
		optimiser: 'Optimiser',
		learningRate: 'Highest learning rate',
		schedule: 'Schedule',
		weightDecay: 'Weight decay',
		labelSmoothing: 'Label smoothing',
		augmentation: 'Augmentation',
		validation: 'Watched meanwhile'
	},
	generator: 'Pictures from',
	trainingSeeds: 'Training seeds',
	testSeeds: 'Test seeds',
	seeds: (first: string, last: string, count: string) => `${first} to ${last} (${count})`,
	noSeeds: 'none',
	trainedWith: 'Trained in',
	trainedWithValue: (time: string, rate: string, backend: string, node: string) =>
		`${time} at ${rate} pictures a second, on ${backend}, Node ${node}`,

	counts: 'Counts and file',
	countsOf: (form: string) => `Parameters, ${form}`,
	macsOf: (form: string) => `MACs, ${form}`,
	file: 'File',
	fileValue: (name: string, bytes: string, dtype: string) => `${name}, ${bytes} bytes, ${dtype}`,
	sha256: 'SHA-256',
	downloadWeights: 'Weights (.safetensors)',
	downloadCard: 'Card (.json)',

	comparison: 'The four networks side by side',
	comparisonCaption:
		'One recipe, nearly equal MACs: what differs is the module. The figures stand as they fell. Where two intervals overlap, these pictures do not tell the networks apart.',
	intervalHead: '95 % interval',
	interval: (low: string, high: string) => `${low} to ${high}`,
	comparisonScroll: 'Table of the four networks, scrolls sideways',
	network: 'Network',
	thisOne: 'this one',
	missing: 'not available'
} as const;
