/** Words of presenter mode, of the speaker notes and of sharing a lesson. */
export const present = {
	tools: 'To use this lesson',
	present: 'Present',
	share: 'Share',
	shared:
		'Link copied. It leads to this place, with the figures as you have set them. Your answers and changed code stay here.',
	notShared: 'The browser did not allow copying. The address of this page is the link.',
	print: 'Print as a handout',
	guide: 'For teachers',
	/** The bar under a presented cell. */
	bar: 'Presenter',
	screen: (number: string, all: string) => `Screen ${number} of ${all}`,
	/** A cell that is taller than the screen. */
	more: '↓ more below',
	next: 'Next screen',
	previous: 'Previous screen',
	blackout: 'Black screen',
	/** Name of the black screen itself, which is a button. */
	dark: 'The screen is black. Show the lesson again',
	spotlight: 'Spotlight',
	fullScreen: 'Full screen',
	openNotes: 'Open speaker notes',
	/** When the browser opens no window. */
	notesBlocked: 'The browser did not open the window. The notes are also on the page for teachers.',
	leave: 'Back to reading',
	timeTaken: 'Time since the start',
	minutesSeconds: (minutes: string, seconds: string) => `${minutes}:${seconds}`,
	notes: {
		title: (lesson: string) => `Speaker notes: ${lesson}`,
		lead: 'Keep this window to yourself. It follows the lesson that is presented in another window of this browser.',
		apart: 'No presented lesson is connected. Start it here, or go through the notes by hand.',
		connected: 'Connected to the presented lesson.',
		start: 'Present the lesson',
		now: 'Now',
		/** A plan's part. */
		part: (title: string, minutes: string) => `${title}, ${minutes} min`,
		next: (title: string) => `Next: ${title}`,
		last: 'This is the last screen.',
		beginning: 'Title',
		timer: 'Timer',
		pause: 'Pause',
		go: 'Go on',
		reset: 'Back to zero',
		size: 'Size of the text',
		larger: 'Larger text',
		smaller: 'Smaller text',
		planned: (from: string, to: string) => `Planned: minute ${from} to ${to}`
	}
} as const;
