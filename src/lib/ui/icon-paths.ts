/** Drawings of the icons on a grid of 20 × 20, stroked with the text's colour. */
export const iconPaths = {
	link: 'M8 12l4-4M9 5.5l1.5-1.5a3.9 3.9 0 0 1 5.5 5.5L14.5 11M11 14.5l-1.5 1.5a3.9 3.9 0 0 1-5.5-5.5L5.5 9',
	code: 'M7 5L2.5 10 7 15M13 5l4.5 5-4.5 5',
	reset: 'M4 10a6 6 0 1 0 6-6H5M7.5 1.5L5 4l2.5 2.5',
	undo: 'M4 8h8a4.5 4.5 0 0 1 0 9H8M7.5 4.5L4 8l3.5 3.5',
	redo: 'M16 8H8a4.5 4.5 0 0 0 0 9h4M12.5 4.5L16 8l-3.5 3.5',
	play: 'M6 4l10 6-10 6z',
	pause: 'M7 4v12M13 4v12',
	previous: 'M12.5 4l-6 6 6 6',
	next: 'M7.5 4l6 6-6 6',
	up: 'M4 12.5l6-6 6 6',
	down: 'M4 7.5l6 6 6-6',
	settings:
		'M3 6h8M15 6h2M3 14h2M9 14h8M11 6a2 2 0 1 0 4 0a2 2 0 1 0-4 0M5 14a2 2 0 1 0 4 0a2 2 0 1 0-4 0',
	help: 'M7.5 7.5a2.5 2.5 0 1 1 4 2c-1 .7-1.5 1.2-1.5 2.5M10 15v.2',
	fullScreen: 'M3 7V3h4M17 7V3h-4M3 13v4h4M17 13v4h-4',
	present: 'M2.5 3.5h15M4 3.5v9h12v-9M10 12.5v2M6.5 17.5l3.5-3 3.5 3',
	notes: 'M4 2.5h12v15H4zM7 6.5h6M7 10h6M7 13.5h3.5',
	dark: 'M3 4h14v10H3zM6 17h8M5.5 6.5h9v5h-9zM5.5 9h9',
	spotlight:
		'M10 5.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M10 1.5v1.5M10 17v1.5M1.5 10h1.5M17 10h1.5',
	print: 'M6 7V2.5h8V7M6 14H3V7h14v7h-3M6 11.5h8v6H6z',
	check: 'M4 10.5l4 4 8-9',
	camera: 'M2.5 6.5h3.5l1.5-2.5h5l1.5 2.5h3.5v9.5h-15zM7 11a3 3 0 1 0 6 0a3 3 0 1 0-6 0',
	pen: 'M3 17l1-4L14 3l3 3L7 16zM11.5 5.5l3 3',
	close: 'M5 5l10 10M15 5L5 15',
	download: 'M10 3v9M6 8.5l4 4 4-4M4 16.5h12',
	copy: 'M7 7V3.5h9.5V13H13M3.5 7H13v9.5H3.5z',
	file: 'M5 2.5h6.5L15 6v11.5H5zM11 2.5V6.5h4'
} as const;

export type IconName = keyof typeof iconPaths;
