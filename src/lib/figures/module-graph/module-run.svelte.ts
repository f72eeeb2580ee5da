/**
 * A module with all its maps: worked out in plain numbers until the engine has run it, and the
 * engine's from then on.
 */
import { INPUT, type Graph } from '#lib/core/graph.ts';
import { evaluateGraph } from '#lib/core/reference.ts';
import type { StateDict, Tensor } from '#lib/core/tensor.ts';
import type { GraphRun, LiveEngine } from '#lib/engine/live-protocol.ts';
import { LiveAnswer, type LiveLab } from '#lib/state/live/live-lab.svelte.ts';

export interface ModuleInput {
	readonly graph: Graph;
	readonly state: StateDict;
	/** [1, C, H, W]. */
	readonly input: Tensor;
}

interface Answer extends GraphRun {
	readonly of: ModuleInput;
}

export class ModuleRun {
	readonly answer: LiveAnswer<ModuleInput, Answer>;
	readonly #plain = new WeakMap<ModuleInput, ReadonlyMap<string, Tensor>>();

	constructor(lab: LiveLab) {
		this.answer = new LiveAnswer(lab, runAll);
	}

	/** Whether the engine's numbers for this module are there. */
	isLive(module: ModuleInput): boolean {
		return this.answer.current?.of === module;
	}

	/** Every node's output by name, and what goes in. */
	mapsOf(module: ModuleInput): ReadonlyMap<string, Tensor> {
		const { current } = this.answer;
		return current?.of === module ? current.maps : this.#plainMaps(module);
	}

	#plainMaps(module: ModuleInput): ReadonlyMap<string, Tensor> {
		const known = this.#plain.get(module);
		if (known) return known;
		const maps = new Map<string, Tensor>();
		for (const [name, { shape, data }] of evaluateGraph(module.graph, module.state, module.input)) {
			maps.set(name, { shape, data: Float32Array.from(data) });
		}
		this.#plain.set(module, maps);
		return maps;
	}
}

async function runAll(engine: LiveEngine, of: ModuleInput): Promise<Answer> {
	const { graph, state, input } = of;
	const keep = [INPUT, ...graph.nodes.map(({ name }) => name)];
	return { of, ...(await engine.runGraph({ graph, state, input, keep })) };
}
