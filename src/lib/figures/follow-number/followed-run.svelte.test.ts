/** Every number of the toy module followed back on TensorFlow.js, as the figure does it. */
import { describe, expect, it } from 'vitest';
import { followSource } from '#lib/core/follow/follow.ts';
import { combine } from '#lib/core/follow/follow-term.ts';
import { en } from '#lib/strings/en.ts';
import { labOn, foldingEngine, settled } from '../../../../tests/support/live-lab.ts';
import { useBackend } from '../../../../tests/support/tensorflow.ts';
import { followScales, tensorsOfTerms } from './follow-tensors.ts';
import { graphSourceName, ruleSentence, termLabel } from './follow-words.ts';
import { FollowedRun, runPicture, stillMaps } from './followed-run.svelte.ts';

const words = en.tensors;
const start = { picture: 'diagonal', channel: 0, row: 1, column: 2 } as const;
const value = (node: string, ...place: [number, number, number]) =>
	({ kind: 'value', node, place: [0, ...place] }) as const;

describe('the run', () => {
	useBackend('cpu');

	it('is live, and what plain loops give', async () => {
		const still = stillMaps('edge');
		const { maps, backend } = await runPicture(foldingEngine(), 'edge');
		expect(backend).toBe('cpu');
		expect([...maps.keys()].sort()).toEqual([...still.keys()].sort());
		for (const [name, { data }] of maps) {
			data.forEach((live, index) => expect(live).toBeCloseTo(still.get(name)!.data[index]!, 5));
		}
	});

	it('gives every number of every map from the numbers TensorFlow.js read', async () => {
		const run = new FollowedRun(labOn(foldingEngine()), () => start);
		run.ask();
		await settled(run.answer);
		expect(run.answer.error).toBeNull();
		for (const node of run.record.graph.nodes) {
			for (const channel of [0, 1]) {
				for (const row of [0, 1, 4]) {
					const followed = followSource(run.record, value(node.name, channel, row, 2));
					expect(combine(followed)).toBeCloseTo(followed.value, 5);
				}
			}
		}
	});

	it('follows the reader: another number, another channel, another picture, and back', async () => {
		const run = new FollowedRun(labOn(foldingEngine()), () => start);
		expect([run.trail.at, run.changed]).toEqual([value('relu', 0, 1, 2), false]);
		run.trail.follow(value('add', 0, 1, 2));
		expect(run.trail.path).toHaveLength(2);
		expect([run.followed.terms.length, run.changed]).toEqual([2, true]);
		run.channel = 1;
		expect(run.trail.at).toEqual(value('relu', 1, 1, 2));
		run.picture = 'dot';
		await settled(run.answer);
		expect(run.record.maps.get('input')!.data[12]).toBe(2);
		run.reset();
		expect([run.picture, run.trail.at, run.changed]).toEqual([
			'diagonal',
			value('relu', 0, 1, 2),
			false
		]);
		await settled(run.answer);
		expect(run.answer.current!.picture).toBe('diagonal');
	});
});

