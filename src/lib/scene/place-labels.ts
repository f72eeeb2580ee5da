/**
 * Names beside points of a chart: each on the side where it covers the fewest points; to cover another
 * name, or to leave the chart, is out of the question. All lengths are shares of the
 * chart, from the left and from the top.
 */
import type { Place } from './scatter.ts';

type LabelSide = 'right-above' | 'right-below' | 'left-above' | 'left-below';

interface LabelAnchor extends Place {
	readonly text: string;
}

interface Box {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

const SIDES: readonly LabelSide[] = ['right-above', 'left-above', 'left-below', 'right-below'];
/** Small type in a chart of about 600 by 450 pixels; in a larger one there is more room than that. */
const LETTER = 0.0115;
const LINE = 0.034;
/** Between the point and its name. */
const GAP = { across: 0.024, up: 0.008 };
/**
 * @param anchors the points to name, the most important first
 * @param points all that are drawn
 * @returns a side for each anchor; null where its name would cover another name on every side
 */
export function placeLabels(
	anchors: readonly LabelAnchor[],
	points: readonly Place[]
): (LabelSide | null)[] {
	const taken: Box[] = [];
	return anchors.map((anchor) => {
		const free = SIDES.map((side) => ({ side, box: boxAt(anchor, side) })).filter(
			({ box }) => box.left >= 0 && box.right <= 1 && !taken.some((other) => meets(box, other))
		);
		const costs = free.map(({ box }) => points.filter((point) => covers(box, point)).length);
		const best = free[costs.indexOf(Math.min(...costs))];
		if (best === undefined) return null;
		taken.push(best.box);
		return best.side;
	});
}

function boxAt({ left, top, text }: LabelAnchor, side: LabelSide): Box {
	const width = text.length * LETTER;
	const start = side.startsWith('right') ? left + GAP.across : left - GAP.across - width;
	const bottom = side.endsWith('above') ? top - GAP.up : top + GAP.up + LINE;
	return { left: start, right: start + width, top: bottom - LINE, bottom };
}

function meets(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function covers(box: Box, { left, top }: Place): boolean {
	return left > box.left && left < box.right && top > box.top && top < box.bottom;
}
