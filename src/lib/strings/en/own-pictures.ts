/** Words of the camera and of drawing on the network page. Numbers come in as text. */
export const ownPictures = {
	ways: 'Camera and drawing',
	camera: 'Camera',
	draw: 'Draw',
	stays: 'Files, camera pictures and drawings stay on this device. Nothing is sent.',

	steps: 'How it becomes the input',
	upright:
		'Turned upright as the file says; transparent parts lie on white; no colour profile is applied.',
	resized: (width: string, height: string) =>
		`Resized until it just covers ${width} × ${height} pixels, with the smoothed bicubic filter of Pillow.`,
	cropped: (columns: string, rows: string, share: string) =>
		`The middle ${columns} × ${rows} pixels are cut out: crop_pct ${share}.`,
	made: (columns: string, rows: string) =>
		`Made at ${columns} × ${rows} pixels; nothing is resized or cropped.`,
	normalised: (means: string, deviations: string) =>
		`Red, green and blue, 0 to 255, are divided by 255; then (${means}) is subtracted, and the result divided by (${deviations}).`,
	asTimm: 'timm prepares pictures for these networks in the same way.',
	tensorAsItIs: (columns: string, rows: string) =>
		`This tensor goes in as it is, 3 × ${rows} × ${columns}: nothing is resized or normalised. What is shown here is the picture that would give these numbers.`,

	cameraName: 'Camera',
	drawingName: 'Drawing',
	asking: 'The browser asks whether this page may use the camera. Answer there.',
	live: 'The camera is on. The network runs on every frame.',
	paused: 'The camera waits, because this tab was out of sight.',
	stop: 'Stop camera',
	keep: 'Keep this picture',
	goOn: 'Go on',
	cameraOff: 'The camera is off.',
	problems: {
		insecure:
			'This page was not opened over a secure connection, so the browser gives it no camera. Open it with https, or on this computer itself.',
		missing: 'This browser gives pages no camera. Choose a picture file, or draw.',
		refused:
			'The camera was not allowed. Allow it for this page in the browser’s settings, then press Camera again.',
		none: 'No camera was found. Connect one, then press Camera again; or choose a picture file.',
		busy: 'The camera could not be started; another program may be using it. Close that program, then press Camera again.',
		ended:
			'The camera has stopped: it was unplugged or taken away. Press Camera to start it again.',
		other: 'The camera gave no picture. Press Camera to try again, or choose a picture file.'
	},
	dismiss: 'Dismiss',

	canvas: (columns: string, rows: string) => `Drawing surface, ${columns} by ${rows} pixels`,
	canvasHelp:
		'Draw with a finger, a pen or the mouse. By keyboard: arrow keys move the cross, with Shift by 8; hold Space to draw, or press Enter to put the pen down and again to lift it. The dials of the sample pictures are another way to change a picture by keyboard.',
	place: (row: string, column: string) => `row ${row}, column ${column}`,
	penDown: 'pen down',
	pen: 'Pen',
	pens: {
		black: 'Black',
		white: 'White',
		red: 'Red',
		orange: 'Orange',
		yellow: 'Yellow',
		green: 'Green',
		blue: 'Blue',
		brown: 'Brown',
		rubber: 'Eraser'
	},
	thickness: 'Thickness, percent of the width',
	thicknessSpoken: (value: string) => `${value} percent of the width`,
	ground: 'Draw on',
	grounds: { picture: 'This picture', paper: 'White paper' },
	undoStroke: 'Undo stroke',
	clear: 'Clear'
} as const;
