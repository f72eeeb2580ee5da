import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Rested } from './rested.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('says the last of several sentences, 400 ms after it came', () => {
	const rested = new Rested();
	let takeBack = rested.hear('ran in 10 ms');
	vi.advanceTimersByTime(399);
	expect(rested.current).toBe('');
	vi.advanceTimersByTime(1);
	expect(rested.current).toBe('ran in 10 ms');
	for (const next of ['ran in 11 ms', 'ran in 12 ms', 'ran in 13 ms']) {
		takeBack();
		takeBack = rested.hear(next);
		vi.advanceTimersByTime(300);
		expect(rested.current).toBe('ran in 10 ms');
	}
	vi.advanceTimersByTime(100);
	expect(rested.current).toBe('ran in 13 ms');
});
