/**
 * Times several things in one run, a round of each after another, so that a busy machine slows all of
 * them alike: the ratios can be trusted where the milliseconds cannot.
 */
export interface Timing {
	readonly name: string;
	/** Medians and quartiles in milliseconds. */
	readonly median: number;
	readonly lower: number;
	readonly upper: number;
	/** Median of the rounds' own ratios to the first thing measured. */
	readonly ratio: number;
}

export function timeSideBySide(
	things: ReadonlyMap<string, () => void>,
	{ warmUp, rounds }: { readonly warmUp: number; readonly rounds: number }
): Timing[] {
	const times = new Map([...things.keys()].map((name) => [name, [] as number[]]));
	for (let round = -warmUp; round < rounds; round++) {
		for (const [name, run] of things) {
			const started = performance.now();
			run();
			if (round >= 0) times.get(name)!.push(performance.now() - started);
		}
	}
	const first = [...times.values()][0]!;
	return [...times].map(([name, list]) => ({
		name,
		median: quantile(list, 0.5),
		lower: quantile(list, 0.25),
		upper: quantile(list, 0.75),
		ratio: quantile(
			list.map((time, round) => time / first[round]!),
			0.5
		)
	}));
}

function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor((sorted.length - 1) * share)]!;
}

/** A table for the console, times in milliseconds. */
export function printTimings(title: string, timings: readonly Timing[]): void {
	console.log(`\n${title}`);
	console.table(
		Object.fromEntries(
			timings.map(({ name, median, lower, upper, ratio }) => [
				name,
				{
					'median ms': median.toFixed(2),
					quartiles: `${lower.toFixed(2)} to ${upper.toFixed(2)}`,
					ratio: ratio.toFixed(2)
				}
			])
		)
	);
}
