/** Words of the settings. */
export const settings = {
	title: 'Settings',
	theme: 'Theme',
	themes: { system: 'System', light: 'Light', dark: 'Dark' },
	profile: 'Profile',
	profiles: { screen: 'Screen', projector: 'Projector' },
	motion: 'Motion',
	motions: { system: 'System', full: 'Full', reduced: 'Reduced' },
	code: 'Show the code',
	singleKeys: 'Single-key shortcuts',
	saved: 'Kept in this browser only.',
	notSaved: 'Not saved here: this browser does not let the page keep anything.',
	clear: 'Clear my data',
	clearHelp: 'Forgets these settings and all else this site kept in the browser.',
	cleared: 'Your data is cleared.'
} as const;
