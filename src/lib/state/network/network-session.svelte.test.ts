import { describe, expect, it } from 'vitest';
import { FakeEngine, fakeNetwork } from '../../../../tests/support/fake-engine.ts';
import { DEFAULT_CHOICES, type Choices } from './choices.ts';
import { NetworkSession } from './network-session.svelte.ts';
import { sceneOf } from '#lib/state/picture/scenes.ts';
import type { Connections } from './workers.ts';

/** Lets everything that does not wait for the engine happen. */
const rest = () => new Promise((resolve) => setTimeout(resolve, 5));

async function open(changes: Partial<Choices> = {}) {
	const engine = new FakeEngine();
	const session = new NetworkSession(engine.connections(), { ...DEFAULT_CHOICES, ...changes });
	session.start();
	await rest();
	return { engine, session };
}

/** Sources of a browser that has no workers. */
function without(message: string): Connections {
	const engine = () => {
		throw new Error(message);
	};
	return { ...new FakeEngine().connections(), engine };
}

const file = (name = 'own.safetensors') => new File([new Uint8Array(8)], name);
const folded = { model: { kind: 'random', slug: 'repghostnet_100' } } as const;

describe('a session', () => {
	it('asks for nothing before it is started', () => {
		const session = new NetworkSession(without('started'), DEFAULT_CHOICES);
		expect(session.activity.kind).toBe('waiting');
		expect(session.matches).toBe(false);
	});

	it('starts, loads, runs and reads maps by itself', async () => {
		const { engine, session } = await open();
		expect(engine.log.slice(0, 4)).toEqual([
			'start wasm',
			'load scenes-repghost',
			'run training-time',
			'maps blocks.4.0.ghost1'
		]);
		expect(session.activity.kind).toBe('idle');
		expect(session.matches).toBe(true);
		expect(session.held.maps?.layer).toBe('blocks.4.0.ghost1');
		expect(session.held.smallMaps.size).toBe(18);
		expect(session.held.picture).toMatchObject({ kind: 'sample', name: 'red-ball' });
	});

	it('says so when the engine cannot be started', () => {
		const session = new NetworkSession(without('No workers here.'), DEFAULT_CHOICES);
		session.start();
		expect(session.error).toBe('No workers here.');
	});

	it('runs again when the form changes, without loading or preparing again', async () => {
		const { engine, session } = await open();
		engine.log.length = 0;
		session.choose({ form: 'folded' });
		expect(session.matches).toBe(false);
		await rest();
		expect(engine.log.slice(0, 2)).toEqual(['run folded', 'maps blocks.4.0.ghost1']);
		expect(session.matches).toBe(true);
	});

	it('compares the forms once both have run on one picture', async () => {
		const { session } = await open();
		expect(session.agreement).toBeNull();
		session.toggleForm();
		await rest();
		expect(session.agreement?.difference).toBeCloseTo(1e-6, 6);
		expect(session.agreement?.within).toBe(true);
		session.choose({ picture: { kind: 'sample', slug: 'toadstool' } });
		await rest();
		expect(session.agreement).toBeNull();
	});

	it('shows the layer around one that a form does not have', async () => {
		const { session } = await open({ layer: 'blocks.2.0.ghost1.fusion_bn' });
		expect(session.layer).toBe('blocks.2.0.ghost1.fusion_bn');
		session.toggleForm();
		await rest();
		expect(session.layer).toBe('blocks.2.0.ghost1');
		session.moveLayer(1);
		await rest();
		expect(session.held.maps?.layer).toBe('blocks.2.0.ghost2.primary_conv');
	});
});

