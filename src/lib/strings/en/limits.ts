/** Words of the figures about what may not be folded. Numbers come in as text, already formatted. */
export const limits = {
	channel: 'Channel',
	channelNumber: (number: string) => `channel ${number}`,
	asTable: 'The same as a table',
	quantity: 'Quantity',
	value: 'Value',
	between: {
		folded: 'between the two branches and the fold',
		merged: 'between two steps and one',
		parallel: 'between two branches and one convolution'
	},
	mapColours: 'Colours of both maps',
	differenceColours: 'Colours of the difference',
	differenceMap: 'difference',
	relu: {
		numbers: 'Two numbers',
		a: 'number a',
		b: 'number b',
		insideTitle: 'ReLU first, then add',
		behindTitle: 'Add first, then ReLU',
		reluA: 'ReLU(a)',
		reluB: 'ReLU(b)',
		insideSum: 'ReLU(a) + ReLU(b)',
		sum: 'a + b',
		behind: 'ReLU(a + b)',
		cut: 'Each bar begins where the one it is added to ends. Dashed: cut off by the ReLU.',
		equal: (value: string) =>
			`Both ways give ${value}. a and b pull in the same direction, or one of them is 0, so nothing is lost.`,
		unequal: (inside: string, behind: string, difference: string) =>
			`${inside} against ${behind}. a and b have opposite signs, and the ReLU cut off ${difference} before it could count.`,
		module: 'The same in a module',
		place: 'Where the ReLU stands',
		places: { behind: 'behind the add', inside: 'in each branch' },
		picture: 'Picture',
		pictures: { diagonal: 'diagonal', dot: 'dot', edge: 'edge' },
		original: 'two branches',
		folded: 'folded anyway',
		foldedRight: 'folded',
		allEqual: (count: string) =>
			`All ${count} values agree. The ReLU comes after the sum, so it meets the same sum.`,
		someWrong: (wrong: string, count: string) =>
			`${wrong} of ${count} values are wrong: those where one branch is negative and the other is not.`,
		here: (row: string, column: string, a: string, b: string, inside: string, behind: string) =>
			`Row ${row}, column ${column}: the branches give a = ${a} and b = ${b}. ReLU(a) + ReLU(b) = ${inside}, ReLU(a + b) = ${behind}.`,
		take: 'Show these two numbers above'
	},
	batch: {
		title: 'One pixel, two batches',
		mode: 'Batch norm runs in',
		modes: { training: 'training mode', evaluation: 'evaluation mode' },
		pixel: 'the pixel',
		names: { first: 'first batch', next: 'next batch' },
		neighbours: {
			first: 'Its neighbours in the first batch',
			next: 'Its neighbours in the next batch'
		},
		neighbour: {
			first: (number: string) => `first batch, value ${number}`,
			next: (number: string) => `next batch, value ${number}`
		},
		valueNumber: (number: string) => `value ${number}`,
		input: 'x',
		output: 'y',
		key: 'Solid line, filled dots: first batch. Dashed line, hollow dots: next batch. The large dots are the pixel.',
		plotSentence: (mode: string, pixel: string, first: string, next: string) =>
			`In ${mode}, the pixel ${pixel} becomes ${first} in the first batch and ${next} in the next.`,
		oneLine: 'Both batches share one line: the stored mean and variance stay where they are.',
		twoLines: 'Each batch has a line of its own, made from its own mean and variance.',
		values: 'values x',
		mean: 'mean used',
		variance: 'variance used',
		stored: 'variance that would be stored',
		scale: 's = γ / √(variance + ε)',
		shift: 't = β − mean · s',
		pixelOutput: 'the pixel comes out as',
		tableCaption: 'What batch norm does to each batch',
		foldCaption: 'Fold it anyway: how far off one fixed s and t are',
		foldWith: 'folded with',
		sources: {
			first: 'the first batch’s statistics',
			next: 'the next batch’s statistics',
			stored: 'the stored statistics'
		},
		variancesNote:
			'While training, PyTorch divides by the variance over N values, but stores the variance over N − 1.'
	},
	epsilon: {
		title: 'By how much the scale is off',
		wrong: 'the wrong ε',
		variance: 'variance σ²',
		plotSentence: (epsilon: string, variance: string, ratio: string) =>
			`With ε = ${epsilon} in place of 1e-5, a channel of variance ${variance} is scaled by ${ratio} of what it should be.`,
		axis: 'variance σ² of the channel',
		ratioAxis: 'wrong scale ÷ right scale',
		tableCaption: 'The scale, as a share of the right one',
		ratio: 'share',
		yours: (variance: string) => `${variance} (your channel)`,
		listed: 'variance σ²',
		module: 'Does a test notice?',
		intro: (variance: string) =>
			`The toy module was trained with ε = 1e-5: that is the original. Now another program runs its two branches, and their fold with the wrong ε. Both batch norms of channel 2 have the variance ${variance}.`,
		bothWrong: 'The two branches run with the wrong ε, too',
		foldAgainstBranches: 'Fold against branches',
		branchesAgainstOriginal: 'Branches against original',
		foldAgainstOriginal: 'Fold against original',
		noticed:
			'The fold differs from its own branches, so a test that compares the two finds the mistake.',
		hidden:
			'The first test passes, and both sides are wrong. Fold and branches share the mistake, so comparing them proves nothing. Compare with the original, too.',
		harmless: 'Everything agrees: this ε is near enough to 1e-5 for this variance.'
	},
	border: {
		row: 'In a row',
		remedy: 'How the border is treated',
		remedies: {
			none: 'as it comes: the middle is padded with 0',
			'pad-middle': 'the middle is padded with b',
			'pad-first': 'the input is padded before the 1×1',
			'no-bias': 'the 1×1 has no bias'
		},
		bias: 'bias b of the 1×1',
		twoSteps: 'Two steps',
		merged: 'Merged into one',
		input: 'input',
		middle: 'after the 1×1',
		output: 'output',
		mergedInput: 'input, padded with 0',
		pointRule: (weight: string, sign: string, bias: string) => `1×1: ${weight} · x ${sign} ${bias}`,
		windowRule: (taps: string) => `window: taps ${taps}`,
		mergedRule: (taps: string, bias: string) => `window: taps ${taps}, bias ${bias}`,
		place: (place: string, value: string) => `place ${place}: ${value}`,
		twoStepsPlaces: 'Output of the two steps; arrows move the window',
		mergedPlaces: 'Output of the merged convolution; arrows move the window',
		asTable: 'The outputs as a table',
		placeName: 'place',
		differenceName: 'two steps − merged',
		keys: 'Choose an output, or use the arrow keys, to move the window.',
		rowEqual: 'Both ways agree at every place.',
		rowUnequal: (places: string) =>
			`They differ where the window looks over the edge: at the places ${places}.`,
		picture: 'On a picture',
		pictureNote: 'The bias and the treatment of the border are those chosen above.',
		twoStepMap: 'two steps',
		mergedMap: 'merged',
		inside: (off: string) =>
			`The formula −b × (taps outside) foretells every value of the difference to within ${off}.`,
		exact: 'Inside and at the border, both ways agree.',
		outside: (row: string, column: string, taps: string, bias: string, error: string) =>
			`Row ${row}, column ${column}: the taps outside add up to ${taps}. Times b = ${bias}, with the sign turned: ${error}.`,
		branches: 'Side by side, as in RepGhost',
		branchesMap: 'two branches − folded',
		branchesText:
			'Here the two branches read the same maps, and each has its batch norm behind it. The 1×1 in front stays a step of its own. So the window meets the same zeros both ways, and the border is right.'
	}
} as const;
