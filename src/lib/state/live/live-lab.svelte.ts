/**
 * The live figures of a page and their one worker: started when the first of them comes near the
 * screen, shared by all, ended with the page.
 */
import { createContext, untrack } from 'svelte';
import type { LiveConnection } from '#lib/engine/live-client.ts';
import type { LiveEngine } from '#lib/engine/live-protocol.ts';

export class LiveLab {
	readonly #connect: () => LiveConnection;
	#connection: LiveConnection | null = null;
	#started: Promise<LiveConnection> | null = null;
	#failure: string | null = $state(null);

	constructor(connect: () => LiveConnection) {
		this.#connect = connect;
	}

	/** One sentence, when the worker could not be started or crashed. */
	get failure(): string | null {
		return this.#failure;
	}

	/** Starts the worker unless it runs; again after a failure. */
	start(): Promise<LiveEngine> {
		this.#started ??= this.#open();
		return this.#started;
	}

	close = (): void => {
		this.#connection?.close();
		this.#connection = null;
		this.#started = null;
	};

	async #open(): Promise<LiveConnection> {
		this.#failure = null;
		try {
			const connection = this.#connect();
			this.#connection = connection;
			connection.onfailure = (message) => this.#fail(message);
			await connection.start('wasm');
			return connection;
		} catch (error) {
			this.#fail(error instanceof Error ? error.message : String(error));
			throw error;
		}
	}

	#fail(message: string): void {
		this.close();
		this.#failure = message;
	}
}

/**
 * One answer of the worker that follows the reader's hand: while a call runs, only the newest request
 * waits; an answer to an older one than the last shown is dropped.
 */
export class LiveAnswer<Request, Answer> {
	readonly #lab: LiveLab;
	readonly #call: (engine: LiveEngine, request: Request) => Promise<Answer>;
	#waiting: { readonly request: Request } | null = null;
	#running = $state(false);
	#current: Answer | null = $state.raw(null);
	#error: string | null = $state(null);

	constructor(lab: LiveLab, call: (engine: LiveEngine, request: Request) => Promise<Answer>) {
		this.#lab = lab;
		this.#call = call;
	}

	/** The newest answer; null before the first. */
	get current(): Answer | null {
		return this.#current;
	}

	/** Whether an answer newer than `current` is on its way. */
	get pending(): boolean {
		return this.#running;
	}

	/** One sentence when the last request failed; null after one that did not. */
	get error(): string | null {
		return this.#error;
	}

	/** Asks for an answer to `request`, which makes every request that still waits obsolete. */
	ask(request: Request): void {
		this.#waiting = { request };
		// An effect that asks must not ask once more because its own call has begun.
		if (!untrack(() => this.#running)) untrack(() => void this.#run());
	}

	async #run(): Promise<void> {
		this.#running = true;
		while (this.#waiting) {
			const { request } = this.#waiting;
			this.#waiting = null;
			try {
				const answer = await this.#call(await this.#lab.start(), request);
				this.#current = answer;
				this.#error = null;
			} catch (error) {
				this.#error = error instanceof Error ? error.message : String(error);
			}
		}
		this.#running = false;
	}
}

export const [useLab, provideLab] = createContext<LiveLab>();
