/** Words inside the plain controls. */
export const ui = {
	error: 'Error',
	cancel: 'Cancel',
	/** The field beside a slider of that name. */
	typed: (name: string) => `${name}, as a number`,
	notANumber: '✕ A number is needed here, such as 0.5 or −2.',
	outOfRange: (least: string, most: string) => `✕ A number from ${least} to ${most} is needed.`,
	/** A legend read out: the colours run from `low` to `high`. */
	legendSigned: (low: string, high: string) =>
		`Colours from ${low}, purple, over zero, white, to ${high}, orange.`,
	legendUnsigned: (low: string, high: string) =>
		`Colours from ${low}, dark blue, to ${high}, bright yellow.`
} as const;
