/**
 * Lets the requests of pages and their workers go before those of a copy under way, which share one line
 * with them: a browser's own priorities do not reach across connections.
 */

/** Milliseconds after a page's last request: an answer is on its way, or brings the next request. */
export const PAGE_FIRST = 2000;

/** The longest wait of one request, in milliseconds, so that a copy gets on whatever pages do. */
export const HELD_AT_MOST = 20_000;

export class PageFirst {
	#freeFrom = 0;

	/** A page has asked for something. */
	asked(): void {
		this.#freeFrom = Date.now() + PAGE_FIRST;
	}

	/** Resolves once pages have been quiet for a while. */
	async wait(): Promise<void> {
		const latest = Date.now() + HELD_AT_MOST;
		for (;;) {
			const rest = Math.min(this.#freeFrom, latest) - Date.now();
			if (rest <= 0) return;
			await new Promise((later) => setTimeout(later, rest));
		}
	}
}