describe('answers that come late', () => {
	it('are dropped when the reader has chosen something else', async () => {
		const { engine, session } = await open();
		engine.held = true;
		session.choose({ form: 'folded' });
		await rest();
		session.choose({ form: 'training-time' });
		engine.waiting.answer();
		await rest();
		expect(session.held.run?.result.form).toBe('training-time');
		expect(session.choices.form).toBe('training-time');
	});

	it('may fail in silence', async () => {
		const { engine, session } = await open();
		engine.held = true;
		session.choose({ picture: { kind: 'file', id: 1, file: file('a.png') } });
		await rest();
		session.choose({ picture: { kind: 'sample', slug: 'toadstool' } });
		engine.held = false;
		engine.waiting.fail('It could not be decoded.');
		await rest();
		expect(session.error).toBeNull();
		expect(session.held.picture?.name).toBe('toadstool');
	});

	it('stop the load of a network that is not wanted any more', async () => {
		const { engine, session } = await open();
		engine.held = true;
		session.choose({ model: { kind: 'file', id: 1, file: file() } });
		await rest();
		expect(session.activity).toEqual({ kind: 'loading', name: 'own.safetensors', done: 0.5 });
		engine.held = false;
		session.choose(folded);
		await rest();
		expect(engine.log).toContain('cancel');
		expect(session.held.network?.info.width).toBe(1);
		expect(session.error).toBeNull();
	});
});

describe('what fails', () => {
	it('leaves the network, the results and the choices as they were', async () => {
		const { engine, session } = await open();
		const { choices } = session;
		const { run, network } = session.held;
		engine.held = true;
		session.choose({ model: { kind: 'file', id: 1, file: file('page.html') } });
		await rest();
		engine.held = false;
		engine.waiting.fail('This is an HTML page, not a weight file.');
		await rest();
		expect(session.error).toBe('This is an HTML page, not a weight file.');
		expect(session.choices).toBe(choices);
		expect(session.held.run).toBe(run);
		expect(session.held.network).toBe(network);
		expect(session.matches).toBe(true);
		session.choose({ form: 'folded' });
		expect(session.error).toBeNull();
	});

	it('takes back only what is at fault', async () => {
		const { engine, session } = await open();
		engine.held = true;
		session.choose({ form: 'folded' });
		session.choose({ model: { kind: 'file', id: 1, file: file('page.html') } });
		await rest();
		engine.waiting.answer();
		await rest();
		engine.held = false;
		engine.waiting.fail('This is an HTML page, not a weight file.');
		await rest();
		expect(session.error).toContain('HTML');
		expect(session.choices.model).toBe(DEFAULT_CHOICES.model);
		expect(session.held.run?.result.form).toBe('folded');
	});

	it('leaves the picture when a tensor does not fit', async () => {
		const { session } = await open();
		session.choose({ picture: { kind: 'file', id: 1, file: file('x.npy') } });
		await rest();
		expect(session.error).not.toBeNull();
		expect(session.choices.picture).toEqual(DEFAULT_CHOICES.picture);
		expect(session.matches).toBe(true);
	});

	it('ends in a stop when there is nothing to go back to, and goes on with the next choice', async () => {
		const engine = new FakeEngine();
		engine.held = true;
		const session = new NetworkSession(engine.connections(), DEFAULT_CHOICES);
		session.start();
		await rest();
		engine.waiting.fail('No backend works here.');
		await rest();
		expect(session.activity.kind).toBe('stopped');
		engine.held = false;
		session.choose({ backend: 'cpu' });
		await rest();
		expect(session.matches).toBe(true);
	});

	it('starts a new engine after the worker was lost', async () => {
		const engines: FakeEngine[] = [];
		const connect = () => {
			const engine = new FakeEngine();
			engine.held = engines.length === 0;
			engines.push(engine);
			return engine;
		};
		const connections = { ...new FakeEngine().connections(), engine: connect };
		const session = new NetworkSession(connections, DEFAULT_CHOICES);
		session.start();
		await rest();
		engines[0]!.onfailure?.('The engine stopped.');
		expect(session.error).toBe('The engine stopped.');
		session.choose({ form: 'folded' });
		await rest();
		expect(engines).toHaveLength(2);
		expect(session.matches).toBe(true);
	});
});

