/** Words of the figure about kernels that do nothing. Numbers come in as text, already formatted. */
export const kernels = {
	kernel: 'Kernel',
	names: {
		centre: '1 in the centre',
		ones: 'all ones',
		ninths: 'all 1/9',
		'top-left': '1 at the top left'
	},
	mixes: {
		centre: '1 in every centre',
		identity: '1 only from each channel to itself'
	},
	taps: 'The nine taps',
	tapsLegend: 'taps of the kernel',
	centres: 'The centre taps: a row for each output, a column for each input. All other taps are 0.',
	tap: (row: string, column: string) => `Tap in row ${row}, column ${column}`,
	centreTap: (output: string, input: string) =>
		`Centre tap from input ${input} to output ${output}`,
	editHelp: 'Choose a tap and type, or press F2 on it.',
	dense: 'Dense: three channels in, three out',
	stride: 'Stride 2',
	source: 'Tried on',
	sources: { picture: 'a picture', numbers: 'numbers' },
	picture: 'Picture',
	drawFailed: 'This picture could not be drawn. The one before stays.',

	input: 'input',
	output: 'output',
	change: 'input − output',
	light: 'light',
	red: 'red',
	green: 'green',
	blue: 'blue',
	channel: (number: string) => `channel ${number}`,
	mapName: (map: string, channel: string) => `${map}, ${channel}`,
	mapSentence: (map: string, rows: string, columns: string, low: string, high: string) =>
		`${map}: ${rows} by ${columns} values, from ${low} to ${high}.`,
	noChangeMap: 'Input and output have different sizes: there is nothing to subtract.',
	mapsLegend: 'input and output, one scale',
	changeLegend: 'input − output, a scale of its own',

	largestChange: 'largest |input − output|',
	largestChangeName: 'Largest difference',
	unchanged: 'exactly 0: every value came back to the last bit.',
	changed: (row: string, column: string, channel: string) =>
		`in row ${row}, column ${column}, ${channel}. This is not the identity.`,
	otherSize: (input: string, output: string) =>
		`The input has ${input} values, the output ${output}. This is not the identity.`,

	window: 'The window',
	windowHelp: 'Arrow keys move the window, with Shift by 8. Or choose a place on the input.',
	windowAt: (row: string, column: string) => `Around row ${row}, column ${column}`,
	windowSpoken: (row: string, column: string, value: string) =>
		`row ${row}, column ${column}: output ${value}`,
	outputChannel: 'Output channel',
	products: 'Tap × value, nine times',
	centreProducts: 'Centre tap × value, for each input',
	outside: 'outside: 0',
	outsideSentence: (count: string) =>
		`${count} of the nine taps hang over the edge and read a 0. The centre never does.`,
	sum: 'The products add up to',
	rounding: (rounding: string) => `(with a rounding of ${rounding})`,
	row: (row: string) => `row ${row}`,
	table: 'The numbers as tables'
} as const;
