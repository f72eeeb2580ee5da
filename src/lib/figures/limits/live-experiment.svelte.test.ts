import { expect, it } from 'vitest';
import { INPUT, GraphBuilder } from '#lib/core/graph.ts';
import type { LiveConnection } from '#lib/engine/live-client.ts';
import type { GraphRequest, GraphRun } from '#lib/engine/live-protocol.ts';
import { LiveLab } from '#lib/state/live/live-lab.svelte.ts';
import type { Experiment } from './experiment.ts';
import { LiveExperiment } from './live-experiment.svelte.ts';

interface Setting {
	readonly value: number;
}

const graph = (() => {
	const builder = new GraphBuilder();
	return builder.finish(1, builder.add('relu', { kind: 'relu' }, INPUT));
})();

/** What a ReLU makes of one value. */
const runRelu: Experiment<Setting, number> = function* ({ value }) {
	const input = { shape: [1, 1, 1, 1], data: Float32Array.of(value) };
	const { maps } = yield { graph, state: new Map(), input, keep: [] };
	return maps.get('relu')!.data[0]!;
};

/** A lab whose engine answers with 100 more than the right value, or fails. */
function labWith(engine: { fails: boolean }): LiveLab {
	const connection: Partial<LiveConnection> = {
		onfailure: null,
		start: async () => ({ backend: 'cpu', notice: null }) as never,
		runGraph: async ({ input }: GraphRequest) => {
			if (engine.fails) throw new Error('The engine gave up.');
			const data = Float32Array.of(Math.max(0, input.data[0]!) + 100);
			const maps = new Map([['relu', { shape: [1, 1, 1, 1], data }]]);
			return { maps, backend: 'cpu' } as unknown as GraphRun;
		},
		close: () => undefined
	};
	return new LiveLab(() => connection as LiveConnection);
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

it('shows the still answer until the live one is there', async () => {
	const experiment = new LiveExperiment(labWith({ fails: false }), runRelu, () => ({ value: 2 }));
	expect([experiment.result, experiment.backend]).toEqual([2, null]);
	experiment.ask();
	await settle();
	expect([experiment.result, experiment.backend]).toEqual([102, 'cpu']);
});

it('says what the shown answer was asked for', async () => {
	const experiment = new LiveExperiment(labWith({ fails: false }), runRelu, () => ({ value: 2 }));
	experiment.ask();
	await settle();
	experiment.change({ value: 3 });
	expect([experiment.setting.value, experiment.asked.value, experiment.result]).toEqual([
		3, 2, 102
	]);
	await settle();
	expect([experiment.asked.value, experiment.result]).toEqual([3, 103]);
});

it('shows the still answer to the present setting when the engine fails, and recovers', async () => {
	const engine = { fails: false };
	const experiment = new LiveExperiment(labWith(engine), runRelu, () => ({ value: 2 }));
	experiment.ask();
	await settle();
	engine.fails = true;
	experiment.change({ value: 5 });
	await settle();
	expect([experiment.result, experiment.asked.value, experiment.backend]).toEqual([5, 5, null]);
	expect(experiment.answer.error).toBe('The engine gave up.');
	engine.fails = false;
	experiment.change({ value: 6 });
	await settle();
	expect([experiment.result, experiment.answer.error]).toEqual([106, null]);
});
