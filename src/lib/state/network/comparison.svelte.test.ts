import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { comparisonSchema } from '#lib/export/comparison.ts';
import { FakeEngine } from '../../../../tests/support/fake-engine.ts';
import { DEFAULT_CHOICES, type Choices } from './choices.ts';
import { otherForm } from './comparison-choice.ts';
import { exportComparison } from './comparison-results.ts';
import { Comparison } from './comparison.svelte.ts';
import { NetworkSession } from './network-session.svelte.ts';

/** Lets everything that does not wait for an engine happen. */
const rest = () => new Promise((resolve) => setTimeout(resolve, 5));

/** A page that shows a run, and a comparison with engines of its own, the last one first in `others`. */
async function open(changes: Partial<Choices> = {}) {
	const engine = new FakeEngine();
	const shown = new NetworkSession(engine.connections(), {
		...DEFAULT_CHOICES,
		...changes
	});
	shown.start();
	await rest();
	const others: FakeEngine[] = [];
	const comparison = new Comparison(shown, () => {
		const engine = new FakeEngine();
		others.unshift(engine);
		return new NetworkSession(engine.connections(), DEFAULT_CHOICES);
	});
	/** What the page does whenever something changed. */
	const follow = async () => {
		for (let turn = 0; turn < 4; turn++) {
			comparison.follow();
			await rest();
		}
	};
	return { engine, shown, comparison, others, follow };
}

const compare = otherForm(DEFAULT_CHOICES);

describe('a comparison', () => {
	it('starts nothing until it is asked for', async () => {
		const { comparison, others, follow } = await open();
		await follow();
		expect(others).toEqual([]);
		expect(comparison.isCurrent).toBe(false);
	});

	it('runs the other form in a worker of its own, and compares layer by layer', async () => {
		const { shown, comparison, others, follow } = await open();
		shown.choose({ compare });
		await follow();
		expect(others[0]!.log.slice(0, 3)).toEqual([
			'start wasm',
			'load scenes-repghost',
			'run folded'
		]);
		expect(comparison.isCurrent).toBe(true);
		const { layers, isWhole, times } = comparison.differences!;
		expect(isWhole).toBe(true);
		expect(layers).toHaveLength(shown.held.run!.form.layers.length);
		expect(layers[0]).toMatchObject({ name: 'conv_stem', difference: { largest: 0 } });
		expect(layers.filter(({ difference }) => difference === null)).toHaveLength(64);
		expect(times).toEqual({ a: 5, b: 5, rounds: 10 });
	});

	it('can be taken away as a file', async () => {
		const { shown, comparison, follow } = await open();
		shown.choose({ compare });
		await follow();
		const { fileName, text } = exportComparison(comparison.differences!);
		const file = v.parse(comparisonSchema, JSON.parse(text));
		expect(fileName).toMatch(/-training-time-and-.*-folded\.json$/);
		expect(file.logits!.difference).toBeCloseTo(1e-6, 6);
		expect(file.onlyA).toHaveLength(64);
		expect(file.layers.length + file.onlyA.length).toBe(file.a.layers.length);
		expect(file.milliseconds).toEqual({ a: 5, b: 5, rounds: 10 });
	});

	it('shows the layer of A, and reads no other maps to be shown', async () => {
		const { shown, comparison, others, follow } = await open();
		shown.choose({ compare });
		await follow();
		others[0]!.log.length = 0;
		shown.choose({ layer: 'blocks.3.0' });
		await follow();
		expect(comparison.maps).toMatchObject({ layer: 'blocks.3.0', b: { shape: [1, 20, 28, 28] } });
		expect(others[0]!.log).toEqual(['maps blocks.3.0']);
		shown.choose({ layer: 'blocks.3.0.ghost1.fusion_bn' });
		await follow();
		expect(comparison.maps).toMatchObject({ layer: 'blocks.3.0.ghost1.fusion_bn', b: null });
	});

	it('asks for nothing while the picture of A moves, and is then of before', async () => {
		const { shown, comparison, others, follow } = await open();
		shown.choose({ compare });
		await follow();
		others[0]!.log.length = 0;
		shown.turn({ turn: 30 }, 0);
		await follow();
		expect(comparison.isCurrent).toBe(false);
		expect(comparison.differences).not.toBeNull();
		expect(others[0]!.log).toEqual([]);
		shown.choose({});
		await rest();
		await follow();
		expect(others[0]!.log).toContain('run folded');
		expect(comparison.isCurrent).toBe(true);
	});

	it('waits with B until A has run', async () => {
		const { engine, shown, others, follow } = await open();
		shown.choose({ compare });
		await follow();
		others[0]!.log.length = 0;
		engine.held = true;
		shown.choose({ picture: { kind: 'sample', slug: 'toadstool' } });
		await follow();
		expect(others[0]!.log).toEqual([]);
		engine.held = false;
		engine.waiting.answer();
		await follow();
		expect(others[0]!.log).toContain('run folded');
	});

	it('gives the worker back when it is closed, and starts another one afterwards', async () => {
		const { shown, comparison, others, follow } = await open();
		shown.choose({ compare });
		await follow();
		shown.choose({ compare: null });
		await follow();
		expect(others[0]!.log.at(-1)).toBe('close');
		expect([comparison.other, comparison.differences]).toEqual([null, null]);
		shown.undo();
		await follow();
		expect(others).toHaveLength(2);
		expect(comparison.isCurrent).toBe(true);
	});
});

describe('answers that come late', () => {
	it('are dropped after the comparison was closed', async () => {
		const { shown, comparison, others, follow } = await open();
		shown.choose({ compare });
		await follow();
		const [engine] = others;
		engine!.held = true;
		shown.choose({ picture: { kind: 'sample', slug: 'toadstool' } });
		await rest();
		await follow();
		shown.choose({ compare: null });
		await follow();
		engine!.waiting.answer();
		await follow();
		expect(comparison.differences).toBeNull();
	});

	it('of a layer are dropped when another run took its place', async () => {
		const { shown, comparison, others, follow } = await open();
		shown.choose({ compare });
		comparison.follow();
		await rest();
		others[0]!.held = true;
		comparison.follow();
		await rest();
		expect(others[0]!.waiting.name).toBe('difference');
		shown.choose({ picture: { kind: 'sample', slug: 'toadstool' } });
		await rest();
		others[0]!.held = false;
		others[0]!.waiting.answer();
		await rest();
		expect(comparison.differences).toBeNull();
		await follow();
		expect(comparison.differences!.a.picture.name).toBe('toadstool');
	});
});

it('asks once for what fails, and once more when the reader asks', async () => {
	const { shown, comparison, others, follow } = await open();
	shown.choose({ compare });
	await follow();
	const file = new File([new Uint8Array(8)], 'page.html');
	others[0]!.held = true;
	shown.choose({ compare: { ...compare, model: { kind: 'file', id: 1, file } } });
	await rest();
	comparison.follow();
	await rest();
	others[0]!.held = false;
	others[0]!.waiting.fail('This is an HTML page, not a weight file.');
	await follow();
	const loads = () => others[0]!.log.filter((call) => call === 'load page.html').length;
	expect(comparison.other!.error).toBe('This is an HTML page, not a weight file.');
	expect(comparison.isCurrent).toBe(false);
	expect(loads()).toBe(1);
	comparison.again();
	await follow();
	expect(loads()).toBe(2);
	expect(comparison.isCurrent).toBe(true);
});
