/** Work on a WebGL context that is lost: it ends, frees what it holds, and says what has happened. */
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ContextLostError, untilContextLost } from './context-loss.ts';

/** As a browser's: once lost, waiting for a fence fails. */
class Context {
	readonly ALREADY_SIGNALED = 1;
	readonly canvas = new EventTarget();
	#lost = false;

	isContextLost = () => this.#lost;
	clientWaitSync = (): number => 0;

	lose(): void {
		this.#lost = true;
		this.canvas.dispatchEvent(new Event('webglcontextlost'));
	}
}

let context: Context;

/** A backend of that name, without any graphics. */
class FakeBackend extends tf.KernelBackend {
	override floatPrecision = (): 16 | 32 => 32;
	override dispose = (): void => undefined;
	getGPGPUContext = () => ({ gl: context });
}

beforeEach(async () => {
	context = new Context();
	tf.registerBackend('webgl', () => new FakeBackend());
	await tf.setBackend('webgl');
});

afterEach(() => {
	tf.removeBackend('webgl');
	vi.useRealTimers();
});

/** Asks until its fence is passed, as TensorFlow.js does. */
async function read(): Promise<string> {
	while (context.clientWaitSync() !== context.ALREADY_SIGNALED) {
		await new Promise((resolve) => setTimeout(resolve));
	}
	return 'values';
}

test('work that waits for a fence comes to its end, and is refused', async () => {
	const freed = vi.fn();
	const work = untilContextLost(() => read().finally(freed));
	const refused = expect(work).rejects.toThrow(ContextLostError);
	context.lose();
	await refused;
	expect(freed).toHaveBeenCalledOnce();
});

test('work that does not notice is given up', async () => {
	vi.useFakeTimers();
	const work = untilContextLost(() => new Promise(() => undefined));
	const refused = expect(work).rejects.toThrow(ContextLostError);
	context.lose();
	await vi.advanceTimersByTimeAsync(2000);
	await refused;
});

test('whatever fails on a lost context fails for that reason, and anything else for its own', async () => {
	const fail = async (): Promise<never> => {
		throw new Error('no texture');
	};
	await expect(untilContextLost(fail)).rejects.toThrow('no texture');
	const work = untilContextLost(async () => {
		context.lose();
		return fail();
	});
	await expect(work).rejects.toThrow(ContextLostError);
	await expect(untilContextLost(async () => 'values')).rejects.toThrow(ContextLostError);
});

test('nothing is lost where nothing is lost', async () => {
	expect(await untilContextLost(async () => 'values')).toBe('values');
});