describe('cancel', () => {
	it('stops a load and keeps what was there', async () => {
		const { engine, session } = await open();
		const { run } = session.held;
		engine.held = true;
		session.choose({ model: { kind: 'file', id: 1, file: file() } });
		await rest();
		engine.held = false;
		session.cancel();
		await rest();
		expect(session.activity.kind).toBe('idle');
		expect(session.held.run).toBe(run);
		expect(session.matches).toBe(true);
		expect(session.error).toBeNull();
	});

	it('stops a start that does not notice', async () => {
		const engine = new FakeEngine();
		engine.held = true;
		engine.cancel = async () => undefined;
		const session = new NetworkSession(engine.connections(), DEFAULT_CHOICES);
		session.start();
		await rest();
		session.cancel();
		expect(session.activity.kind).toBe('stopped');
		engine.held = false;
		engine.waiting.answer();
		await rest();
		expect(session.activity.kind).toBe('stopped');
		expect(engine.log).toEqual(['start wasm']);
		session.retry();
		await rest();
		expect(session.matches).toBe(true);
	});

	it('stops the first load', async () => {
		const engine = new FakeEngine();
		engine.held = true;
		const session = new NetworkSession(engine.connections(), DEFAULT_CHOICES);
		session.start();
		await rest();
		session.cancel();
		await rest();
		expect(session.activity.kind).toBe('stopped');
		expect(session.error).toBeNull();
	});
});

describe('networks of this site', () => {
	it('are asked for again after a refusal, and what was there stays meanwhile', async () => {
		const { engine, session } = await open(folded);
		engine.held = true;
		session.choose({ model: { kind: 'shipped', slug: 'scenes-ghost' } });
		await rest();
		expect(session.activity).toEqual({ kind: 'loading', name: 'Ghost', done: 0.5 });
		engine.held = false;
		engine.waiting.fail('scenes-ghost.safetensors: the file was damaged.');
		await rest();
		expect(session.error).toContain('damaged');
		expect(session.choices.model).toEqual(folded.model);
		expect(session.canRetry).toBe(true);
		session.retry();
		await rest();
		expect(session.held.network?.info.source).toMatchObject({ slug: 'scenes-ghost' });
		expect(session.canRetry).toBe(false);
	});
});

