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
	unlock: 'Unlock predictions',
	unlockHelp:
		'For teachers: what happens can be seen without committing to a prediction first. Students learn more when this is off.',
	saved: 'Kept in this browser only.',
	notSaved: 'Not saved here: this browser does not let the page keep anything.',
	clear: 'Clear my data',
	clearHelp:
		'Forgets what you read and answered, code you changed, settings, measurements and downloaded weights. The copy of the site for use without a network holds nothing of yours and stays; the settings remove it.',
	clearSure: 'Clear all of it? There is no way back.',
	clearYes: 'Yes, clear it',
	clearNo: 'Keep it',
	cleared: 'Your data is cleared.'
} as const;
