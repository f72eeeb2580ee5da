/** Words in the notebooks that readers download, around the words of the lesson. */
export const notebook = {
	about: (lesson: string) =>
		`Lesson ${lesson} of the RepGhost Notebook, as a notebook to run. Its live figures are on the page of the lesson; here you find their titles and how to read them.`,
	page: 'The lesson with its live figures',
	setupTitle: 'Before you run the code',
	setup:
		'The code needs PyTorch. Run the next two cells first: they make a small module and a picture in round numbers, the same that the page computes with.',
	figure: (number: string) => `Fig. ${number}`,
	task: (title: string, text: string) => `**On the page that runs networks: ${title}**\n\n${text}`,
	liveFigure: 'On the page of the lesson a live figure stands here.',
	predict: (title: string) => `Predict: ${title}`,
	question: 'Check yourself',
	yourPrediction: 'Your prediction:',
	yourAnswer: 'Your answer:',
	number: (label: string) => `Find a number: ${label}.`,
	numbers: (labels: string) => `Find these numbers: ${labels}.`,
	order: 'Put these in order:',
	writeCode: 'Write this function:',
	otherAnswer: 'If you have another answer:',
	option: (letter: string) => `Option ${letter}:`,
	rightNumber: (value: string) => `Right is ${value}.`,
	wrongNumber: (value: string) => `If you have ${value}:`,
	otherNumber: 'If you have another number:',
	observe: 'Then look: observe and explain',
	hint: (number: string) => `Hint ${number}`,
	solution: 'Solution, and what each answer says',
	sources: 'Sources'
} as const;
