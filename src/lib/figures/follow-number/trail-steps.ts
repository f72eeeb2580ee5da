/** The way back as it is listed: a long one with its middle folded away. */

/** Ways of more numbers than this are folded. */
const LONG = 10;
/** Numbers left at the end, beside the first. */
const LAST = 6;

export interface TrailStep<Source> {
	readonly source: Source;
	/** Position on the way. */
	readonly index: number;
}

/** @returns the steps before the fold, how many are folded away, and those after it */
export function trailSteps<Source>(
	path: readonly Source[],
	open: boolean
): { before: TrailStep<Source>[]; folded: number; after: TrailStep<Source>[] } {
	const steps = path.length > 1 ? path.map((source, index) => ({ source, index })) : [];
	if (open || steps.length <= LONG) return { before: steps, folded: 0, after: [] };
	return {
		before: steps.slice(0, 1),
		folded: steps.length - 1 - LAST,
		after: steps.slice(-LAST)
	};
}
