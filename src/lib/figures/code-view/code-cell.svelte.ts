/** One cell of code that can be changed and run: its text, what came out, and what of it still holds. */
import {
	runCode,
	type ErrorEvent,
	type KernelScope,
	type Run,
	type RunEnd,
	type RunOptions,
	type ScopeName,
	type TensorEvent
} from '#lib/kernel/client.ts';
import { versionOf, type CodeEdits } from '#lib/state/code-edits.svelte.ts';

/** One thing in the output. */
export type Item =
	| { readonly kind: 'text'; readonly text: string }
	| TensorEvent
	| ErrorEvent
	| { readonly kind: 'end'; readonly end: Exclude<RunEnd, 'done'> };

export interface CellOptions {
	/** Under which edits are kept. */
	readonly snippet: string;
	readonly original: string;
	readonly scope: KernelScope;
	readonly edits: CodeEdits;
	/** Where the kernel's document is, and its title. */
	readonly kernel: Pick<RunOptions, 'runner' | 'title'>;
	readonly start?: (options: RunOptions) => Run;
}

export class CodeCell {
	readonly original: string;
	readonly scope: KernelScope;
	readonly #options: CellOptions;
	readonly #version: string;
	#run: Run | null = null;
	/** What a reset took away, until the code changes again. */
	#taken: string | null = $state.raw(null);
	#ran: string | null = $state.raw(null);
	#items: readonly Item[] = $state.raw([]);
	#phase: 'idle' | 'loading' | 'running' = $state('idle');
	/** Names in scope, known in full from the first run on. */
	#names: readonly ScopeName[] = $state.raw([]);

	constructor(options: CellOptions) {
		this.#options = options;
		this.original = options.original;
		this.scope = options.scope;
		this.#version = versionOf(`${options.scope.before}\n${options.original}`);
	}

	get code(): string {
		const edit = this.#options.edits.of(this.#options.snippet);
		return edit?.version === this.#version ? edit.code : this.original;
	}

	get edited(): boolean {
		return this.code !== this.original;
	}

	/** An edit of other code than this, or null. */
	get older(): string | null {
		const edit = this.#options.edits.of(this.#options.snippet);
		return edit && edit.version !== this.#version ? edit.code : null;
	}

	/** Whether the code is kept when the reader leaves. */
	get kept(): boolean {
		return this.#options.edits.kept;
	}

	get canUndoReset(): boolean {
		return this.#taken !== null;
	}

	get phase(): 'idle' | 'loading' | 'running' {
		return this.#phase;
	}

	get items(): readonly Item[] {
		return this.#items;
	}

	get hasRun(): boolean {
		return this.#ran !== null;
	}

	/** Whether the output is that of other code. */
	get stale(): boolean {
		return this.#ran !== null && this.#ran !== this.code;
	}

	get names(): readonly ScopeName[] {
		return this.#names;
	}

	/** The line of the code that stopped the last run, if it is still that code; or null. */
	get errorLine(): number | null {
		const error = this.#items.find((item) => item.kind === 'error');
		return error && !this.stale ? error.line : null;
	}

	change(code: string): void {
		if (code === this.code) return;
		this.#taken = null;
		this.#keep(code);
	}

	reset(): void {
		if (!this.edited) return;
		this.#taken = this.code;
		this.#keep(this.original);
	}

	undoReset(): void {
		if (this.#taken !== null) this.change(this.#taken);
	}

	showOlder(): void {
		if (this.older !== null) this.#keep(this.older);
	}

	/** @param findLine finds where code is no complete program, which browsers do not say */
	async run(findLine: (code: string) => number | null = () => null): Promise<void> {
		this.#run?.stop();
		const { kernel, start = runCode } = this.#options;
		const code = this.code;
		this.#items = [];
		this.#ran = code;
		this.#phase = 'loading';
		const run = start({
			...kernel,
			scope: this.scope,
			code,
			onevent: (event) => {
				if (run !== this.#run) return;
				if (event.kind === 'ready') {
					this.#names = event.names;
					this.#phase = 'running';
				} else if (event.kind === 'error' && event.name === 'SyntaxError') {
					this.#add({ ...event, line: event.line ?? findLine(code) });
				} else if (event.kind !== 'done' && event.kind !== 'limit') this.#add(event);
			}
		});
		this.#run = run;
		const end = await run.ended;
		if (run !== this.#run) return;
		this.#run = null;
		this.#phase = 'idle';
		if (end !== 'done') this.#add({ kind: 'end', end });
	}

	/** Ends the run, if one goes on. */
	stop = (): void => this.#run?.stop();

	#add(item: Item): void {
		this.#items = [...this.#items, item];
	}

	#keep(code: string): void {
		const { edits, snippet } = this.#options;
		edits.set(snippet, code === this.original ? null : { version: this.#version, code });
	}
}
