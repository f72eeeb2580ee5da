/** A run of the toy module in which every number can be followed, and the number under the reader's eye. */
import { followSource } from '#lib/core/follow/follow.ts';
import type { GraphRunRecord, GraphSource } from '#lib/core/follow/follow-run.ts';
import { INPUT } from '#lib/core/graph.ts';
import { buildModule } from '#lib/core/network/modules.ts';
import { evaluateGraph } from '#lib/core/reference.ts';
import type { Tensor } from '#lib/core/tensor.ts';
import { TOY_PICTURES, TOY_PLAN, TOY_STATE, type ToyPicture } from '#lib/core/fold/toy-module.ts';
import type { LiveEngine } from '#lib/engine/live-protocol.ts';
import { LiveAnswer, type LiveLab } from '#lib/state/live/live-lab.svelte.ts';
import { FollowTrail } from './follow-trail.svelte.ts';

const GRAPH = buildModule(TOY_PLAN);

interface PictureRun {
	readonly picture: ToyPicture;
	readonly maps: ReadonlyMap<string, Tensor>;
	readonly backend: string;
}

/** Runs the toy module on TensorFlow.js, and keeps every output. */
export async function runPicture(
	engine: Pick<LiveEngine, 'runGraph'>,
	picture: ToyPicture
): Promise<PictureRun> {
	const { maps, backend } = await engine.runGraph({
		graph: GRAPH,
		state: TOY_STATE,
		input: TOY_PICTURES[picture],
		keep: [INPUT, ...GRAPH.nodes.map(({ name }) => name)]
	});
	return { picture, maps, backend };
}

/** The same in plain loops, for a page without the engine. */
export function stillMaps(picture: ToyPicture): ReadonlyMap<string, Tensor> {
	const values = evaluateGraph(GRAPH, TOY_STATE, TOY_PICTURES[picture]);
	return new Map(
		[...values].map(([name, { shape, data }]) => [name, { shape, data: Float32Array.from(data) }])
	);
}

interface Start {
	readonly picture: ToyPicture;
	/** From 0. */
	readonly channel: number;
	readonly row: number;
	readonly column: number;
}

export class FollowedRun {
	readonly #start: () => Start;
	readonly answer: LiveAnswer<ToyPicture, PictureRun>;
	#picture: ToyPicture = $derived.by(() => this.#start().picture);
	#channel = $derived.by(() => this.#start().channel);
	/** From the number that was asked for back to the one shown. */
	readonly trail = new FollowTrail<GraphSource>(() => this.first);

	readonly record: GraphRunRecord = $derived.by(() => {
		const { current, error } = this.answer;
		const live = error === null && current?.picture === this.#picture ? current : null;
		const maps = live?.maps ?? stillMaps(this.#picture);
		return { graph: GRAPH, state: TOY_STATE, maps };
	});
	readonly followed = $derived.by(() => followSource(this.record, this.trail.at));

	constructor(lab: LiveLab, start: () => Start) {
		this.#start = start;
		this.answer = new LiveAnswer(lab, runPicture);
	}

	/** The number that the figure starts with. */
	get first(): GraphSource {
		return this.#outputAt(this.#start().channel);
	}

	get picture(): ToyPicture {
		return this.#picture;
	}

	set picture(picture: ToyPicture) {
		this.#picture = picture;
		this.ask();
	}

	/** The output's channel that was started from, from 0. */
	get channel(): number {
		return this.#channel;
	}

	/** Goes to the same place of another channel of the output. */
	set channel(channel: number) {
		this.#channel = channel;
		this.trail.restart(this.#outputAt(channel));
	}

	/** Whether the reader has gone anywhere. */
	get changed(): boolean {
		const { picture, channel } = this.#start();
		const moved = JSON.stringify(this.trail.path) !== JSON.stringify([this.first]);
		return moved || this.#picture !== picture || this.#channel !== channel;
	}

	reset = (): void => {
		const { picture, channel } = this.#start();
		if (this.#picture !== picture) this.picture = picture;
		this.channel = channel;
	};

	#outputAt(channel: number): GraphSource {
		const { row, column } = this.#start();
		return { kind: 'value', node: GRAPH.output, place: [0, channel, row, column] };
	}

	/** Runs the module on its picture, on TensorFlow.js. */
	ask = (): void => this.answer.ask(this.#picture);
}
