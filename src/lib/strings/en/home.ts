/** Words of the start page and of the page that says an address leads nowhere. */
export const home = {
	title: 'Start',
	summary:
		'RepGhost trains a network with two branches and ships it with one. Fold a module by hand, see why both give the same output, and run such a network in your browser.',
	kicker: 'An interactive explainer',
	headline: 'A branch that is there to learn, and gone when it counts',
	lede: 'RepGhost trains a network with two branches and ships it with one. Fold a module by hand, follow every number, and run the network on your own pictures, in this page.',
	/** The number of a lesson. */
	startButton: (number: string) => `Start with lesson ${number}`,
	continueButton: (number: string) => `Continue with lesson ${number}`,
	runButton: 'Run the network',
	authors: 'Chen, Guo, Zeng, Xiong and Dong,',
	paperTitle: 'RepGhost: A Hardware-Efficient Ghost Module via Re-parameterization',
	paperNumber: 'arXiv 2211.06088',
	figure: {
		label: 'Figure 1',
		title: 'Two branches become one',
		takeaway: 'same output, one way through',
		trainingTime: 'Training-time',
		folded: 'Folded',
		slider: 'Fold the branch',
		/** The slider's place, for those who hear it. */
		spoken: (percent: string, sum: string) => `${percent} % folded; ${sum}`,
		branchNumber: 'branch: γ/σ',
		kernel: 'the depthwise kernel',
		kernelInWords: (left: string, taps: string) =>
			`The branch carries ${left}. The depthwise kernel, row by row: ${taps}.`,
		sum: (centre: string, taken: string, sum: string) => `centre ${centre} + ${taken} = ${sum}`,
		between: 'from the training-time form',
		scaleOfColours: 'colours of the numbers',
		caption:
			'Drag to fold. The branch (BN) carries one number for each channel, here 0.60; the centre of the depthwise kernel (dconv) takes it up. At every place of the slider the module is run as it stands, and its output stays the same. The shift of the BN goes into the bias in the same way; the BN behind each convolution is folded already.',
		description: (operations: string, left: string) =>
			`The module from top to bottom: ${operations}. The branch still carries ${left}.`
	},
	how: {
		title: 'Why nothing is lost',
		branch: {
			title: 'Two branches learn',
			text: 'While the network trains, each module takes two ways: through a depthwise convolution, and through a batch norm beside it. Their outputs are added.'
		},
		kernel: {
			title: 'One is a kernel in disguise',
			text: 'After training, batch norm only scales and shifts each channel. Scaling is a 3×3 kernel with one number in its centre and zeros around it.'
		},
		sum: {
			title: 'Kernels add up',
			text: 'Add that number to the centre of the other kernel, and the shift to its bias. One convolution now gives the same output, apart from rounding.'
		}
	},
	lessons: {
		title: (count: string) => `${count} lessons`,
		/** In words, as a title begins. */
		counts: {
			one: 'One',
			two: 'Two',
			three: 'Three',
			four: 'Four',
			five: 'Five',
			six: 'Six',
			seven: 'Seven',
			eight: 'Eight',
			nine: 'Nine',
			ten: 'Ten',
			eleven: 'Eleven',
			twelve: 'Twelve'
		},
		about: (least: string, most: string) =>
			`Each takes ${least} to ${most} minutes and says what it builds on.`,
		read: (read: string, all: string) => `${read} of ${all} cells read.`
	},
	ways: {
		title: 'Three ways in',
		read: {
			title: 'Read',
			text: 'Short lessons with figures that compute, and a prediction before each answer.'
		},
		run: {
			title: 'Run',
			text: 'Put a picture through a RepGhost network, switch between its two forms, and open any feature map.'
		},
		teach: {
			title: 'Teach',
			text: 'Show any figure by itself, copy it into a lesson of your own, or take a lesson along as a notebook.'
		}
	},
	error: {
		notFoundTitle: 'This page is not here',
		notFound: (path: string) => `No page has the address ${path}.`,
		failedTitle: 'This page did not load',
		failed: (message: string) => `The page stopped with this message: ${message}.`,
		help: 'It may have moved, or the address may hold a typing mistake.',
		nearest: 'Did you mean',
		pages: 'Pages that are here',
		lessons: 'Lessons',
		start: 'Start',
		network: 'Run a network',
		results: 'Published results',
		lab: 'Time it on this computer',
		lessonList: 'All lessons',
		gallery: 'Gallery of figures',
		teach: 'For teachers',
		about: 'About this site'
	}
} as const;
