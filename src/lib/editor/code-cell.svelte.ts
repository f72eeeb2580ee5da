/** One cell of code that can be changed and run: its text, what came out, and what of it still holds. */
import {
	runCode,
	type ErrorEvent,
	type KernelEvent,
	type KernelScope,
	type Run,
	type RunEnd,
	type RunOptions,
	type ScopeName,
	type TensorEvent
} from '#lib/kernel/client.ts';
import type { CodeEdits } from '#lib/state/lesson/code-edits.svelte.ts';
import { EditedCode } from '#lib/state/lesson/edited-code.svelte.ts';

/** One thing in the output. */
type Item =
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
	/** What stands there instead of the original until it is changed here, or null. */
	readonly begun?: () => string | null;
	/** What is run behind the reader's code, on a line of its own. */
	readonly rest?: () => string;
	/** Takes what is said to the page and not to the reader. */
	readonly takes?: (event: KernelEvent) => boolean;
	readonly start?: (options: RunOptions) => Run;
}

export class CodeCell extends EditedCode {
	readonly scope: KernelScope;
	readonly #options: CellOptions;
	#run: Run | null = null;
	#ran: string | null = $state.raw(null);
	#items: readonly Item[] = $state.raw([]);
	#phase: 'idle' | 'loading' | 'running' = $state('idle');
	/** Names in scope, known in full from the first run on. */
	#names: readonly ScopeName[] = $state.raw([]);

	constructor(options: CellOptions) {
		const { snippet, original, scope, edits, begun } = options;
		super({ name: snippet, original, context: scope.before, edits, ...(begun && { begun }) });
		this.#options = options;
		this.scope = scope;
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

	/** @param findLine finds where code is no complete program, which browsers do not say */
	async run(findLine: (code: string) => number | null = () => null): Promise<RunEnd> {
		this.#run?.stop();
		const { kernel, rest, takes = () => false, start = runCode } = this.#options;
		const code = this.code;
		this.#items = [];
		this.#ran = code;
		this.#phase = 'loading';
		const run = start({
			...kernel,
			scope: this.scope,
			code: rest ? `${code}\n${rest()}` : code,
			onevent: (event) => {
				if (run !== this.#run || takes(event)) return;
				if (event.kind === 'ready') {
					this.#names = event.names;
					this.#phase = 'running';
				} else if (event.kind === 'error') {
					this.#add(atOwnLine(event, code, findLine));
				} else if (event.kind !== 'done' && event.kind !== 'limit') this.#add(event);
			}
		});
		this.#run = run;
		const end = await run.ended;
		if (run !== this.#run) return end;
		this.#run = null;
		this.#phase = 'idle';
		if (end !== 'done') this.#add({ kind: 'end', end });
		return end;
	}

	/** Ends the run, if one goes on. */
	stop = (): void => this.#run?.stop();

	#add(item: Item): void {
		this.#items = [...this.#items, item];
	}
}

/** The error with its line in the reader's code; behind that code there is none. */
function atOwnLine(
	error: ErrorEvent,
	code: string,
	findLine: (code: string) => number | null
): ErrorEvent {
	const line = error.name === 'SyntaxError' ? (error.line ?? findLine(code)) : error.line;
	return { ...error, line: line !== null && line <= code.split('\n').length ? line : null };
}
