/** Words of the keyboard help; one label per command of the keymap. */
export const keys = {
	title: 'Keyboard help',
	scopes: {
		everywhere: 'Everywhere',
		lesson: 'In a lesson',
		present: 'Presenting',
		network: 'Run a network'
	},
	commands: {
		openHelp: 'Open keyboard help',
		openSettings: 'Open settings',
		undo: 'Undo',
		redo: 'Redo',
		nextCell: 'Next cell',
		previousCell: 'Previous cell',
		present: 'Present, or back to reading',
		nextScreen: 'Next screen',
		previousScreen: 'Previous screen',
		leavePresenter: 'Back to reading',
		blackout: 'Black screen on or off',
		spotlight: 'Spotlight on or off; it follows the mouse',
		spotlightLeft: 'Spotlight to the left',
		spotlightRight: 'Spotlight to the right',
		spotlightUp: 'Spotlight up',
		spotlightDown: 'Spotlight down',
		fullScreen: 'Full screen on or off',
		openNotes: 'Open speaker notes',
		toggleForm: 'Change the form: training-time or folded',
		findLayer: 'Find a layer',
		playLayers: 'Play layers, or pause',
		nextLayer: 'Next layer',
		previousLayer: 'Previous layer'
	},
	tab: 'To the next control; with Shift to the one before',
	enter: 'Press a button, follow a link',
	arrows: 'Move within a group, a slider or a grid',
	/** While a lesson is presented. */
	clicker:
		'In a slider, a grid or a list of answers the arrow keys stay there. Page ↓ and Page ↑, the keys of a clicker, always go on and back.',
	escape: 'Close a dialog',
	/** What is printed on a key that types nothing one can see. */
	names: { Escape: 'Esc', PageDown: 'Page ↓', PageUp: 'Page ↑', space: 'Space' },
	singleKeysOn: 'Single keys can be turned off in the settings.',
	singleKeysOff: 'Single-key shortcuts are off. They can be turned on in the settings.'
} as const;
