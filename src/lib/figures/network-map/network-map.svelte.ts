/** Where on the map the reader is, at which widths and in which form, and the costs that go with it. */
import type { Family } from '#lib/core/network/architecture.ts';
import { blockPairs, type BlockPair } from '#lib/core/network/block-pair.ts';
import type { Form } from '#lib/core/graph.ts';
import type { BlockChoices } from '#lib/state/address/block-choices.ts';
import {
	countNetwork,
	type NetworkBlockId,
	type NetworkCost
} from '#lib/core/cost/network-cost.ts';
import {
	blockFaces,
	ghostForm,
	sectionOf,
	type BlockFace,
	type Measure,
	type Section
} from './network-map.ts';
import type { Props } from './props.ts';

/** The whole network, a section of it, or one block. */
type Place =
	| { readonly kind: 'network' }
	| { readonly kind: 'section'; readonly section: Section }
	| { readonly kind: 'block'; readonly section: Section; readonly block: NetworkBlockId };

export class NetworkMapState {
	readonly #props: () => Props;
	#change: Partial<Props> = $state.raw({});
	#measure: Measure = $state('macs');
	#place: Place = $state.raw({ kind: 'network' });
	/** The block whose channels are worked out; stays when the reader zooms out. */
	#marked: NetworkBlockId = $state('3');
	/** Where the last move came from: there the focus goes back to. */
	#cameFrom: string | null = $state(null);
	#direction: 'in' | 'out' | null = $state(null);
	#touched = $state(false);
	readonly #costs = new Map<string, NetworkCost>();
	readonly #faces = new Map<number, readonly BlockFace[]>();

	constructor(props: () => Props) {
		this.#props = props;
	}

	get width(): number {
		return this.#change.width ?? this.#props().width;
	}

	get ghostWidth(): number {
		return this.#change.ghostWidth ?? this.#props().ghostWidth;
	}

	get form(): Props['form'] {
		return this.#change.form ?? this.#props().form;
	}

	get measure(): Measure {
		return this.#measure;
	}

	get place(): Place {
		return this.#place;
	}

	get marked(): NetworkBlockId {
		return this.#marked;
	}

	get cameFrom(): string | null {
		return this.#cameFrom;
	}

	/** Of the last move; null before the first. */
	get direction(): 'in' | 'out' | null {
		return this.#direction;
	}

	/** Whether the reader has chosen anything here; what an address asked for stands in it already. */
	get touched(): boolean {
		return this.#touched;
	}

	/** What an address asks for; null leaves the lesson's choice. */
	restore({ block, width, ghostWidth, counted }: BlockChoices): void {
		this.#change = {
			...(width !== null && { width }),
			...(ghostWidth !== null && { ghostWidth }),
			...(counted !== null && { form: counted })
		};
		const known = this.faces.find(({ id }) => id === block)?.id;
		if (known === undefined) return;
		this.#marked = known;
		this.#place = { kind: 'block', section: sectionOf(known), block: known };
	}

	/** For the address: the block only while the reader is in it. */
	get choices(): BlockChoices {
		const { place, width, ghostWidth, form } = this;
		const block = place.kind === 'block' ? place.block : null;
		return { block, width, ghostWidth, counted: form };
	}

	/** RepGhostNet in a form; in the chosen one unless given. */
	repghost(form: Form = this.form): NetworkCost {
		return this.#cost('repghostnet', this.width, form);
	}

	ghost(form: Form = this.form): NetworkCost {
		return this.#cost('ghostnet', this.ghostWidth, ghostForm(form));
	}

	/** Of RepGhostNet. */
	get faces(): readonly BlockFace[] {
		return this.#facesAt(this.width);
	}

	get ghostPairs(): readonly BlockPair[] {
		return blockPairs(this.ghostWidth);
	}

	faceOf(block: NetworkBlockId): BlockFace {
		return this.faces.find(({ id }) => id === block)!;
	}

	setWidth = (width: number): void => this.#set({ width });

	setGhostWidth = (ghostWidth: number): void => this.#set({ ghostWidth });

	setForm = (form: Props['form']): void => this.#set({ form });

	setMeasure = (measure: Measure): void => void (this.#measure = measure);

	mark = (block: NetworkBlockId): void => void (this.#marked = block);

	/** Into a section; into its block where it has only one. */
	openSection = (section: Section): void => {
		const [block, ...more] = section.blocks;
		if (block !== undefined && more.length === 0) this.#openAs(section, block);
		else this.#go({ kind: 'section', section }, 'in');
	};

	openBlock = (block: NetworkBlockId): void => this.#openAs(sectionOf(block), block);

	/**
	 * One level up; from a block that is a whole section, to the network.
	 * @returns whether there was a level above
	 */
	out = (): boolean => {
		const { place } = this;
		if (place.kind === 'network') return false;
		if (place.kind === 'block' && place.section.blocks.length > 1) {
			this.#cameFrom = place.block;
			this.#go({ kind: 'section', section: place.section }, 'out');
		} else this.toNetwork();
		return true;
	};

	toNetwork = (): void => {
		if (this.#place.kind === 'network') return;
		this.#cameFrom = this.#place.section.id;
		this.#go({ kind: 'network' }, 'out');
	};

	#openAs(section: Section, block: NetworkBlockId): void {
		this.#marked = block;
		this.#go({ kind: 'block', section, block }, 'in');
	}

	#go(place: Place, direction: 'in' | 'out'): void {
		if (direction === 'in') this.#cameFrom = null;
		this.#touched = true;
		this.#direction = direction;
		this.#place = place;
	}

	#set(change: Partial<Props>): void {
		this.#touched = true;
		this.#change = { ...this.#change, ...change };
	}

	#facesAt(width: number): readonly BlockFace[] {
		const known = this.#faces.get(width) ?? blockFaces(width);
		this.#faces.set(width, known);
		return known;
	}

	#cost(family: Family, width: number, form: Form): NetworkCost {
		const key = `${family} ${width} ${form}`;
		const known = this.#costs.get(key) ?? countNetwork(family, width, form);
		this.#costs.set(key, known);
		return known;
	}
}
