/**
 * A picture that a reader draws: strokes over a ground, kept as lines and not as pixels, so that one
 * drawing fits every network and a stroke can be taken back. Painted in plain arithmetic, so that every
 * browser gives the same bytes.
 */
import type { Picture } from './picture.ts';
import { resizeAndCrop } from './resize.ts';

export type Pen = readonly [red: number, green: number, blue: number];

/** From the top left, as shares of the picture's width and height; outside 0 to 1 nothing is drawn. */
export interface Point {
	readonly x: number;
	readonly y: number;
}

export interface Stroke {
	/** Null rubs out: the ground comes back. */
	readonly pen: Pen | null;
	/** Share of the picture's width. */
	readonly thickness: number;
	/** At least one. */
	readonly points: readonly Point[];
}

export interface Drawing {
	/** What is drawn upon; null: white paper. */
	readonly ground: Picture | null;
	readonly strokes: readonly Stroke[];
}

/** The whole drawing as width × height pixels. */
export function paintDrawing({ ground, strokes }: Drawing, width: number, height: number): Picture {
	const bare = paintGround(ground, width, height);
	return strokes.reduce((picture, stroke) => addStroke(picture, bare, stroke), bare);
}

/** The ground alone, made to cover width × height pixels and cut at its middle. */
export function paintGround(ground: Picture | null, width: number, height: number): Picture {
	if (!ground) return { width, height, rgb: new Uint8ClampedArray(3 * width * height).fill(255) };
	if (ground.width === width && ground.height === height) return ground;
	const scale = Math.max(width / ground.width, height / ground.height);
	const resized = {
		width: Math.max(width, Math.round(ground.width * scale)),
		height: Math.max(height, Math.round(ground.height * scale))
	};
	const left = Math.floor((resized.width - width) / 2);
	const top = Math.floor((resized.height - height) / 2);
	return resizeAndCrop(ground, resized, { left, top, width, height });
}

/**
 * A copy of `picture` with one more stroke.
 * @param bare the ground alone, which the rubber brings back
 * @param covered of the same size; hand in the same one again while a stroke grows at its end
 */
export function addStroke(
	picture: Picture,
	bare: Picture,
	stroke: Stroke,
	covered = new StrokeCover(picture.width, picture.height)
): Picture {
	const { width, height } = picture;
	const cover = covered.grow(stroke);
	const rgb = picture.rgb.slice();
	for (let pixel = 0; pixel < cover.length; pixel++) {
		const share = cover[pixel]!;
		if (share === 0) continue;
		for (let channel = 0; channel < 3; channel++) {
			const at = pixel * 3 + channel;
			const ink = stroke.pen ? stroke.pen[channel]! : bare.rgb[at]!;
			rgb[at] = rgb[at]! + share * (ink - rgb[at]!);
		}
	}
	return { width, height, rgb };
}

/**
 * How much of each pixel one stroke covers, 0 to 1: full where its centre lies within the stroke, with
 * an edge of one pixel. A stroke that crosses itself covers no more than once. What a growing stroke has
 * covered is kept, so that a long one follows the hand as easily as a short one.
 */
export class StrokeCover {
	readonly width: number;
	readonly height: number;
	readonly #cover: Float32Array;
	/** How many points of the stroke have been covered. */
	#points = 0;

	constructor(width: number, height: number) {
		this.width = width;
		this.height = height;
		this.#cover = new Float32Array(width * height);
	}

	/** @param stroke with the same points as before, and more at its end */
	grow({ points, thickness }: Stroke): Float32Array {
		const { width, height } = this;
		// Thinner than one pixel would be lost between their centres.
		const radius = Math.max(1, thickness * width) / 2;
		for (; this.#points < points.length; this.#points++) {
			const to = points[this.#points]!;
			const from = points[this.#points - 1] ?? to;
			const line = { x0: from.x * width, y0: from.y * height, x1: to.x * width, y1: to.y * height };
			coverLine(this.#cover, width, height, line, radius);
		}
		return this.#cover;
	}
}

interface Line {
	readonly x0: number;
	readonly y0: number;
	readonly x1: number;
	readonly y1: number;
}

function coverLine(
	cover: Float32Array,
	width: number,
	height: number,
	line: Line,
	radius: number
): void {
	const reach = radius + 1;
	const left = Math.max(0, Math.floor(Math.min(line.x0, line.x1) - reach));
	const right = Math.min(width, Math.ceil(Math.max(line.x0, line.x1) + reach));
	const top = Math.max(0, Math.floor(Math.min(line.y0, line.y1) - reach));
	const bottom = Math.min(height, Math.ceil(Math.max(line.y0, line.y1) + reach));
	for (let row = top; row < bottom; row++) {
		for (let column = left; column < right; column++) {
			const distance = distanceTo(line, column + 0.5, row + 0.5);
			const share = Math.min(1, Math.max(0, radius + 0.5 - distance));
			const at = row * width + column;
			if (share > cover[at]!) cover[at] = share;
		}
	}
}

/** From a point to the nearest one of a line between two ends. */
function distanceTo({ x0, y0, x1, y1 }: Line, x: number, y: number): number {
	const [dx, dy] = [x1 - x0, y1 - y0];
	const length = dx * dx + dy * dy;
	const along = length === 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / length;
	const nearest = Math.min(1, Math.max(0, along));
	const [right, down] = [x - x0 - nearest * dx, y - y0 - nearest * dy];
	// Not Math.hypot, which no two engines need round alike.
	return Math.sqrt(right * right + down * down);
}
