/**
 * Which folder may import which: the architecture of the site as a table, enforced by ESLint
 * (`import-direction.mjs`).
 */

/**
 * For each folder of `src/lib`, and for `routes` and `cli`, what it may import beside itself: a
 * folder of `src/lib`, or one file of it. Tests may import anything.
 * @type {Record<string, string[]>}
 */
export const mayImport = {
	core: [],
	kernels: [],
	kernel: [],
	strings: [],
	attachments: [],
	model: ['core', 'kernels'],
	pictures: ['core'],
	paper: ['core'],
	export: ['core'],
	scene: ['core'],
	training: ['core', 'model', 'pictures', 'kernels'],
	engine: ['core', 'model', 'pictures', 'training', 'export', 'scene'],
	state: [
		'core',
		'engine/client.ts',
		'engine/live-client.ts',
		'engine/live-protocol.ts',
		'engine/protocol.ts',
		'pictures',
		'export',
		'strings'
	],
	ui: ['attachments', 'state/pointing.svelte.ts', 'strings'],
	figures: [
		'core',
		'engine/live-protocol.ts',
		'pictures',
		'scene',
		'state',
		'ui',
		'attachments',
		'paper',
		'strings',
		'kernel/client.ts'
	],
	lesson: ['ui', 'state', 'attachments', 'strings'],
	server: ['lesson', 'figures/registry.ts'],
	routes: [
		'server',
		'figures',
		'lesson',
		'ui',
		'attachments',
		'state',
		'strings',
		'paper',
		'core',
		'scene'
	],
	cli: [
		'core',
		'kernels',
		'model',
		'pictures',
		'paper',
		'export',
		'scene',
		'training',
		'engine',
		'lesson',
		'server',
		'strings'
	]
};

/**
 * Packages that only some folders may import, each a pattern of the package's name.
 * @type {{ name: RegExp, onlyIn: string[] }[]}
 */
export const packageOwners = [
	{ name: /^@tensorflow\//, onlyIn: ['model', 'engine', 'training', 'kernels', 'cli'] }
];

/** Folders of plain TypeScript, which import no package at all. */
export const withoutPackages = ['core'];
