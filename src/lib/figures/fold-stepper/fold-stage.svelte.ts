/** The stage of a fold session: its scales, its probe, and what a touch of one of its numbers does. */
import { plainArithmetic } from '#lib/core/fold/fold-arithmetic.ts';
import { foldUpTo } from '#lib/core/fold/fold-procedure.ts';
import { applyEdits } from '#lib/core/fold/fold-request.ts';
import { colourScale, type ColourScale } from '#lib/scene/colour-scale.ts';
import { isAllowed } from '#lib/state/fold/fold-choices.ts';
import type { FoldSession } from '#lib/state/fold/fold-session.svelte.ts';
import { OWN_KEYS, type StageContext, type StagePlace } from './stage-context.ts';
import { mapScales } from './stage-maps.ts';
import type { TensorPart } from './symbols.ts';
import type { Pixel } from './window-at.ts';

const TAPS = 9;

export class FoldStage {
	readonly #session: FoldSession;
	#pixel: Pixel | null = $state.raw(null);
	#followed: StagePlace | null = $state.raw(null);
	/** The value that a tensor refused, in words of the catalogue's key; null when the last one was taken. */
	#refused: { readonly part: TensorPart; readonly value: number } | null = $state.raw(null);

	constructor(session: FoldSession) {
		this.#session = session;
	}

	/** The number that is followed back, or null. */
	get followed(): StagePlace | null {
		return this.#followed;
	}

	get refused(): { readonly part: TensorPart; readonly value: number } | null {
		return this.#refused;
	}

	/** The probe: where the reader put it, or the middle of the map. */
	readonly pixel: Pixel = $derived.by(() => {
		const [rows = 1, columns = 1] = this.#session.view.maps.x.shape;
		const { row, column } = this.#pixel ?? {
			row: Math.floor(rows / 2),
			column: Math.floor(columns / 2)
		};
		return { row: Math.min(row, rows - 1), column: Math.min(column, columns - 1) };
	});

	/**
	 * One scale for every kernel and bias of the channel at all steps, so that a colour means the same
	 * number from the first step to the last.
	 */
	readonly #kernels: ColourScale = $derived.by(() => {
		const { module, choices, view } = this.#session;
		const fits = view.channel < module.plan.outChannels;
		const state = applyEdits(
			module.state,
			fits ? choices.edits.filter(({ key }) => module.state.has(key)) : []
		);
		const channels = module.plan.outChannels;
		const made = foldUpTo('compare', { state, channels, size: 3 }, plainArithmetic);
		const kernels = [
			state.get(OWN_KEYS.kernel!),
			made.scaledKernel,
			made.scaledIdentity,
			made.sumKernel
		];
		const taps = kernels.flatMap((kernel) => [
			...(kernel?.data.slice(view.channel * TAPS, (view.channel + 1) * TAPS) ?? [])
		]);
		const largest = Math.max(...taps.map(Math.abs));
		return colourScale(-largest, largest, true);
	});

	readonly context: StageContext = $derived.by(() => ({
		view: this.#session.view,
		...mapScales(this.#session.view),
		kernels: this.#kernels,
		decimals: 2,
		tap: this.#session.tap,
		pixel: this.pixel,
		ontap: this.#session.followTap,
		onpixel: (pixel) => (this.#pixel = pixel),
		onfollow: (place) => (this.#followed = place),
		onedit: this.#edit
	}));

	stopFollowing = (): void => {
		this.#followed = null;
	};

	#edit = (part: TensorPart, index: number, value: number): void => {
		const key = OWN_KEYS[part];
		if (key === undefined) return;
		if (!isAllowed(key, value)) {
			this.#refused = { part, value };
			return;
		}
		this.#refused = null;
		const { channel } = this.#session.view;
		const perChannel = part === 'kernel' ? TAPS : 1;
		this.#session.edit({ key, index: channel * perChannel + index, value });
	};
}
