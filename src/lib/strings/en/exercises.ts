/** Words of the list of exercises. */
export const exercises = {
	title: 'Exercises',
	summary:
		'All exercises of the lessons: they check themselves, and say what led to a wrong answer.',
	lead: 'Each stands in its lesson, with two hints and a solution, and can be tried as often as you like. Your answers are kept in this browser only.',
	lesson: (number: string, title: string) => `${number}. ${title}`,
	kinds: {
		choice: 'choose one',
		number: 'find a number',
		numbers: 'find several numbers',
		order: 'put in order',
		code: 'write a function'
	},
	predicts: 'predict',
	states: { none: 'not tried', tried: 'tried', right: '✓ right' },
	count: (right: string, all: string) => `${right} of ${all} right`,
	toList: 'All exercises'
} as const;
