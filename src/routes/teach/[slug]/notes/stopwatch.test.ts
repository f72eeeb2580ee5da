import { expect, it } from 'vitest';
import { Stopwatch } from './stopwatch.ts';

it('counts only while it runs, and goes on after a reset as it was', () => {
	let now = 1000;
	const watch = new Stopwatch(() => now);
	now += 50;
	expect(watch.elapsed).toBe(0);
	watch.start();
	now += 200;
	watch.start();
	expect(watch.elapsed).toBe(200);
	watch.pause();
	now += 700;
	expect(watch.elapsed).toBe(200);
	watch.start();
	now += 5;
	expect(watch.elapsed).toBe(205);
	watch.reset();
	now += 30;
	expect(watch.elapsed).toBe(30);
	watch.pause();
	watch.reset();
	now += 30;
	expect(watch.elapsed).toBe(0);
});
