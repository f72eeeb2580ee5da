/**
 * One run of a cell, inside the kernel's worker: puts the scope in place, runs what the code builds
 * on, then the code, and says what came out. The worker serves this one run and is thrown away.
 */
import { declaredNames } from './declared-names.ts';
import { describeName, describeTensor, formatValue, isTensor } from './describe-value.ts';
import { BEFORE_NAME, CODE_NAME, lineInStack } from './error-line.ts';
import type { Job, KernelEvent, KernelScope } from './messages.ts';

/** What the worker lends; taken when it starts, so that the reader's code cannot put others in place. */
interface Kernel {
	/** The global object, on which names become visible to the code. */
	readonly globals: object;
	/** Runs a program in the global scope and gives the value of its last expression. */
	readonly evaluate: (source: string) => unknown;
	/** A tensor of TensorFlow.js. */
	readonly upload: (data: ArrayLike<number>, shape: number[]) => unknown;
	readonly post: (event: KernelEvent) => void;
	/** Resolves when nothing that was begun is about to happen; tells of promises that fail until then. */
	readonly rest: () => Promise<readonly unknown[]>;
}

/** Takes the getters of a program's own names, before the first line of it. */
const KEEP = '__keep';

type Getters = Readonly<Record<string, () => unknown>>;

/** Boxed, since anything can be thrown. */
type Fault = { readonly error: unknown } | null;

/** What a program came to: its value, what stopped it, and the names it has made, when they are asked for. */
interface Outcome {
	readonly value: unknown;
	readonly fault: Fault;
	readonly names: () => readonly (readonly [string, unknown])[];
}

export async function runJob(job: Job, kernel: Kernel): Promise<void> {
	const { post } = kernel;
	try {
		prepare(job, kernel);
		const outcome = runProgram(job.code, CODE_NAME, kernel);
		const { value, fault } = await settled(outcome);
		const [late] = await kernel.rest();
		const names = outcome.names();
		const hidden = showNames(names, post);
		const stopped = fault ?? (late === undefined ? hidden : { error: late });
		if (stopped) post(describeError(stopped.error));
		else if (value !== undefined && !names.some(([, result]) => result === value)) {
			show(value, '', post);
		}
	} catch (error) {
		post(describeError(error));
	}
	post({ kind: 'done' });
}

/** Waits for a value that is still to come, as that of an async function. */
async function settled({ value, fault }: Outcome): Promise<Pick<Outcome, 'value' | 'fault'>> {
	try {
		return { value: fault ? undefined : await value, fault };
	} catch (error) {
		return { value: undefined, fault: { error } };
	}
}

/** Shows what a program has made; returns why the first of them could not be shown, after all the others. */
function showNames(names: ReturnType<Outcome['names']>, post: Kernel['post']): Fault {
	let fault: Fault = null;
	for (const [name, result] of names) {
		try {
			if (typeof result !== 'function') show(result, name, post);
		} catch (error) {
			fault ??= { error };
		}
	}
	return fault;
}

/** Puts the scope in place: helpers, values, and what the code builds on. */
function prepare(job: Job, kernel: Kernel): void {
	const { globals, post } = kernel;
	define(globals, 'print', (...values: unknown[]) => {
		// A tensor by itself is drawn: its numbers are what one wants to see.
		if (values.length === 1 && isTensor(values[0])) show(values[0], nameOf(values[0]), post);
		else post({ kind: 'text', text: values.map((value) => formatValue(value)).join(' ') });
	});
	define(globals, 'show', (value: unknown, name: unknown = nameOf(value)) =>
		show(value, formatValue(name), post)
	);
	define(globals, 'console', consoleOf(globals));
	for (const [name, value] of Object.entries(job.values)) {
		define(globals, name, given(value, kernel));
	}
	const made = runProgram(job.before, BEFORE_NAME, kernel);
	if (made.fault) throw made.fault.error;
	const own = made.names();
	for (const [name, value] of own) define(globals, name, value);
	const names = [...Object.keys(job.values), ...own.map(([name]) => name)];
	post({
		kind: 'ready',
		names: names.map((name) => describeName(name, Reflect.get(globals, name)))
	});
}

/**
 * Runs a program, or as much of it as runs. Nothing stands around it: its lines are counted as they
 * are, and the line put in front of it ends where it begins.
 */
function runProgram(source: string, name: string, { globals, evaluate }: Kernel): Outcome {
	let getters: Getters = {};
	define(globals, KEEP, (kept: Getters) => void (getters = kept));
	const kept = declaredNames(source).map((own) => `${own}: () => ${own}`);
	let value: unknown;
	let fault: Fault = null;
	try {
		value = evaluate(
			`'use strict'; ${KEEP}({ ${kept.join(', ')} }); ${source}\n//# sourceURL=${name}`
		);
	} catch (error) {
		fault = { error };
	}
	return {
		value,
		fault,
		names: () => Object.entries(getters).flatMap(([own, get]) => read(own, get))
	};
}

/** Nothing for what looked like a name, and is none. */
function read(name: string, get: () => unknown): (readonly [string, unknown])[] {
	try {
		return [[name, get()]];
	} catch {
		return [];
	}
}

/** Above a drawing that has no name: without one it would be the value of the last line. */
const nameOf = (value: unknown): string =>
	isTensor(value) && value.shape.length > 0 ? 'tensor' : '';

function show(value: unknown, name: string, post: Kernel['post']): void {
	if (isTensor(value)) post(describeTensor(value, name));
	else post({ kind: 'text', text: `${name === '' ? '' : `${name} = `}${formatValue(value, 1)}` });
}

/** Functions of `console` that print. */
function consoleOf(globals: object): object {
	const print = (...values: unknown[]): unknown =>
		(Reflect.get(globals, 'print') as (...all: unknown[]) => unknown)(...values);
	return { log: print, info: print, warn: print, error: print, debug: print };
}

function given(value: KernelScope['values'][string], { upload }: Kernel): unknown {
	if (Array.isArray(value.shape)) {
		return upload((value as { data: ArrayLike<number> }).data, [...value.shape]);
	}
	return Object.fromEntries(
		Object.entries(value as Record<string, { shape: number[]; data: ArrayLike<number> }>).map(
			([key, { data, shape }]) => [key, upload(data, [...shape])]
		)
	);
}

function define(globals: object, name: string, value: unknown): void {
	Object.defineProperty(globals, name, { value, configurable: true, writable: true });
}

/** What was thrown can be anything, too. */
function describeError(error: unknown): KernelEvent {
	try {
		if (error instanceof Error) {
			const line = lineInStack(error.stack);
			const message = String(error.message).slice(0, 2000);
			return { kind: 'error', name: String(error.name).slice(0, 200), message, line };
		}
		return { kind: 'error', name: 'thrown', message: formatValue(error), line: null };
	} catch {
		return { kind: 'error', name: 'thrown', message: '', line: null };
	}
}
