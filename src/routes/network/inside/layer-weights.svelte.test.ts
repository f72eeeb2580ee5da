/** On the engine itself, in Node: what the page shows of a layer's weights is what folding gives. */
import { expect, it } from 'vitest';
import { SHIPPED_NETWORKS } from '#lib/core/network/shipped-networks.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { NETWORK_GAINS, randomStateDict } from '#lib/core/network/random-weights.ts';
import { foldStateDict } from '#lib/core/fold/fold-network.ts';
import { foldParts } from '#lib/figures/kernels/kernel-data.ts';
import type { Engine } from '#lib/engine/protocol.ts';
import type { NetworkSession } from '#lib/state/network/network-session.svelte.ts';
import { LayerWeights } from './layer-weights.svelte.ts';

const { architecture } = SHIPPED_NETWORKS[0]!;
const graph = buildNetwork(architecture, 'training-time');
const state = randomStateDict(graph, 5, NETWORK_GAINS.repghostnet);

/** A session that has run, on an engine that only knows weights. */
function weightsOf(layer: string, forms: object = { 'training-time': {}, folded: {} }) {
	const engine: Pick<Engine, 'weights'> = {
		weights: async (keys, form) => {
			const all = foldStateDict(graph, state, form);
			return new Map(keys.map((key) => [key, all.get(key)!]));
		}
	};
	const session = {
		layer,
		matches: true,
		held: { run: { network: { architecture, forms }, result: { form: 'folded' } } },
		ask: (question: (engine: Engine) => Promise<unknown>) => question(engine as Engine)
	};
	return new LayerWeights(session as unknown as NetworkSession);
}

async function settled(weights: LayerWeights) {
	weights.settle();
	await new Promise((resolve) => setTimeout(resolve, 20));
	return weights.shown!;
}

it('reads a module’s two convolutions, each as trained and as folded', async () => {
	const weights = weightsOf('blocks.1.0.ghost1');
	expect(weights.kernels).toHaveLength(2);
	weights.choose('blocks.1.0.ghost1.cheap_operation.0');
	expect(weights.nameOf(weights.chosen!)).toBe('blocks.1.0.ghost1.cheap_operation');
	const { trained, folded, form } = await settled(weights);
	expect(form).toBe('folded');
	const { taps, scale, shift, branches } = foldParts(trained!, 3);
	const [branch] = branches;
	taps.forEach((tap, at) => {
		const sum = tap * scale + branch!.delta[at]! * branch!.scale;
		expect(sum).toBeCloseTo(folded!.kernel.data[3 * 9 + at]!, 5);
	});
	expect(shift + branch!.shift).toBeCloseTo(folded!.bias![3]!, 5);
});

it('has only what a folded file holds', async () => {
	const { trained, folded } = await settled(weightsOf('blocks.1.0.ghost1', { folded: {} }));
	expect(trained).toBeNull();
	expect(folded!.kernel.shape).toEqual([32, 16, 1, 1]);
});

it('shows no folding where there is none', async () => {
	const { trained, folded } = await settled(weightsOf('classifier'));
	expect(trained!.bias).toHaveLength(10);
	expect(folded).toBeNull();
});

it('has nothing for a layer without weights', () => {
	const weights = weightsOf('global_pool');
	weights.settle();
	expect([weights.kernels, weights.chosen, weights.shown]).toEqual([[], null, null]);
});
