/** Words around the text of a lesson: its frame, and lists of lessons. */
export const lesson = {
	/** Parts of the course. */
	parts: { why: 'Why', how: 'How', network: 'The network', worth: 'The worth' },
	listTitle: 'Lessons',
	listSummary:
		'RepGhost step by step: read, guess, compute, and fold a module by hand. Every figure runs in your browser.',
	listLead:
		'Read them in order, or begin where you like: each says which others it builds on. What you have read is kept in this browser only.',
	/** A lesson in a list. */
	minutes: (count: string) => `${count} min`,
	cellsRead: (read: string, all: string) => `${read} of ${all} cells read`,
	/** "6. Folding the branches", the title of a browser tab. */
	title: (number: string, title: string) => `${number}. ${title}`,
	number: (number: string) => `Lesson ${number}`,
	facts: 'About this lesson',
	minutesLong: (count: string) => `${count} minutes`,
	cellCount: (count: string) => `${count} cells`,
	needs: 'Builds on',
	/** A lesson named after "Builds on". */
	lessonInText: (number: string) => `lesson ${number}`,
	needsNothing: 'Needs no other lesson',
	notebook: 'Download as notebook (.ipynb)',
	contents: 'Contents',
	figure: (number: string) => `Fig. ${number}`,
	linkTo: (cell: string) => `Link to cell ${cell}`,
	linkCopied: 'Link copied',
	showCode: (cell: string) => `Show code of cell ${cell}`,
	reset: (cell: string) => `Reset cell ${cell}`,
	resetDone: 'As at the start',
	resetButton: 'Reset cell',
	/** An error inside a figure. */
	figureFailed: (figure: string, cause: string) =>
		`${figure} has stopped: ${cause} The rest of the page goes on.`,
	formula: 'Formula',
	table: 'Table',
	/** Something to do on another page. */
	task: 'To do',
	doTask: 'Do it on the network page',
	sources: 'Sources of this lesson',
	neighbours: 'Lessons before and after',
	previous: 'Previous lesson',
	next: 'Next lesson',
	allLessons: 'All lessons'
} as const;
