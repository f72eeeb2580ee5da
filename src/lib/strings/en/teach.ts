/** Words of the pages for teachers. */
export const teach = {
	title: 'Teach it',
	summary: 'Plans of 45 minutes, courses, handouts and answers for every lesson of this notebook.',
	lede: 'Each lesson can be taught in 45 minutes from a projector. Nothing has to be installed, nobody needs an account, and once the pages are open no network is needed.',
	courses: 'Courses',
	session: (number: string, title: string) => `${number}. ${title}`,
	lessons: 'One lesson at a time',
	guide: 'Guide',
	present: 'Present',
	key: 'Answers',
	notes: 'Speaker notes',
	howTitle: 'How it works in class',
	how: {
		present:
			'Open a lesson and press p. Each cell fills the screen, its figures stay live, and the arrow keys or a clicker go on. Press b for a black screen, l for a spotlight, Esc to go back to reading.',
		notes:
			'Press n for the speaker notes. They open in a second window of the same browser, with a timer; put it on your own screen. With one screen only, have this guide on paper.',
		handouts:
			'Print a lesson to get its handout: the text, the figures as they are set, and lines for the guesses. The answers are on a page of their own.',
		offline:
			'No network in the room? Open any page of this site beforehand and let it make itself ready; see “Without a network” below.'
	},
	tally: 'Tally of a class',
	exercises: 'All exercises',
	/** Of one lesson. */
	forLesson: (number: string, title: string) => `Lesson ${number} in class: ${title}`,
	back: 'For teachers',
	openLesson: 'Open the lesson',
	aim: 'Aim',
	ready: 'Have ready',
	install:
		'Nothing to install: a browser is enough. For a room without a network, open this site on its computers once before.',
	plan: (minutes: string) => `Plan of ${minutes} minutes`,
	span: (from: string, to: string) => `${from}–${to}`,
	askClass: 'Ask the class',
	/** Of a part of the plan. */
	presentHere: 'Present from here',
	watch: 'What you may hear',
	watchLead:
		'Beside the wrong answers below, each with the idea that leads there. Let the class find what is wrong with it.',
	says: 'They say',
	reply: 'What helps',
	short: 'With half the time',
	after: 'To take home',
	answers: 'Questions and answers',
	noGuide: 'This lesson has no plan yet. Its questions and answers are below.',
	keyTitle: (number: string, title: string) => `Answers to lesson ${number}: ${title}`,
	keyLead: 'For teachers: not part of the handout.',
	right: 'Right',
	/** Steps to put in order, as they stand on a handout. */
	onPaper: (numbers: string) => `on the handout, from top to bottom: ${numbers}`,
	mistakes: 'Wrong answers, and what leads there',
	solution: 'Why',
	prediction: 'Prediction',
	question: 'Question'
} as const;
