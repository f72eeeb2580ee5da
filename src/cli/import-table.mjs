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
	measure: ['core'],
	kernels: [],
	kernel: [],
	strings: [],
	attachments: [],
	offline: ['strings/en/offline.ts'],
	model: ['core', 'kernels'],
	pictures: ['core'],
	paper: ['core'],
	export: ['core', 'measure'],
	scene: ['core'],
	exercises: ['core'],
	training: ['core', 'model', 'pictures', 'kernels'],
	engine: ['core', 'kernels', 'measure', 'model', 'pictures', 'training', 'export', 'scene'],
	state: [
		'core',
		'measure',
		'offline',
		'engine/client.ts',
		'engine/live-client.ts',
		'engine/live-protocol.ts',
		'engine/measure-client.ts',
		'engine/measure-protocol.ts',
		'engine/protocol.ts',
		'engine/published-download.ts',
		'engine/weight-places.ts',
		'pictures',
		'export',
		'strings'
	],
	ui: ['attachments', 'state/pointing.svelte.ts', 'strings'],
	editor: ['kernel/client.ts', 'state', 'ui', 'strings'],
	figures: [
		'core',
		'measure',
		'engine/live-protocol.ts',
		'pictures',
		'scene',
		'state',
		'ui',
		'attachments',
		'paper',
		'strings',
		'kernel/client.ts',
		'editor',
		'lesson/source/snippet-chain.ts'
	],
	lesson: ['ui', 'state', 'attachments', 'exercises', 'kernel/client.ts', 'editor', 'strings'],
	server: ['lesson', 'figures/registry.ts', 'paper'],
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
		'measure',
		'scene'
	],
	cli: [
		'core',
		'measure',
		'kernel',
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
	{ name: /^@tensorflow\//, onlyIn: ['model', 'engine', 'training', 'kernels', 'kernel', 'cli'] }
];

/** Folders of plain TypeScript, which import no package at all. */
export const withoutPackages = ['core', 'measure'];
