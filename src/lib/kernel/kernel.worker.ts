/**
 * The kernel's worker: TensorFlow.js on plain JavaScript, and one run of a reader's code.
 * `src/cli/kernel-script.ts` makes one classic script of it, which reaches the kernel as text, since
 * the kernel may fetch nothing.
 */
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';
import { runJob } from './run-job.ts';
import type { Job, KernelEvent } from './messages.ts';

// The reader's code may replace them.
const { stringify } = JSON;
const send = self.postMessage.bind(self) as (text: string) => void;
const evaluate = globalThis.eval;
const later = self.setTimeout.bind(self);

/** What promises have failed with that nobody has waited for. */
const failed: unknown[] = [];
self.addEventListener('unhandledrejection', (event) => {
	event.preventDefault();
	failed.push(event.reason);
});

/** Long enough for the browser to tell of a promise that has failed, in milliseconds. */
const REST = 10;

// Calls inside TensorFlow.js lie above the line of the reader's code.
Error.stackTraceLimit = 80;

Object.defineProperty(self, 'tf', { value: tf });

self.addEventListener(
	'message',
	({ data }: MessageEvent<Job>) =>
		runJob(data, {
			globals: self,
			evaluate,
			upload: (values, shape) => tf.tensor(Float32Array.from(values), shape),
			post: (event: KernelEvent) => send(stringify(event)),
			rest: () => new Promise((resolve) => later(() => resolve(failed), REST))
		}),
	{ once: true }
);
