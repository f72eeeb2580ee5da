/** How far a measurement is, in words and as a share. */
import type { TimingActivity } from '#lib/state/lab/timing-activity.ts';
import type { Strings } from '#lib/strings/strings.ts';

type Busy = Exclude<TimingActivity, { kind: 'idle' }>;

export function progressWords(
	activity: Busy,
	words: Strings['lab']
): { readonly label: string; readonly detail: string } {
	const { backend } = activity;
	switch (activity.kind) {
		case 'starting':
			return { label: words.starting(backend), detail: '' };
		case 'preparing':
			return { label: words.preparing(backend), detail: '' };
		case 'warming-up':
			return { label: words.warmingUp(backend), detail: '' };
		case 'measuring': {
			const seconds = String(Math.ceil(activity.left / 1000));
			return {
				label: words.measuring(backend, String(activity.done), String(activity.of)),
				detail: words.secondsLeft(seconds)
			};
		}
	}
}

/** The share of the whole that is done; the way to the first round counts as a tenth. */
export function progressShare(activity: Busy): number {
	const beforeRounds = 0.1;
	if (activity.kind === 'warming-up') return beforeRounds * activity.share;
	if (activity.kind !== 'measuring') return 0;
	return beforeRounds + (1 - beforeRounds) * (activity.done / activity.of);
}