describe('a dial', () => {
	const view = { channels: [0, 1], across: 2, scale: 'shared', chosen: 1 } as const;
	const before = sceneOf(
		DEFAULT_CHOICES.picture.kind === 'sample' ? DEFAULT_CHOICES.picture.slug : ''
	);
	/** Long enough for a dial that was let go to count as at rest. */
	const settle = () => new Promise((resolve) => setTimeout(resolve, 200));

	async function openDials() {
		const opened = await open();
		opened.session.moving.look(view);
		opened.engine.log.length = 0;
		return opened;
	}

	it('is followed at once, and its picture chosen once it rests', async () => {
		const { engine, session } = await openDials();
		const { run } = session.held;
		session.turn({ turn: 77 }, 0);
		await rest();
		expect(engine.log).toEqual(['frame blocks.4.0.ghost1 of 77']);
		expect(session.frame).toMatchObject({
			layerName: 'blocks.4.0.ghost1',
			logits: Float32Array.of(77)
		});
		expect(session.frame?.smallMaps.size).toBe(18);
		expect(session.matches).toBe(false);
		expect(session.held.run).toBe(run);
		session.moving.rest();
		await settle();
		expect(session.choices.picture).toMatchObject({ slug: 'red-ball', changes: { turn: 77 } });
		expect(engine.log.slice(1)).toEqual(['run training-time', 'maps blocks.4.0.ghost1']);
		expect(session.frame).toBeNull();
		expect(session.matches).toBe(true);
		expect(session.held.smallMaps.get('conv_stem')?.max).toBe(9);
	});

	it('skips what came between while the engine is busy', async () => {
		const { engine, session } = await openDials();
		engine.held = true;
		for (const turn of [1, 2, 3, 4]) {
			session.turn({ turn }, 0);
			await rest();
		}
		engine.held = false;
		engine.waiting.answer();
		await rest();
		expect(engine.log).toEqual(['frame blocks.4.0.ghost1 of 1', 'frame blocks.4.0.ghost1 of 4']);
		expect(session.frame?.logits[0]).toBe(4);
	});

	it('is one step to undo, however often it moved', async () => {
		const { session } = await openDials();
		for (const turn of [10, 20, 30]) session.turn({ turn }, 0);
		session.moving.rest();
		await settle();
		session.turn({ style: 2 }, 0);
		expect(session.scene?.changes).toEqual({ turn: 30, style: 2 });
		session.undo();
		expect(session.scene?.changes).toEqual({ turn: 30 });
		session.undo();
		await rest();
		expect(session.scene?.changes).toBeUndefined();
		expect(session.matches).toBe(true);
		session.redo();
		await rest();
		expect(session.scene?.changes).toEqual({ turn: 30 });
	});

	it('drops frames that come after the picture was chosen', async () => {
		const { engine, session } = await openDials();
		engine.held = true;
		session.turn({ turn: 5 }, 0);
		await rest();
		session.choose({ layer: 'conv_stem' });
		engine.held = false;
		engine.waiting.answer();
		await rest();
		expect(session.frame).toBeNull();
		expect(session.scene?.changes).toEqual({ turn: 5 });
		expect(session.held.maps?.layer).toBe('conv_stem');
	});

	it('let go before its last frame came has its small maps read anew', async () => {
		const { engine, session } = await openDials();
		session.turn({ turn: 1 }, 0);
		await rest();
		engine.held = true;
		session.turn({ turn: 2 }, 0);
		await rest();
		session.choose({});
		engine.held = false;
		engine.waiting.answer();
		await rest();
		expect(session.scene?.changes).toEqual({ turn: 2 });
		expect(engine.log).toContain('maps conv_stem');
		expect(session.held.smallMaps.get('conv_stem')?.max).toBe(0.5);
	});

	it('that cannot be followed is run as a whole, which says what is wrong', async () => {
		const { engine, session } = await openDials();
		engine.held = true;
		session.turn({ turn: 6 }, 0);
		await rest();
		engine.held = false;
		engine.waiting.fail('The graphics context was lost.');
		await rest();
		expect(session.choices.picture).toMatchObject({ changes: { turn: 6 } });
		expect(engine.log).toContain('run training-time');
		expect(session.matches).toBe(true);
	});

	it('turned back to where the sample has it leaves no trace', async () => {
		const { session } = await openDials();
		session.turn({ turn: 9 }, 0);
		session.turn({ turn: before.turn }, 0);
		expect(session.scene).toEqual({ kind: 'sample', slug: 'red-ball' });
	});
});

describe('all maps', () => {
	it('are painted when they are wanted, and after each run from then on', async () => {
		const { engine, session } = await open();
		expect(engine.log).not.toContain('overview');
		session.wantsOverview = true;
		await rest();
		expect(session.held.overview?.run).toBe(session.held.run?.key);
		session.toggleForm();
		await rest();
		expect(session.held.overview?.run).toBe(session.held.run?.key);
		session.wantsOverview = false;
		engine.log.length = 0;
		session.toggleForm();
		await rest();
		expect(engine.log).not.toContain('overview');
	});

	it('come with the frames of a picture that moves', async () => {
		const { session } = await open();
		session.moving.look({ channels: [0], across: 1, scale: 'shared', chosen: 0 });
		session.wantsOverview = true;
		session.turn({ turn: 3 }, 0);
		await rest();
		expect(session.frame?.overview).not.toBeNull();
	});
});

describe('small maps', () => {
	it('are read for the layers on view, as far as the form has them', async () => {
		const { engine, session } = await open();
		engine.log.length = 0;
		const branch = 'blocks.2.0.ghost1.fusion_bn';
		session.showSmall([branch, 'classifier', 'conv_stem', 'nowhere']);
		await rest();
		// The stem's was read before.
		expect(engine.log).toEqual([`maps ${branch}`, 'maps classifier']);
		expect(session.held.smallMaps.get('classifier')?.rows).toBe(25);
		engine.log.length = 0;
		session.toggleForm();
		await rest();
		expect(engine.log.slice(2)).toEqual(['maps classifier', 'maps conv_stem']);
	});

	it('follow a picture that moves, those on view alone', async () => {
		const { session } = await open();
		session.moving.look({ channels: [0], across: 1, scale: 'shared', chosen: 0 });
		session.showSmall(['conv_stem', 'classifier']);
		session.turn({ turn: 3 }, 0);
		await rest();
		expect([...(session.frame?.smallMaps.keys() ?? [])]).toEqual(['conv_stem', 'classifier']);
	});
});

