/** Words of the tensor view, the formula view, and "follow one number". */
export const tensors = {
	/** A negative number read out. */
	minus: (digits: string) => `minus ${digits}`,
	cellName: (row: string, column: string, value: string) =>
		`row ${row}, column ${column}, ${value}`,
	probe: (row: string, column: string, value: string) => `row ${row}, column ${column}: ${value}`,
	/** The field in a cell; `cell` is the cell's name. */
	edit: (cell: string) => `New value for ${cell}`,
	notANumber: '✕ A number is needed here, such as 0.5 or −2.',
	copy: 'Copy numbers',
	copied: 'Copied.',
	notCopied: 'The browser did not allow copying.',
	follow: 'Follow this number',
	map: (label: string) => `${label}: one value at a time`,
	mapHelp: 'Arrow keys move by one value, with Shift by 8.',
	row: 'Row',
	formula: 'Formula',
	partsOfFormula: 'Parts of the formula'
} as const;
