/**
 * Where a key takes a presented cell that is taller than the screen: to its next part that has not been
 * seen in full, and only after the last one to the next cell. Lengths in CSS pixels.
 */

export interface Part {
	/** From the beginning of the cell. */
	readonly top: number;
	readonly bottom: number;
	/** What it is made of, if it is taller than the screen. */
	readonly inside?: readonly Part[];
}

export interface ScreenView {
	/** How far the cell is scrolled. */
	readonly top: number;
	/** Of the screen. */
	readonly height: number;
	/** Of the cell. */
	readonly full: number;
	/** What the cell holds, in order. */
	readonly parts: readonly Part[];
}

/** Less than this is not worth a step: margins and rounding. */
const slack = 24;
/** Of what is taller than the screen, so much comes new, and the rest stays in sight. */
const stride = 0.8;
/** White space above a part that is brought to the top. */
const air = 8;

/** Whether there is something below the screen. */
export const hasMore = ({ top, height, full }: ScreenView): boolean => full - top - height > slack;

/** Where to scroll to; null: the end of the cell has been seen. */
export function scrollOn(view: ScreenView): number | null {
	if (!hasMore(view)) return null;
	const last = view.full - view.height;
	return Math.min(nextStart(view, view.parts) ?? last, last);
}

/** Where the next part begins that is cut; null: none is. */
function nextStart(view: ScreenView, parts: readonly Part[]): number | null {
	const { top, height } = view;
	const cut = parts.find(({ bottom }) => bottom > top + height + slack);
	if (cut === undefined) return null;
	const start = cut.top - air;
	const fits = cut.bottom - start <= height;
	if (start > top + (fits ? slack : height / 4)) return start;
	// What begins high on the screen and is taller than it, was begun already.
	const next = nextStart(view, cut.inside ?? []) ?? top + stride * height;
	// A figure that only its title would leave the screen for is shown with it.
	return start > top + slack && next < start + height / 8 ? start : next;
}

/** Where to scroll back to; null: the cell is at its beginning. */
export function scrollBack({ top, height, parts }: ScreenView): number | null {
	if (top <= 0) return null;
	const before = parts.findLast((part) => part.top - air < top - slack);
	if (before === undefined || before === parts[0]) return Math.max(top - stride * height, 0);
	return Math.max(before.top - air, top - stride * height);
}
