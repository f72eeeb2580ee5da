/** Words inside the plain controls. */
export const ui = {
	error: 'Error',
	cancel: 'Cancel',
	/** A legend read out: the colours run from `low` to `high`. */
	legendSigned: (low: string, high: string) =>
		`Colours from ${low}, purple, over zero, white, to ${high}, orange.`,
	legendUnsigned: (low: string, high: string) =>
		`Colours from ${low}, dark blue, to ${high}, bright yellow.`
} as const;