describe('tensors beside the number', () => {
	const run = new FollowedRun(labOn(foldingEngine()), () => start);
	const labels = () => tensorsOfTerms(run.record, run.followed, words).map(({ label }) => label);

	it('are the window and the kernel of a depthwise convolution', () => {
		run.trail.restart(value('cheap_operation.0', 0, 1, 2));
		const [kernel, x] = tensorsOfTerms(run.record, run.followed, words);
		expect(labels()).toEqual(['kernel of the depthwise convolution, channel 1', 'x, channel 1']);
		expect(kernel).toMatchObject({ rows: 3, columns: 3, kind: 'weight' });
		expect(kernel!.places).toHaveLength(9);
		expect(x!.places[0]).toEqual({ row: 0, column: 1 });
		expect(x!.places.at(-1)).toEqual({ row: 2, column: 3 });
		expect(x!.sourceAt(0, 1)).toEqual(value('primary_conv.2', 0, 0, 1));
		expect(kernel!.values[4]).toBe(Math.fround(0.8));
	});

	it('are both channels of the picture and a row of weights of a 1×1 convolution', () => {
		run.trail.restart(value('primary_conv.0', 1, 3, 0));
		expect(labels()).toEqual([
			'kernel of the 1×1 convolution, channel 2',
			'picture, channel 1',
			'picture, channel 2'
		]);
		const [weights] = tensorsOfTerms(run.record, run.followed, words);
		expect(weights).toMatchObject({ rows: 1, columns: 2, values: Float32Array.of(0, 1) });
		expect(weights!.sourceAt(0, 1)).toEqual({
			kind: 'weight',
			key: 'primary_conv.0.weight',
			index: 3
		});
	});

	it('are single numbers where a batch norm has them', () => {
		run.trail.restart(value('fusion_bn.0', 1, 3, 0));
		expect(labels()).toEqual([
			'γ / √(σ² + ε) of the identity branch, channel 2',
			'(input − μ) of the identity branch, channel 2, row 4, column 1',
			'β of the identity branch, channel 2'
		]);
		const [scale, centred] = tensorsOfTerms(run.record, run.followed, words);
		expect([scale!.kind, centred!.kind]).toEqual(['weight', 'map']);
		expect(scale!.values[0]).toBeCloseTo(0.05 / Math.sqrt(0.01001), 6);
	});

	it('share one signed scale for maps and one for kernels', () => {
		const { map, weight } = followScales(run.record);
		expect(weight).toEqual({ kind: 'signed', low: -1, high: 1 });
		expect(map.low).toBe(-map.high);
		expect(map.high).toBeGreaterThan(3);
	});
});

describe('words', () => {
	const { record } = new FollowedRun(labOn(foldingEngine()), () => start);
	const name = (source: Parameters<typeof graphSourceName>[1]) =>
		graphSourceName(record, source, words).full;

	it('say what a number is and where it stands', () => {
		expect(name(value('relu', 0, 1, 2))).toBe('y, channel 1, row 2, column 3');
		expect(name({ kind: 'weight', key: 'cheap_operation.0.weight', index: 14 })).toBe(
			'kernel of the depthwise convolution, channel 2, row 2, column 3'
		);
		expect(name({ kind: 'weight', key: 'primary_conv.0.weight', index: 1 })).toBe(
			'kernel of the 1×1 convolution, channel 1, from channel 2'
		);
		expect(name({ kind: 'weight', key: 'fusion_bn.0.running_var', index: 1 })).toBe(
			'σ² of the identity branch, channel 2'
		);
		expect(name({ kind: 'part', node: 'fusion_bn.0', part: 'scale', place: [0, 0, 4, 4] })).toBe(
			'γ / √(σ² + ε) of the identity branch, channel 1'
		);
	});

	it('name each term by what tells it from the others', () => {
		const labels = (node: string) => {
			const { terms } = followSource(record, value(node, 0, 1, 2));
			const nameOf = (source: Parameters<typeof graphSourceName>[1]) =>
				graphSourceName(record, source, words);
			return terms.map((term) => termLabel(term, terms, nameOf, words));
		};
		expect(labels('cheap_operation.0').slice(0, 2)).toEqual(['row 1, column 1', 'row 1, column 2']);
		expect(labels('primary_conv.0')).toEqual(['from channel 1', 'from channel 2']);
		expect(labels('cheap_operation.1')).toEqual([
			'γ / √(σ² + ε) · (input − μ)',
			'β of the depthwise branch, channel 1'
		]);
	});

	it('say what is done with the terms', () => {
		const sentence = (node: string) =>
			ruleSentence(followSource(record, value(node, 0, 1, 2)), words);
		expect(sentence('cheap_operation.0')).toContain('9 taps');
		expect(sentence('add')).toBe(words.rules.sum);
		expect(sentence('relu')).toBe(words.rules.relu);
		expect(sentence('input')).toBe(words.rules.given);
	});
});
