/** Words of the keyboard help; one label per command of the keymap. */
export const keys = {
	title: 'Keyboard help',
	scopes: { everywhere: 'Everywhere', lesson: 'In a lesson', network: 'Run a network' },
	commands: {
		openHelp: 'Open keyboard help',
		openSettings: 'Open settings',
		undo: 'Undo',
		redo: 'Redo',
		nextCell: 'Next cell',
		previousCell: 'Previous cell',
		toggleForm: 'Change the form: training-time or folded',
		findLayer: 'Find a layer',
		playLayers: 'Play layers, or pause',
		nextLayer: 'Next layer',
		previousLayer: 'Previous layer'
	},
	tab: 'To the next control; with Shift to the one before',
	enter: 'Press a button, follow a link',
	arrows: 'Move within a group, a slider or a grid',
	escape: 'Close a dialog',
	singleKeysOn: 'Single keys can be turned off in the settings.',
	singleKeysOff: 'Single-key shortcuts are off. They can be turned on in the settings.'
} as const;
