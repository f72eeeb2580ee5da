/** The answers of a class as bars: D3 computes their lengths. */
import { scaleLinear, sum } from 'd3';
import type { TallyQuestion } from '#lib/lesson/tally/tally-questions.ts';
import type { Outcome } from '#lib/lesson/answers/outcomes.ts';

interface Bar {
	readonly number: number;
	readonly outcome: Outcome;
	readonly count: number;
	/** Of all answers, in per cent, to one place; 0 where there are none. */
	readonly share: number;
	/** Of the longest bar, from 0 to 100. */
	readonly length: number;
}

/** Every outcome of a question in its order; one that no code of this build can say is left out. */
export function barsOf({ outcomes }: TallyQuestion, counts: ReadonlyMap<number, number>): Bar[] {
	const all = outcomes.map(([number, outcome]) => ({
		...{ number, outcome, count: counts.get(number) ?? 0 }
	}));
	const total = sum(all, ({ count }) => count);
	const length = scaleLinear([0, Math.max(1, ...all.map(({ count }) => count))], [0, 100]);
	return all.map((bar) => ({
		...bar,
		share: total === 0 ? 0 : Math.round((bar.count / total) * 1000) / 10,
		length: length(bar.count)
	}));
}
