/**
 * Where in a network the reader looks. The place follows from the chosen layer and from how deep the
 * reader has gone: the whole network, the stage of that layer, or its block.
 */
import { findBlock, groupLayers } from '#lib/core/network/blocks.ts';
import { groupStages, stageOutput } from '#lib/core/network/stages.ts';
import { stepLayers } from '#lib/scene/operation-steps.ts';
import type { Props, ViewBlock, ViewStage } from './props.ts';

export class NetworkViewState {
	readonly #props: () => Omit<Props, 'maps' | 'onview'>;
	/** The place that the last move of the reader led to, and how. */
	#move: { readonly to: string; readonly direction: 'in' | 'out' } | null = $state.raw(null);
	/** Where the last move out came from: there the focus goes back to. */
	#cameFrom: string | null = $state(null);

	readonly blocks: readonly ViewBlock[] = $derived.by(() => groupLayers(this.#props().layers));
	readonly stages: readonly ViewStage[] = $derived(groupStages(this.blocks));
	readonly chosen = $derived.by(() => this.#props().chosen);
	/** Of the chosen layer. */
	readonly block: ViewBlock | null = $derived(
		findBlock(this.blocks, this.chosen) ?? this.blocks[0] ?? null
	);
	readonly stage: ViewStage | null = $derived(
		this.stages.find(({ blocks }) => blocks.some(({ id }) => id === this.block?.id)) ?? null
	);
	/** A stage of one block is that block. */
	readonly depth: Props['depth'] = $derived.by(() => {
		const { depth } = this.#props();
		return depth === 'stage' && this.stage?.blocks.length === 1 ? 'block' : depth;
	});
	/** Equal while the same part is on view. */
	readonly place: string = $derived(placeOf(this.depth, this.stage, this.block));
	/** The layers of which a small map is on view. */
	readonly shown: readonly string[] = $derived.by(() => {
		const { depth, stages, stage, block } = this;
		if (depth === 'network') return stages.map((each) => stageOutput(each).name);
		if (depth === 'stage') return stage?.blocks.map(({ output }) => output.name) ?? [];
		return block ? stepLayers(block, this.#props().branch) : [];
	});

	constructor(props: () => Omit<Props, 'maps' | 'onview'>) {
		this.#props = props;
	}

	/** How the reader came to the place on view; null where the layer alone has led there. */
	get direction(): 'in' | 'out' | null {
		return this.#move?.to === this.place ? this.#move.direction : null;
	}

	get cameFrom(): string | null {
		return this.#cameFrom;
	}

	/** Into a stage, or into its block where it has only one; the layer that leaves it is chosen. */
	openStage = (stage: ViewStage): void => {
		const { blocks } = stage;
		const block = blocks.find(({ id }) => id === this.block?.id);
		if (!block) this.#props().onlayer(stageOutput(stage).name);
		const depth = blocks.length === 1 ? 'block' : 'stage';
		this.#enter(depth, stage, block ?? blocks[0]);
	};

	openBlock = (block: ViewBlock): void => {
		if (block.id !== this.block?.id) this.#props().onlayer(block.output.name);
		this.#enter('block', this.stage, block);
	};

	/**
	 * One level up; from a block that is a whole stage, to the network.
	 * @returns whether there was a level above
	 */
	out = (): boolean => {
		const { depth, stage, block } = this;
		if (depth === 'network') return false;
		const toStage = depth === 'block' && stage !== null && stage.blocks.length > 1;
		if (toStage) this.#leave('stage', block?.id ?? null);
		else this.toNetwork();
		return true;
	};

	toNetwork = (): void => this.#leave('network', this.stage?.id ?? null);

	#enter(depth: Props['depth'], stage: ViewStage | null, block: ViewBlock): void {
		this.#cameFrom = null;
		this.#move = { to: placeOf(depth, stage, block), direction: 'in' };
		this.#props().ondepth(depth);
	}

	#leave(depth: Props['depth'], from: string | null): void {
		this.#cameFrom = from;
		this.#move = { to: placeOf(depth, this.stage, this.block), direction: 'out' };
		this.#props().ondepth(depth);
	}
}

function placeOf(depth: Props['depth'], stage: ViewStage | null, block: ViewBlock | null): string {
	if (depth === 'network') return depth;
	return depth === 'stage' ? `stage ${stage?.id}` : `block ${block?.id}`;
}
