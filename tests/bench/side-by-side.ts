/**
 * Times several things in one run, a round of each after another, so that a busy machine slows all of
 * them alike: the ratios can be trusted where the milliseconds cannot.
 */
export interface Timing {
	readonly name: string;
	/** Medians, quartiles and the 95th percentile, in the unit of the table. */
	readonly median: number;
	readonly lower: number;
	readonly upper: number;
	readonly p95: number;
	/** Median of the rounds' own ratios to the first thing measured. */
	readonly ratio: number;
}

/** Something to time; one call is one round. */
export type Thing = () => void | Promise<void>;

/** @returns in the order of `things`, milliseconds */
export async function timeSideBySide(
	things: ReadonlyMap<string, Thing>,
	{ warmUp, rounds }: { readonly warmUp: number; readonly rounds: number }
): Promise<Timing[]> {
	const times = new Map([...things.keys()].map((name) => [name, [] as number[]]));
	for (let round = -warmUp; round < rounds; round++) {
		for (const [name, run] of things) {
			const started = performance.now();
			await run();
			if (round >= 0) times.get(name)!.push(performance.now() - started);
		}
	}
	return summarizeSideBySide(times);
}

/**
 * The same for values that were measured elsewhere, one list for each thing, a value a round; rounds that one
 * of them lacks have no ratio.
 */
export function summarizeSideBySide(values: ReadonlyMap<string, readonly number[]>): Timing[] {
	const first = [...values.values()][0] ?? [];
	return [...values].map(([name, list]) => ({
		...summarize(name, list),
		ratio: quantile(
			list.slice(0, first.length).map((value, round) => value / first[round]!),
			0.5
		)
	}));
}

function summarize(name: string, list: readonly number[]): Omit<Timing, 'ratio'> {
	return {
		name,
		median: quantile(list, 0.5),
		lower: quantile(list, 0.25),
		upper: quantile(list, 0.75),
		p95: quantile(list, 0.95)
	};
}

export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.round((sorted.length - 1) * share)]!;
}
