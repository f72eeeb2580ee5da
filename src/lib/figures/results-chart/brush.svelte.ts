/**
 * A pointer over the chart: it looks at the nearest point, a click pins that point, and a rectangle
 * dragged with mouse or pen becomes the part on view. A finger does not drag one, since it scrolls.
 */
import type { Place } from '#lib/scene/scatter.ts';
import type { ResultsView } from './results-view.svelte.ts';

type AreaEvent = PointerEvent & { currentTarget: HTMLElement };

/** All lengths are shares of the chart. */
interface Rectangle extends Place {
	readonly width: number;
	readonly height: number;
}

export class Brush {
	readonly #view: ResultsView;
	#from = $state.raw<Place | null>(null);
	#to = $state.raw<Place | null>(null);

	/** The rectangle under the reader's hand; null while nothing is dragged. */
	readonly rectangle: Rectangle | null = $derived.by(() => {
		const [from, to] = [this.#from, this.#to];
		if (from === null || to === null) return null;
		return {
			left: Math.min(from.left, to.left),
			top: Math.min(from.top, to.top),
			width: Math.abs(from.left - to.left),
			height: Math.abs(from.top - to.top)
		};
	});

	constructor(view: ResultsView) {
		this.#view = view;
	}

	press = (event: AreaEvent): void => {
		const place = placeOf(event);
		this.#view.lookNear(place, place.aspect);
		if (event.pointerType === 'touch') return;
		event.currentTarget.setPointerCapture(event.pointerId);
		this.#from = place;
		this.#to = null;
	};

	move = (event: AreaEvent): void => {
		const place = placeOf(event);
		if (this.#from) this.#to = place;
		else this.#view.lookNear(place, place.aspect);
	};

	release = (): void => {
		const before = this.#view.extent;
		if (this.#from && this.#to) this.#view.brush(this.#from, this.#to);
		if (this.#view.extent === before && this.#view.chosen) {
			this.#view.togglePin(this.#view.chosen);
		}
		this.drop();
	};

	drop = (): void => {
		this.#from = this.#to = null;
	};
}

function placeOf({ clientX, clientY, currentTarget }: AreaEvent): Place & { aspect: number } {
	const area = currentTarget.getBoundingClientRect();
	const clamp = (share: number) => Math.min(1, Math.max(0, share));
	return {
		left: clamp((clientX - area.left) / area.width),
		top: clamp((clientY - area.top) / area.height),
		aspect: area.width / area.height
	};
}
