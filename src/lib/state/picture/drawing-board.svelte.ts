/**
 * The board on which the reader draws. The drawing itself is the session's picture, so that undo, runs
 * and files treat it like any other; here is the stroke that is under way, and what it is drawn with.
 */
import { addStroke, paintDrawing, paintGround, StrokeCover } from '#lib/pictures/drawing.ts';
import type { Drawing, Point, Stroke } from '#lib/pictures/drawing.ts';
import { toRgba, type Picture } from '#lib/pictures/picture.ts';
import type { Choices } from '#lib/state/network/choices.ts';
import type { InputPicture } from './input-picture.ts';
import { PENS, type PenName } from './pens.ts';

/** The part of a session that is used. */
interface Host {
	readonly choices: Choices;
	readonly held: {
		readonly network: {
			readonly info: { readonly inputShape: readonly [number, number, number] };
		} | null;
		readonly picture: Pick<InputPicture, 'shown'> | null;
	};
	sketch(drawing: Drawing, since: number, painted: Picture): void;
	draw(drawing: Drawing): void;
}

/** Points nearer to the one before, in pixels, would only cost time. */
const LEAST_STEP = 0.25;

export class DrawingBoard {
	readonly #session: Host;
	/** By drawing: what was painted stroke by stroke need not be painted again. */
	readonly #painted = new WeakMap<Drawing, Picture>();
	/** The picture that the last drawing was begun on. */
	#base: Picture | null = null;
	#stroke: Stroke | null = $state.raw(null);
	/** Of the stroke under way. */
	#cover: StrokeCover | null = null;
	open = $state(false);
	pen: PenName = $state('black');
	/** Percent of the picture's width. */
	thickness = $state(8);

	readonly size: { readonly width: number; readonly height: number } = $derived.by(() => {
		const [, height = 1, width = 1] = this.#session.held.network?.info.inputShape ?? [];
		return { width, height };
	});
	/** Without the stroke under way; before the first, the picture on view is the ground. */
	readonly #rests: Drawing = $derived.by(() => {
		const { picture } = this.#session.choices;
		if (picture.kind === 'drawing') return picture.drawing;
		const shown = this.#session.held.picture?.shown;
		return { ground: shown ? toPicture(shown) : null, strokes: [] };
	});
	readonly #bare = $derived.by(() => {
		const { width, height } = this.size;
		return paintGround(this.#rests.ground, width, height);
	});
	readonly #rested = $derived.by(() => {
		const { width, height } = this.size;
		const known = this.#painted.get(this.#rests);
		if (known?.width === width && known.height === height) return known;
		return paintDrawing(this.#rests, width, height);
	});
	readonly #now: Picture = $derived.by(() =>
		this.#stroke ? addStroke(this.#rested, this.#bare, this.#stroke, this.#covered()) : this.#rested
	);

	constructor(session: Host) {
		this.#session = session;
	}

	/** As the network sees it, for a canvas. */
	get shown(): InputPicture['shown'] {
		const { width, height } = this.#now;
		return { width, height, rgba: toRgba(this.#now) };
	}

	get strokes(): number {
		return this.#rests.strokes.length;
	}

	get ground(): 'picture' | 'paper' {
		return this.#rests.ground ? 'picture' : 'paper';
	}

	get penIsDown(): boolean {
		return this.#stroke !== null;
	}

	/** @param since when the reader's hand moved, on the clock of `performance` */
	begin(point: Point, since: number): void {
		this.end();
		this.#remember();
		this.#cover = null;
		this.#stroke = { pen: PENS[this.pen], thickness: this.thickness / 100, points: [point] };
		this.#sketch(since);
	}

	/** Goes on with the stroke under way; without one nothing happens. */
	extend(points: readonly Point[], since: number): void {
		const stroke = this.#stroke;
		const more = stroke ? this.#thinned(stroke, points) : [];
		if (!stroke || more.length === 0) return;
		this.#stroke = { ...stroke, points: [...stroke.points, ...more] };
		this.#sketch(since);
	}

	/** Lifts the pen: the drawing becomes the picture. */
	end(): void {
		const stroke = this.#stroke;
		if (!stroke) return;
		const painted = this.#now;
		const drawing = this.#with(stroke);
		this.#painted.set(drawing, painted);
		this.#stroke = null;
		this.#session.draw(drawing);
	}

	undoStroke(): void {
		const { ground, strokes } = this.#rests;
		if (strokes.length > 0) this.#session.draw({ ground, strokes: strokes.slice(0, -1) });
	}

	clear(): void {
		this.#session.draw({ ground: this.#rests.ground, strokes: [] });
	}

	/** Puts the same strokes on another ground. */
	drawOn(ground: 'picture' | 'paper'): void {
		this.#remember();
		const { strokes } = this.#rests;
		this.#session.draw({ ground: ground === 'paper' ? null : this.#base, strokes });
	}

	/** Another network may come while the pen is down; its picture is covered anew. */
	#covered(): StrokeCover {
		const { width, height } = this.size;
		if (this.#cover?.width !== width || this.#cover.height !== height) {
			this.#cover = new StrokeCover(width, height);
		}
		return this.#cover;
	}

	#remember(): void {
		if (this.#rests.ground) this.#base = this.#rests.ground;
	}

	#with(stroke: Stroke): Drawing {
		return { ...this.#rests, strokes: [...this.#rests.strokes, stroke] };
	}

	#sketch(since: number): void {
		if (this.#stroke) this.#session.sketch(this.#with(this.#stroke), since, this.#now);
	}

	#thinned({ points }: Stroke, more: readonly Point[]): Point[] {
		const { width, height } = this.size;
		let last = points.at(-1);
		return more.filter((point) => {
			const far =
				!last || Math.hypot((point.x - last.x) * width, (point.y - last.y) * height) >= LEAST_STEP;
			if (far) last = point;
			return far;
		});
	}
}

function toPicture({ width, height, rgba }: InputPicture['shown']): Picture {
	const rgb = new Uint8ClampedArray(width * height * 3);
	for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
		rgb.set(rgba.subarray(from, from + 3), to);
	}
	return { width, height, rgb };
}
