/** Words around the code that figures and lessons show. */
export const code = {
	show: 'Show the code',
	hide: 'Hide the code',
	languages: 'Language of the code',
	pytorch: 'PyTorch',
	tensorflow: 'TensorFlow.js',
	copy: 'Copy the code',
	copied: 'Copied.',
	notCopied: 'The browser did not allow copying. Select the lines and copy them.',
	/** The box in which the lines scroll. */
	lines: (language: string) => `Code in ${language}`,
	/** A line's number, which leads to the figure that shows what the line makes. */
	toFigure: (line: number) => `Line ${line}: show it in the figure`,
	names: 'Where the names come from'
} as const;
