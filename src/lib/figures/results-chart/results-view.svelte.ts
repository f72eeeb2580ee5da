/** What a reader looks at in the chart: which numbers, which families, which part, and what is pinned. */
import {
	chartPoints,
	FOOTNOTES,
	type ChartName,
	type ChartPoint,
	type Footnote
} from '#lib/paper/charts.ts';
import {
	brushExtent,
	nearestPoint,
	scatter,
	wholeExtent,
	zoomExtent,
	type Extent,
	type Place,
	type Point
} from '#lib/scene/scatter.ts';

export interface ResultsChoice {
	readonly chart: ChartName;
	readonly hidden: readonly string[];
	/** Ids, in the order in which they were pinned. */
	readonly pinned: readonly string[];
	/** Null while everything is on view. */
	readonly part: Extent | null;
	readonly asTable: boolean;
}

export const MOST_PINNED = 4;
/** Marks of footnotes, in the order in which printers use them. */
const MARKS = ['*', '†', '‡', '§', '¶'] as const;
const NEARER = 0.6;
/** What is left over when a zoom is taken back. */
const ROUNDING = 1e-9;

const toPoint = ({ x, y }: ChartPoint): Point => ({ x: x.value, y: y.value });

export class ResultsView {
	readonly #tell: (choice: ResultsChoice) => void;
	choice: ResultsChoice = $state.raw({
		...{ chart: 'latency', hidden: [], pinned: [], part: null, asTable: false }
	});
	/** Position among the points on view. */
	#at = $state(0);
	readonly all = $derived(chartPoints(this.choice.chart));
	readonly families = $derived([...new Set(this.all.map(({ family }) => family))]);
	readonly whole = $derived(wholeExtent(this.all.map(toPoint)));
	readonly extent = $derived(this.choice.part ?? this.whole);
	readonly chart = $derived(scatter(this.extent));
	/** The points of the shown families inside the part on view, from left to right. */
	readonly shown = $derived(
		this.all
			.filter(({ family }) => !this.choice.hidden.includes(family))
			.filter((point) => isInside(toPoint(point), this.extent))
			.sort((a, b) => a.x.value - b.x.value || a.y.value - b.y.value)
	);
	readonly chosen = $derived(this.shown[Math.min(this.#at, this.shown.length - 1)] ?? null);
	/** What is said under the chart, each with its mark. */
	readonly notes: readonly { readonly footnote: Footnote; readonly mark: string }[] = $derived(
		FOOTNOTES.filter((footnote) => this.shown.some((point) => point.footnote === footnote)).map(
			(footnote, index) => ({ footnote, mark: MARKS[index % MARKS.length]! })
		)
	);
	readonly pinned = $derived(
		this.choice.pinned.flatMap((id) => this.all.find((point) => point.id === id) ?? [])
	);

	/** @param tell hears every change that the reader makes, for the address */
	constructor(choice: Partial<ResultsChoice>, tell: (choice: ResultsChoice) => void = () => {}) {
		this.#tell = tell;
		this.choice = { ...this.choice, ...choice };
		this.#lookAtFirstPinned();
	}

	/** Takes over what an address asks for. */
	open(choice: Partial<ResultsChoice>): void {
		this.choice = { ...this.choice, ...choice };
		this.#lookAtFirstPinned();
	}

	/** The mark of a point's footnote; empty where nothing is disputed. */
	markOf({ footnote }: ChartPoint): string {
		return this.notes.find((note) => note.footnote === footnote)?.mark ?? '';
	}

	get position(): number {
		return Math.max(0, Math.min(this.#at, this.shown.length - 1));
	}

	/** Chooses a point by its place in the order from left to right. */
	lookAt = (position: number): void => {
		this.#at = position;
	};

	/** Chooses the point nearest to a place of the chart. */
	lookNear(place: Place, aspect: number): void {
		const places = this.shown.map((point) => this.chart.place(toPoint(point)));
		this.#at = Math.max(0, nearestPoint(places, place, aspect));
	}

	placeOf(point: ChartPoint): Place {
		return this.chart.place(toPoint(point));
	}

	show(chart: ChartName): void {
		this.#change({ chart, hidden: [], part: null });
		this.#lookAtFirstPinned();
	}

	toggleFamily(family: string): void {
		const { hidden } = this.choice;
		this.#change({
			hidden: hidden.includes(family)
				? hidden.filter((other) => other !== family)
				: [...hidden, family]
		});
	}

	togglePin = (point: ChartPoint): void => {
		const { pinned } = this.choice;
		const others = pinned.filter((id) => id !== point.id);
		const isPinned = others.length < pinned.length;
		this.#change({ pinned: isPinned ? others : [...others, point.id].slice(-MOST_PINNED) });
	};

	switchTable(asTable: boolean): void {
		this.#change({ asTable });
	}

	/** Around the chosen point, or the middle of what is on view. */
	zoom = (direction: 'in' | 'out'): void => {
		const { x, y } = this.extent;
		const middle = { x: (x[0] + x[1]) / 2, y: (y[0] + y[1]) / 2 };
		const around = this.chosen ? toPoint(this.chosen) : middle;
		const kept = this.chosen;
		const factor = direction === 'in' ? NEARER : 1 / NEARER;
		this.#showPart(zoomExtent(this.extent, this.whole, factor, around));
		this.#keep(kept);
	};

	/** Shows the part between two corners; one that is too small is not meant. */
	brush(from: Place, to: Place): void {
		const part = brushExtent(this.chart, from, to);
		if (part) this.#showPart(part);
	}

	showAll = (): void => {
		const kept = this.chosen;
		this.#change({ part: null });
		this.#keep(kept);
	};

	#showPart(part: Extent): void {
		const isWhole = (['x', 'y'] as const).every((axis) => {
			const [least, most] = this.whole[axis];
			const close = (a: number, b: number) => Math.abs(a - b) < (most - least) * ROUNDING;
			return close(part[axis][0], least) && close(part[axis][1], most);
		});
		this.#change({ part: isWhole ? null : part });
	}

	/** The same point stays chosen when others come and go. */
	#keep(point: ChartPoint | null): void {
		this.#at = Math.max(
			0,
			this.shown.findIndex(({ id }) => id === point?.id)
		);
	}

	#lookAtFirstPinned(): void {
		this.#keep(this.pinned[0] ?? null);
	}

	#change(changes: Partial<ResultsChoice>): void {
		this.choice = { ...this.choice, ...changes };
		this.#tell(this.choice);
	}
}

function isInside({ x, y }: Point, extent: Extent): boolean {
	return x >= extent.x[0] && x <= extent.x[1] && y >= extent.y[0] && y <= extent.y[1];
}
