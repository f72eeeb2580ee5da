/**
 * Runs a reader's code in a document of its own, and reports what it says.
 *
 * The design is the one of browser playgrounds with untrusted code: a frame with `sandbox` and without
 * an origin, whose own policy allows evaluation and no request; in it one worker, for one run; limits on
 * time, messages and size; the frame is taken away at the end, with all that the code may have started.
 * `static/runner.html` holds that frame and its policy. This page never evaluates anything.
 */
import { LIMITS, readMessage, type Job, type KernelEvent, type KernelScope } from './messages.ts';

export type { ErrorEvent, KernelEvent, KernelScope, ScopeName, TensorEvent } from './messages.ts';
export { declaredNames } from './declared-names.ts';

/** How a run ended: by itself; by a limit of the run, of loading, of its messages; by the reader; not begun. */
export type RunEnd = 'done' | 'time' | 'load' | 'limit' | 'stopped' | 'failed';

export interface Run {
	/** Never rejects. */
	readonly ended: Promise<RunEnd>;
	stop(): void;
}

export interface RunOptions {
	/** Address of `runner.html`. */
	readonly runner: string;
	readonly scope: KernelScope;
	readonly code: string;
	readonly onevent: (event: KernelEvent) => void;
	/** The worker's script; the build's unless given. */
	readonly loadScript?: () => Promise<string>;
	/** The frame's title. */
	readonly title: string;
}

let runs = 0;

const loadKernelScript = async (): Promise<string> =>
	(await import('virtual:kernel-script')).default;

/** Starts a run. */
export function runCode({
	runner,
	scope,
	code,
	onevent,
	title,
	loadScript = loadKernelScript
}: RunOptions): Run {
	const id = `run-${(runs += 1)}`;
	const frame = document.createElement('iframe');
	/** The one without an origin, the only one in `runner.html`; null before it is there. */
	const kernel = (): Window | null => frame.contentWindow?.frames[0] ?? null;
	let limit = 0;
	let messages = 0;
	let ready = false;
	const { promise: ended, resolve } = withResolver();

	function end(how: RunEnd): void {
		clearTimeout(limit);
		window.removeEventListener('message', hear);
		frame.remove();
		resolve(how);
	}

	function hear({ source, data }: MessageEvent<unknown>): void {
		if (source === null || source !== kernel()) return;
		const event = readMessage(data, id);
		messages += 1;
		if (messages > LIMITS.messages + 1 || event?.kind === 'limit') end('limit');
		else if (event?.kind === 'done') end('done');
		else if (event) {
			if (event.kind === 'ready') {
				// Said again, it was the reader's code that said it.
				if (ready) return;
				ready = true;
				clearTimeout(limit);
				limit = window.setTimeout(() => end('time'), LIMITS.run);
			}
			onevent(event);
		}
	}

	async function start(): Promise<void> {
		limit = window.setTimeout(() => end('load'), LIMITS.load);
		window.addEventListener('message', hear);
		const [script] = await Promise.all([loadScript(), openFrame(frame, runner, title)]);
		const job: Job = { ...scope, code };
		// A frame without an origin can be named by no other target.
		kernel()?.postMessage({ id, script, job, limits: LIMITS }, '*');
	}

	start().catch(() => end('failed'));
	return { ended, stop: () => end('stopped') };
}

/** Resolves once the frame's document is there. */
function openFrame(frame: HTMLIFrameElement, address: string, title: string): Promise<void> {
	frame.src = address;
	frame.title = title;
	frame.hidden = true;
	return new Promise((loaded) => {
		frame.addEventListener('load', () => loaded(), { once: true });
		document.body.append(frame);
	});
}

function withResolver(): { promise: Promise<RunEnd>; resolve: (how: RunEnd) => void } {
	let resolve: (how: RunEnd) => void = () => undefined;
	const promise = new Promise<RunEnd>((settle) => (resolve = settle));
	return { promise, resolve };
}
