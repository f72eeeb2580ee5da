/** What the page is busy with, once it has lasted long enough to be worth a word. */
import type { Activity } from '#lib/state/network/held.svelte.ts';

/** Shorter work is not announced, so that a quick change does not flicker. */
const WORTH_A_WORD = 150;

export class SlowActivity {
	#current: Activity = $state.raw({ kind: 'waiting' });

	constructor(activity: () => Activity) {
		$effect(() => {
			const now = activity();
			const atRest = now.kind === 'idle' || now.kind === 'stopped' || now.kind === 'waiting';
			// A bar that is already there follows at once.
			if (atRest || now.kind === this.#current.kind) {
				this.#current = now;
				return;
			}
			const timer = setTimeout(() => (this.#current = now), WORTH_A_WORD);
			return () => clearTimeout(timer);
		});
	}

	get current(): Activity {
		return this.#current;
	}
}
