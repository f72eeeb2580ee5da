/** Choosing a TensorFlow.js backend: the one asked for if it starts and computes rightly, else the next. */
import * as tf from '@tensorflow/tfjs-core';
import type { Backend, BackendReport } from './protocol.ts';
import { probeBackend } from './probe.ts';
import { withTimeLimit } from './time-limit.ts';

/** Fetches a backend's code and registers it with its kernels. */
export type BackendLoaders = Readonly<Record<Backend, () => Promise<unknown>>>;

/** What runs when the wanted backend does not, in this order. */
const FALLBACKS: readonly Backend[] = ['wasm', 'cpu'];

const START_LIMIT = 20_000;
const PROBE_LIMIT = 60_000;

/**
 * Starts `requested` or a fallback and reports which one runs and why the others do not. Tensors of the
 * backend before are lost: the caller has disposed of them.
 */
export async function selectBackend(
	requested: Backend,
	loaders: BackendLoaders
): Promise<BackendReport> {
	const refused: { backend: Backend; reason: string }[] = [];
	for (const backend of new Set([requested, ...FALLBACKS])) {
		try {
			await startBackend(backend, loaders[backend]);
			return { backend, requested, refused };
		} catch (error) {
			resetBackend(backend);
			refused.push({ backend, reason: error instanceof Error ? error.message : String(error) });
		}
	}
	const reasons = refused.map(({ backend, reason }) => `${backend}: ${reason}`).join(' ');
	throw new Error(`No way of computing was found on this computer. ${reasons}`);
}

async function startBackend(backend: Backend, load: () => Promise<unknown>): Promise<void> {
	await withTimeLimit(load(), START_LIMIT, 'its code could not be fetched in time.');
	// `setBackend` answers false, and can leave `getBackend` naming a backend that did not start.
	const started = await withTimeLimit(
		tf.setBackend(backend),
		START_LIMIT,
		'it did not start in time.'
	);
	if (!started || tf.getBackend() !== backend) {
		throw new Error('this browser does not offer it.');
	}
	await withTimeLimit(probeBackend(), PROBE_LIMIT, 'a test network did not finish in time.');
}

/** Throws a backend's state away, tensors included, so that it can be started afresh. */
export function resetBackend(backend: Backend): void {
	const factory = tf.findBackendFactory(backend);
	if (!factory) return;
	tf.removeBackend(backend);
	tf.registerBackend(backend, factory);
}

/** Kernels run when called, so that the time of each can be taken; elsewhere they are queued. */
export function runsSynchronously(backend: Backend): boolean {
	return backend === 'wasm' || backend === 'cpu';
}