describe('playing through the layers', () => {
	it('shows the maps of each, and is one step back', async () => {
		const { engine, session } = await open({ layer: 'blocks.0.0' });
		engine.log.length = 0;
		session.player.speed = '4';
		session.player.play();
		await rest();
		expect(engine.log).toEqual(['maps blocks.1.0.ghost1.primary_conv']);
		await new Promise((resolve) => setTimeout(resolve, 260));
		expect(session.held.maps?.layer).toBe('blocks.1.0.ghost1.cheap_operation');
		expect(session.player.playing).toBe(true);
		session.player.pause();
		await rest();
		session.undo();
		expect(session.choices.layer).toBe('blocks.0.0');
		expect(session.player.playing).toBe(false);
	});

	it('ends when the reader chooses something else', async () => {
		const { session } = await open({ layer: 'blocks.0.0' });
		session.player.play();
		session.toggleForm();
		expect(session.player.playing).toBe(false);
	});
});

describe('weight files', () => {
	it('stay in the menu, and are read again when their branch is settled', async () => {
		const { engine, session } = await open();
		session.choose({ model: { kind: 'file', id: 1, file: file() } });
		await rest();
		session.settleBranch('identity');
		await rest();
		expect(engine.log).toContain('load own.safetensors as identity');
		session.choose(folded);
		await rest();
		expect(session.lastFile).toMatchObject({ branch: 'identity' });
	});

	it('that are folded change the form to the one they have', async () => {
		const { engine, session } = await open();
		const { folded: only } = fakeNetwork(1).forms;
		engine.file = fakeNetwork(1, { forms: { folded: only! } });
		session.choose({ model: { kind: 'file', id: 1, file: file() } });
		await rest();
		expect(session.choices.form).toBe('folded');
		expect(session.matches).toBe(true);
	});
});

it('undoes and redoes', async () => {
	const { session } = await open();
	session.choose({ form: 'folded' });
	await rest();
	session.choose({ layer: 'conv_stem' });
	await rest();
	session.undo();
	await rest();
	expect(session.layer).toBe('blocks.4.0.ghost1');
	session.undo();
	await rest();
	expect(session.held.run?.result.form).toBe('training-time');
	session.redo();
	session.redo();
	await rest();
	expect(session.held.run?.result.form).toBe('folded');
	expect(session.layer).toBe('conv_stem');
});

describe('taking away', () => {
	it('asks the engine for weights and for all maps, and writes the rest itself', async () => {
		const { engine, session } = await open();
		engine.log.length = 0;
		const onnx = await session.take({ kind: 'onnx', form: 'folded' });
		expect(onnx?.fileName).toMatch(/^repghost-notebook-.+-folded\.onnx$/);
		expect(onnx?.content).toEqual(Uint8Array.of(1, 2, 3));
		expect((await session.take({ kind: 'npz' }))?.fileName).toMatch(/-training-time-maps\.npz$/);
		expect(engine.log).toEqual(['write onnx', 'write npz']);
		const csv = await session.take({ kind: 'csv' });
		expect(csv?.content).toMatch(/^layer,operation,channels,/);
		const npy = await session.take({ kind: 'npy', maps: session.held.maps! });
		expect(npy?.fileName).toMatch(/-blocks\.4\.0\.ghost1\.npy$/);
	});

	it('says what the engine says when it refuses', async () => {
		const { engine, session } = await open();
		engine.writeFile = () => Promise.reject(new Error('No room.'));
		expect(await session.take({ kind: 'npz' })).toBeNull();
		expect(session.error).toBe('No room.');
	});
});
