/** Words of prediction gates and questions. */
export const answers = {
	stages: 'Stages',
	predict: 'Predict',
	observe: 'Observe',
	explain: 'Explain',
	yourPrediction: 'Your prediction',
	yourAnswer: 'Your answer',
	unknown: 'I don’t know',
	commit: 'Commit prediction',
	reveal: 'See what happens',
	again: 'Try again',
	/** Beside the buttons of a gate. */
	/** The setting for teachers is on. */
	unlocked: 'Unlocked in the settings: it opens without a prediction, and nothing is kept.',
	canChange: 'You can still change your mind.',
	committed: (answer: string) => `Committed: ${answer}. Now look.`,
	chooseFirst: 'Choose an answer first. “I don’t know” is one too.',
	typeAll: 'One field is still empty. “I don’t know” is an answer too.',
	/** Of steps to put in order. */
	moveUp: (place: string) => `Move step ${place} up`,
	moveDown: (place: string) => `Move step ${place} down`,
	movedTo: (place: string, count: string) => `Now step ${place} of ${count}.`,
	writeFunction: (name: string) => `Your function ${name}, in JavaScript`,
	checking: 'Running it on random numbers …',
	/** What the function printed, and what stopped it. */
	codeOutput: 'What your function says',
	codeShown: (name: string, shape: string, low: string, high: string) =>
		`${name}: a tensor [${shape}], from ${low} to ${high}`,
	kernelTitle: 'Runs your function',
	yourCode: 'The function that you wrote',
	typeFirst: 'Type a number first. “I don’t know” is an answer too.',
	noNumber: (typed: string) => `✕ “${typed}” is no number. Write 2.5, 2,5, −3 or 1/2, for example.`,
	withUnit: (unit: string) => `✕ Only the number is asked for. Leave out “${unit}”.`,
	notKept: 'Your answers cannot be kept here: they last until you leave this site.',
	youPredicted: 'You predicted',
	youAnswered: 'You answered',
	whatHappens: 'What happens',
	verdictRight: '✓ As you predicted.',
	verdictWrong: '✕ It comes out differently.',
	verdictUnknown: 'You left it open.',
	rightAnswer: 'The right answer',
	why: 'Why',
	question: 'Check yourself',
	check: 'Check',
	right: '✓ Right.',
	wrong: '✕ Not yet.',
	hint: (number: string, count: string) => `Hint ${number} of ${count}`,
	nextHint: (number: string, count: string) => `Show hint ${number} of ${count}`,
	showSolution: 'Show the solution',
	solution: 'Solution',
	/** For a reader without JavaScript. */
	withoutScript: 'Guess before you open this: the answer'
} as const;
