/** Words of the frame that stands around every page. */
export const shell = {
	siteName: 'RepGhost Notebook',
	homeLink: 'RepGhost Notebook, start',
	skip: 'Skip to content',
	/** The title of a browser tab. */
	pageTitle: (page: string) => `${page} · RepGhost Notebook`,
	navigation: 'Site',
	tools: 'Tools',
	pages: {
		start: 'Start',
		lessons: 'Lessons',
		network: 'Network',
		results: 'Results',
		lab: 'Lab',
		about: 'About'
	},
	settings: 'Settings',
	keyboardHelp: 'Keyboard help',
	close: 'Close',
	privacy: 'Nothing leaves this computer.',
	licences: 'Licences',
	paper: 'The paper',
	/** `names`: parameters of the address, separated by commas. */
	ignoredInAddress: (names: string) => `Not understood in the address and left out: ${names}.`
} as const;
