/** Words of the page that counts the answers of a class, and of answer codes. */
export const tally = {
	title: 'Class tally',
	summary: 'Counts the answers of a class from short codes, without names and without a network.',
	lead: 'Every committed answer has a code of five characters. Let your students read theirs out or write it down, and type the codes here.',
	privacy:
		'A code says which question and which answer, and nothing about who gave it. The counts stay in this tab, also when the page is loaded again, and are gone when you close it.',
	answerCode: 'Answer code, for your teacher:',
	codes: 'Answer codes',
	codesHelp:
		'One or many, as a pasted list, too: names beside the codes do no harm. Capitals, hyphens and spaces do not matter, O counts as 0, I and L as 1. The same code again is another student.',
	add: 'Count',
	undo: 'Take back the last',
	clear: 'Clear',
	counted: (count: string) => (count === '1' ? '1 code counted.' : `${count} codes counted.`),
	undone: 'Taken back.',
	cleared: 'All codes are cleared.',
	refused: (codes: string) =>
		`✕ Not a code of these lessons: ${codes}. Look for a misread character; a student’s page may also be of another version.`,
	/** Names beside codes, for example. */
	passedOver: (words: string) => `Passed over: ${words}.`,
	/** A list that is cut. */
	more: (named: string, more: string) => `${named} and ${more} more`,
	nothing: 'Type a code first.',
	question: 'Question',
	questionName: (lesson: string, name: string) => `Lesson ${lesson}: ${name}`,
	none: 'No codes yet.',
	total: (count: string) => (count === '1' ? '1 answer' : `${count} answers`),
	chart: 'Answers of the class',
	reveal: 'Show which is right',
	hide: 'Hide which is right',
	right: '✓ right',
	toLesson: 'Open the question',
	share: (count: string, share: string) => `${count} (${share} %)`,
	table: 'The counts as a table',
	columns: { answer: 'Answer', count: 'Count', share: 'Share' },
	outcomes: {
		right: 'all right',
		other: 'another answer',
		unknown: 'I don’t know',
		field: (label: string) => `not right: ${label}`,
		early: 'too early:',
		mistake: (name: string) => `mistake: ${name}`
	}
} as const;
