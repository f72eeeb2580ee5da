/** Words of the guided tour of the page that runs networks. */
export const tour = {
	title: 'Guided tour',
	start: 'Guided tour',
	stop: (at: string, all: string) => `Guided tour, stop ${at} of ${all}`,
	/** The part that scrolls. */
	body: 'This stop of the tour',
	previous: 'Previous stop',
	next: 'Next stop',
	fold: 'Hide the text',
	unfold: 'Show the text',
	end: 'End tour',
	show: 'Show me where',
	done: 'Done',
	doneTask: (title: string) => `Done: ${title}.`,
	waiting: 'Not done yet',
	failed: 'The tour could not be fetched. The page works without it.',
	tryAgain: 'Try again'
} as const;
