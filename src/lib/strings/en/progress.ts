/** Words of the page with the reader's progress. */
export const progress = {
	title: 'Your progress',
	summary:
		'What you have read, answered and changed: save it as a file, open it elsewhere, or clear it.',
	lead: 'What you have read and answered, and code that you have changed, is kept in this browser, for you alone. Nothing is sent anywhere. To go on at another computer, save it as a file and open that file there.',
	kept: 'It is kept in this browser and survives a reload and new versions of this site. Some browsers forget what a site keeps after a week without a visit; a file is safer.',
	notKept:
		'✕ Progress is not saved here: this browser does not let the page keep anything. It is gone when you close this page, unless you save it as a file.',
	cells: (read: string, all: string) => `${read} of ${all} cells read`,
	answers: (count: string) => (count === '1' ? '1 answer' : `${count} answers`),
	edits: (count: string) =>
		count === '1' ? '1 changed piece of code' : `${count} changed pieces of code`,
	/** Below the lessons. */
	edited: (count: string) =>
		count === '1'
			? '1 piece of code is changed. Measurements of the lab have files of their own, on its page.'
			: `${count} pieces of code are changed. Measurements of the lab have files of their own, on its page.`,
	fileTitle: 'As a file',
	save: 'Save as a file',
	open: 'Open a file',
	found: (lessons: string, answers: string, codes: string) =>
		`The file has progress in ${lessons} lessons, with ${answers} and ${codes}. What should happen with what is here?`,
	merge: 'Merge',
	mergeHelp:
		'Merging keeps both. Where both have an answer or changed code, the one that is here stays.',
	replace: 'Replace',
	replaceHelp: 'Replacing forgets what is here.',
	cancel: 'Cancel',
	merged: 'Merged.',
	replaced: 'Replaced.',
	undo: 'Take the file back',
	undone: 'As it was before the file.',
	faults: {
		'too long': '✕ This file is too long to be progress of this site. Nothing was changed.',
		'no JSON': '✕ This file is damaged or of another kind. Nothing was changed.',
		'other file': '✕ This file is from another program or page. Nothing was changed.',
		newer: '✕ This file is from a newer version of this site. Nothing was changed.',
		damaged: '✕ Something in this file is not as it should be. Nothing was changed.',
		unread: '✕ The file could not be read. Nothing was changed.'
	},
	clearTitle: 'On a shared computer',
	link: 'Save, open or clear your progress'
} as const;
