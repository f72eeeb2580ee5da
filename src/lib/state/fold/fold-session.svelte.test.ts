/** The fold session on the real engine, here in Node: what is asked, what is shown, what is undone. */
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { FOLD_STEPS } from '#lib/core/fold/fold-step-names.ts';
import { NotebookEngine } from '#lib/engine/live-engine.ts';
import type { LiveConnection } from '#lib/engine/live-client.ts';
import { parseModelCard } from '#lib/export/model-card.ts';
import { drawScene } from '#lib/pictures/scenes/draw-scene.ts';
import { registerNodeBackends } from '../../../../tests/support/tensorflow.ts';
import { FoldNetworks } from './fold-networks.svelte.ts';
import { FoldSession, type FoldDefaults } from './fold-session.svelte.ts';
import { LiveLab } from '#lib/state/live/live-lab.svelte.ts';

registerNodeBackends();
const present = async () => undefined;

const defaults: FoldDefaults = {
	choices: {
		source: { kind: 'toy' },
		picture: 'diagonal',
		channel: 0,
		edits: [],
		breakages: []
	},
	look: { step: 'run', tap: 4 }
};

const cards = {
	get: async (slug: string) => parseModelCard(readFileSync(`static/networks/${slug}.json`, 'utf8')),
	address: (name: string) => name,
	file: () => Promise.reject(new Error('This test has no site to fetch from.'))
};
const drawer = { draw: async (...scene: Parameters<typeof drawScene>) => drawScene(...scene) };

let connections = 0;
let session: FoldSession;

/** The engine on the processor, in place of a worker. */
function connect(): LiveConnection {
	connections += 1;
	const engine = new NotebookEngine({
		wasm: present,
		cpu: present,
		webgl: present,
		webgpu: present
	});
	return {
		onfailure: null,
		start: () => engine.start('cpu'),
		runGraph: (request) => engine.runGraph(request),
		foldBatchNorm: (request) => engine.foldBatchNorm(request),
		openNetwork: (...call) => engine.openNetwork(...call),
		openNetworkModule: (...call) => engine.openNetworkModule(...call),
		foldStep: (...call) => engine.foldStep(...call),
		recordFoldStep: (...call) => engine.recordFoldStep(...call),
		foldNetwork: (...call) => engine.foldNetwork(...call),
		networkMaps: (...call) => engine.networkMaps(...call),
		cancel: () => engine.cancel(),
		close: () => undefined
	};
}

async function settled(): Promise<void> {
	do await new Promise((resolve) => setTimeout(resolve, 1));
	while (session.pending);
}

beforeEach(() => {
	connections = 0;
	session = new FoldSession(new LiveLab(connect), new FoldNetworks(cards, drawer), defaults);
});

test('before it starts, the toy is worked out without the engine, also while steps are taken', () => {
	session.goTo('compare');
	expect(session.live).toBeNull();
	expect(session.view.step).toBe('compare');
	expect(session.view.tensors.sumKernel![4]).toBeCloseTo(1.8, 3);
	expect(connections).toBe(0);
});

describe('once started', () => {
	beforeEach(async () => {
		session.start();
		await settled();
	});

	test('each step is run anew: two runs a step, none of them kept', async () => {
		const before = session.live!.runs;
		for (const step of FOLD_STEPS) {
			session.goTo(step);
			await settled();
			expect(session.view.step).toBe(step);
		}
		expect(session.live!.runs).toBe(before + 2 * FOLD_STEPS.length);
		session.goTo('run');
		await settled();
		expect(session.live!.runs).toBe(before + 2 * FOLD_STEPS.length + 2);
		expect(connections).toBe(1);
	});

	test('of many steps in a row only the newest waits, and it is what is shown', async () => {
		const before = session.live!.runs;
		for (const step of FOLD_STEPS) session.goTo(step);
		await settled();
		expect(session.view.step).toBe('compare');
		expect(session.live!.runs).toBeLessThanOrEqual(before + 4);
	});

	test('a step back gives the very same bits', async () => {
		session.goTo('scale-kernel');
		await settled();
		const there = session.view;
		session.move(1);
		await settled();
		session.move(-1);
		await settled();
		expect(session.view.maps).toEqual(there.maps);
		expect(session.view.tensors).toEqual(there.tensors);
	});

	test('edits and broken rules are undone and done again, each by name', async () => {
		session.goTo('compare');
		await settled();
		const { maps } = session.view;
		session.edit({ key: 'cheap_operation.0.weight', index: 4, value: 2 });
		session.toggle('forget-bias');
		await settled();
		expect(session.view.difference).toBeGreaterThan(1e-2);
		expect([session.undoLabel, session.redoLabel]).toEqual(['break', null]);
		session.undo();
		await settled();
		expect(session.view.difference).toBeLessThan(1e-5);
		expect([session.undoLabel, session.redoLabel]).toEqual(['edit', 'break']);
		session.undo();
		await settled();
		expect(session.view.maps).toEqual(maps);
		session.redo();
		await settled();
		expect(session.view.tensors.kernel[4]).toBe(2);
		session.reset();
		await settled();
		expect(session.changed).toBe(false);
		session.undo();
		expect(session.choices.edits).toHaveLength(1);
	});

	test('everything in a step can be had, and is out of date with the next step', async () => {
		session.askForRecord();
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(session.record!.soFar.graph.output).toBe('relu');
		session.move(1);
		await settled();
		expect(session.record).toBeNull();
	});

	test('a network that cannot be had is said, and the toy stays on view', async () => {
		session.chooseModule({ kind: 'shipped', slug: 'scenes-repghost', module: 'blocks.0.0.ghost1' });
		await settled();
		expect(session.error).toBe('This test has no site to fetch from.');
		expect(session.view.maps.x.shape).toEqual([5, 5]);
		session.undo();
		await settled();
		expect(session.error).toBeNull();
	});

	test('modules of a file are opened, and listed from then on', async () => {
		const name = 'scenes-repghost-identity.safetensors';
		const file = new File([readFileSync(`static/networks/${name}`)], name);
		expect(session.networks.listed.map(({ key }) => key)).toEqual([
			'scenes-repghost',
			'scenes-repghost-identity'
		]);
		session.chooseModule({ kind: 'file', id: 1, file, module: '' });
		session.goTo('compare');
		await settled();
		expect(session.error).toBeNull();
		expect(session.module.plan).toMatchObject({ branch: 'identity', outChannels: 16 });
		expect(session.choices.picture).toBe('red-ball');
		expect(session.view.difference).toBeLessThan(1e-5 * (1 + session.view.largest));
		expect(session.networks.listed.at(-1)!.modules).toHaveLength(14);
	});
});
