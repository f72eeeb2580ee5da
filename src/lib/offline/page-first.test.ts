import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HELD_AT_MOST, PAGE_FIRST, PageFirst } from './page-first.ts';

let first: PageFirst;
let free: boolean;

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
	first = new PageFirst();
	free = false;
});

afterEach(() => {
	vi.useRealTimers();
});

function wait(): void {
	void first.wait().then(() => (free = true));
}

test('each request of a page makes the copy wait anew', async () => {
	first.asked();
	wait();
	await vi.advanceTimersByTimeAsync(PAGE_FIRST - 1);
	first.asked();
	await vi.advanceTimersByTimeAsync(PAGE_FIRST - 1);
	expect(free).toBe(false);
	await vi.advanceTimersByTimeAsync(1);
	expect(free).toBe(true);
});

test('a page that never stops does not hold the copy up for ever', async () => {
	wait();
	await vi.advanceTimersByTimeAsync(0);
	expect(free).toBe(true);
	free = false;
	const asking = setInterval(() => first.asked(), PAGE_FIRST / 2);
	first.asked();
	wait();
	for (let at = PAGE_FIRST / 2; at < HELD_AT_MOST; at += PAGE_FIRST / 2) {
		first.asked();
		await vi.advanceTimersByTimeAsync(PAGE_FIRST / 2);
		expect(free).toBe(at + PAGE_FIRST / 2 > HELD_AT_MOST);
	}
	await vi.advanceTimersByTimeAsync(PAGE_FIRST / 2);
	expect(free).toBe(true);
	clearInterval(asking);
});
