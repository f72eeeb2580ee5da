import { expect, it } from 'vitest';
import { DEFAULT_CHOICES } from '#lib/state/network/choices.ts';
import { NetworkSession } from '#lib/state/network/network-session.svelte.ts';
import { en } from '#lib/strings/en.ts';
import { FakeEngine } from '../../../../tests/support/fake-engine.ts';
import { faultsOf, measure, textsOf } from '../../../../tests/support/sheets.ts';
import { SHEET_MARGIN } from '#lib/scene/sheet-page.ts';
import { layoutView } from '#lib/scene/view-sheet.ts';
import { answersView } from './answers-view.ts';
import { costView, saveCost } from './cost-view.ts';
import { viewOfRuns } from './saved-view.ts';
import { saveMaps } from './views.ts';

async function open() {
	const session = new NetworkSession(new FakeEngine().connections(), DEFAULT_CHOICES);
	expect(saveCost(session, en)).toBeNull();
	session.start();
	await new Promise((resolve) => setTimeout(resolve, 5));
	return session;
}

it('says on every sheet of a run which network saw which picture, and where', async () => {
	const session = await open();
	const { content, part } = saveCost(session, en)!;
	expect(part).toBe('cost');
	expect(content.lines).toEqual([
		expect.stringMatching(/, training-time form$/),
		'Picture: Red ball'
	]);
	expect(content.inputs).toHaveLength(1);
	expect(content.footer).toMatch(/^RepGhost Notebook · computed by TensorFlow\.js, /);
	const laid = layoutView(content, measure);
	expect(faultsOf(laid)).toEqual([]);
	expect(textsOf(laid)).toEqual(expect.arrayContaining(['parameters', 'MACs', 'bytes moved']));
});

it('has the numbers of the layer under the key of its maps', async () => {
	const session = await open();
	session.moving.look({ channels: [0], across: 1, scale: 'shared', chosen: 0 });
	for (const which of ['maps', 'map'] as const) {
		const laid = layoutView(saveMaps(which, session, en)!.content, measure);
		expect(faultsOf(laid)).toEqual([]);
		const texts = textsOf(laid);
		const facts = texts.slice(texts.indexOf('This layer'));
		expect(facts.slice(0, 3)).toEqual(['This layer', 'operation', expect.any(String)]);
		// What the engine of the test says of every layer.
		expect(facts[facts.indexOf('mean') + 1]).toBe('0.5');
		expect(facts).toEqual(expect.arrayContaining(['parameters', 'MACs', 'bytes moved']));
		expect(texts.indexOf('This layer')).toBeGreaterThan(texts.indexOf(en.network.sharedLegend));
	}
});

it('has those of the frame while the picture moves', async () => {
	const engine = new FakeEngine();
	const { frame } = engine;
	engine.frame = async (request) => {
		const still = await frame(request);
		return { ...still, layer: { ...still.layer, mean: 0.75 } };
	};
	const session = new NetworkSession(engine.connections(), DEFAULT_CHOICES);
	session.start();
	await new Promise((resolve) => setTimeout(resolve, 5));
	session.moving.look({ channels: [0], across: 1, scale: 'shared', chosen: 0 });
	session.turn({ turn: 3 }, 0);
	await new Promise((resolve) => setTimeout(resolve, 5));
	const facts = saveMaps('maps', session, en)!.content.after![1]!;
	const mean = expect.objectContaining({ term: 'mean', value: '0.75' });
	expect(facts).toMatchObject({ facts: expect.arrayContaining([mean]) });
});

it('says on a sheet of two runs which is A and which is B, with both pictures where they differ', async () => {
	const run = (await open()).held.run!;
	const view = costView(run, 'conv_stem', en);
	const other = {
		...run,
		choices: { ...run.choices, picture: { kind: 'sample', slug: 'toadstool' } as const },
		picture: { ...run.picture, shown: { ...run.picture.shown, width: 1, height: 1 } }
	};
	const alone = viewOfRuns({ a: run, b: run }, en, view).content;
	const both = viewOfRuns({ a: run, b: other }, en, view).content;
	expect(alone.inputs).toHaveLength(1);
	expect(both.inputs.map(({ name }) => name)).toEqual(['A', 'B']);
	const laid = layoutView({ ...both, lines: [] }, measure);
	expect(faultsOf(laid)).toEqual([]);
	const baseline = (text: string) =>
		laid.marks.flatMap((mark) => (mark.kind === 'text' && mark.text === text ? mark.baseline : []));
	// Under the pictures, and over what follows.
	expect(baseline('B')[0]).toBeGreaterThan(SHEET_MARGIN + 96);
	expect(baseline('Whole network')[0]).toBeGreaterThan(baseline('B')[0]! + 16);
	expect(both.lines[0]).toMatch(/^A: .*, training-time form, on Red ball$/);
	expect(both.lines[1]).toMatch(/^B: .*, training-time form, on Toadstool$/);
});

it('puts the answers and costs of two runs side by side', async () => {
	const a = (await open()).held.run!;
	const logits = a.result.logits.map((logit, index) => (index === 0 ? logit + 0.5 : logit));
	const b = { ...a, network: { ...a.network, sha256: 'other' }, result: { ...a.result, logits } };
	const of = (other: typeof a) => {
		return answersView({ a, b: other, layers: [], isWhole: true, times: null }, en);
	};
	const laid = layoutView(viewOfRuns({ a, b }, en, of(b)).content, measure);
	expect(faultsOf(laid)).toEqual([]);
	const texts = textsOf(laid);
	expect(texts).toEqual(expect.arrayContaining(['Probability A', 'Logit B', 'A − B', '−5.0e-1']));
	expect(texts.join(' ')).toContain('Largest difference of a logit: 5.0e-1. More than rounding');
	// One ratio for each cost, and all but the times are equal.
	expect(texts.filter((text) => text === '1.00×').length).toBeGreaterThanOrEqual(4);

	const network = { ...a.network, source: { kind: 'random', seed: 1 } as const };
	const unlike = { ...b, network, result: { ...b.result, logits: logits.slice(1) } };
	const apart = textsOf(layoutView(viewOfRuns({ a, b }, en, of(unlike)).content, measure));
	expect(apart).toEqual(expect.arrayContaining(['Class A', 'Class B']));
	expect(apart).not.toContain('A − B');
	// Of the one of them.
	expect(apart.filter((text) => text === en.viewPng.untrained)).toHaveLength(1);
});

it('has a dark bar for the block of the chosen layer, and the same times as the page', async () => {
	const run = (await open()).held.run!;
	const layers = run.form.layers.map(({ name }, index) => {
		return { ...run.result.layers[index]!, name, milliseconds: name === 'blocks.0.0' ? 8 : 2 };
	});
	const timed = { ...run, result: { ...run.result, layers, clockStep: 0.1 } };
	const bars = costView(timed, 'blocks.0.0.ghost1', en).bodies.find(({ kind }) => kind === 'bars');
	const rows = bars?.kind === 'bars' ? bars.rows : [];
	expect(rows.filter(({ weak }) => !weak).map(({ name }) => name)).toEqual(['block 1']);
	expect(rows[1]).toMatchObject({ share: 1, numbers: ['8.0 ms'] });
	expect(rows[0]).toMatchObject({ share: 0.25, numbers: ['2.0 ms'] });
	const coarse = { ...timed, result: { ...timed.result, clockStep: 1 } };
	const said = costView(coarse, 'conv_stem', en).bodies;
	expect(JSON.stringify(said)).toMatch(/clock goes in steps of 1 ms.*/);
});
