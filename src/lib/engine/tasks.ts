/** Calls one after another, each of which can be stopped: TensorFlow.js has one state for all. */
export class TaskQueue {
	#last: Promise<unknown> = Promise.resolve();
	readonly #controllers = new Set<AbortController>();

	/** Runs `task` after those before it have ended, however they ended. */
	run<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T> {
		const controller = new AbortController();
		this.#controllers.add(controller);
		const result = this.#last.then(async () => {
			try {
				controller.signal.throwIfAborted();
				return await task(controller.signal);
			} finally {
				this.#controllers.delete(controller);
			}
		});
		this.#last = result.catch(() => undefined);
		return result;
	}

	/** Stops the running task and those that wait; their promises reject with an `AbortError`. */
	cancel(): void {
		for (const controller of this.#controllers) {
			controller.abort(new DOMException('The call was cancelled.', 'AbortError'));
		}
	}
}
