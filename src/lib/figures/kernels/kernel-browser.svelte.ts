/** Which kernels are on view, in which colours, and which one is chosen. */
import type { Tensor } from '#lib/core/tensor.ts';
import { layoutAtlas, paintAtlas } from '#lib/scene/atlas.ts';
import type { ColourScale } from '#lib/scene/colour-scale.ts';
import { kernelShape, signedScale, tapsOf } from './kernel-data.ts';
import type { Props } from './props.ts';

/** More cells than this are shown in pages, so that the page stays quick. */
export const KERNELS_PER_PAGE = 120;

export class KernelBrowser {
	readonly #props: () => Props;
	/** Kernels side by side; the component sets it from its width. */
	across = $state(8);
	scale: 'shared' | 'own' = $state('shared');
	#page = $state(0);
	#chosen = $state(0);
	#input = $state(0);

	/** The kernel of the form on view. */
	readonly kernel: Tensor = $derived.by(() => {
		const { form, trained, folded } = this.#props();
		const shown = form === 'folded' ? (folded ?? trained) : (trained ?? folded);
		return shown!.kernel;
	});
	readonly shape = $derived(kernelShape(this.kernel));
	readonly pages = $derived(Math.ceil(this.shape.kernels / KERNELS_PER_PAGE));
	/** A layer with fewer kernels has fewer pages. */
	readonly page = $derived(Math.min(this.#page, this.pages - 1));
	readonly first = $derived(this.page * KERNELS_PER_PAGE);
	/** Output channels on view. */
	readonly shown: readonly number[] = $derived(
		Array.from(
			{ length: Math.min(KERNELS_PER_PAGE, this.shape.kernels - this.first) },
			(_, position) => this.first + position
		)
	);
	readonly columns = $derived(Math.min(this.across, this.shown.length));
	/** Planes stand under each other. */
	readonly rows = $derived(this.shape.planes * this.shape.side);
	readonly layout = $derived(
		layoutAtlas(this.shown.length, { rows: this.rows, columns: this.shape.side }, this.columns)
	);
	readonly #shared = $derived(signedScale(this.kernel.data));
	readonly atlas = $derived(
		paintAtlas(
			{
				shape: [1, this.shape.kernels, this.rows, this.shape.side],
				data: this.kernel.data
			},
			this.shown,
			this.shown.map((channel) => this.scaleOf(channel)),
			this.layout
		)
	);
	/** The chosen output channel. */
	readonly chosen = $derived(Math.min(this.#chosen, this.shape.kernels - 1));
	/** The chosen input channel of a matrix. */
	readonly input = $derived(Math.min(this.#input, this.shape.planes - 1));
	readonly taps = $derived(tapsOf(this.kernel, this.chosen));
	readonly colours = $derived(this.scaleOf(this.chosen));

	constructor(props: () => Props) {
		this.#props = props;
	}

	scaleOf(channel: number): ColourScale {
		return this.scale === 'shared' ? this.#shared : signedScale(tapsOf(this.kernel, channel));
	}

	choose(channel: number, input = this.#input): void {
		this.#chosen = channel;
		this.#input = input;
	}

	turnPage(by: 1 | -1): void {
		this.#page = Math.min(Math.max(this.page + by, 0), this.pages - 1);
	}
}
