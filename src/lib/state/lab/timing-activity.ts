/** How far a run of the lab is. */
import type { MeasureProgress } from '#lib/engine/measure-protocol.ts';
import type { Backend } from '#lib/engine/protocol.ts';
import type { Round } from '#lib/measure/measurement.ts';

export type TimingActivity =
	| { readonly kind: 'idle' }
	| { readonly kind: 'starting' | 'preparing'; readonly backend: Backend }
	| { readonly kind: 'warming-up'; readonly backend: Backend; readonly share: number }
	| {
			readonly kind: 'measuring';
			readonly backend: Backend;
			readonly done: number;
			readonly of: number;
			/** Milliseconds until the last round, if all goes on as it did. */
			readonly left: number;
	  };

/** @param rounds all that are done */
export function activityOf(
	progress: MeasureProgress,
	backend: Backend,
	rounds: readonly Round[],
	wanted: number
): TimingActivity {
	if (progress.stage === 'preparing') return { kind: 'preparing', backend };
	if (progress.stage === 'warming-up') {
		return { kind: 'warming-up', backend, share: progress.done / progress.of };
	}
	const spent = rounds.reduce(
		(sum, { milliseconds, pulse, gap }) =>
			milliseconds.reduce((total, time) => total + time, sum + pulse + gap),
		0
	);
	const done = rounds.length;
	return { kind: 'measuring', backend, done, of: wanted, left: (spent / done) * (wanted - done) };
}

/** To a tenth of a microsecond, below the step of any browser's clock. */
export function roundOff({ order, milliseconds, pulse, gap }: Round): Round {
	const round = (time: number) => Math.round(time * 1e4) / 1e4;
	return { order, milliseconds: milliseconds.map(round), pulse: round(pulse), gap: round(gap) };
}
