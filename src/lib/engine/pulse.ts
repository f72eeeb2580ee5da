/** The clock's step, and the machine's own speed: both without TensorFlow.js. */

const STEPS = 40;
/** Enough for 40 steps of a clock that a careful browser has made coarse. */
const LIMIT_MS = 400;

/** Smallest step of `performance.now()` that is seen, in milliseconds. */
export function measureClockStep(now: () => number = () => performance.now()): number {
	const started = now();
	let last = started;
	let smallest = Infinity;
	for (let steps = 0; steps < STEPS && last - started < LIMIT_MS;) {
		const time = now();
		if (time === last) continue;
		smallest = Math.min(smallest, time - last);
		last = time;
		steps++;
	}
	return smallest;
}

/** Of a machine of 2020, about a millisecond. */
const PULSE_STEPS = 400_000;

/** Milliseconds that a fixed piece of arithmetic takes. */
export function takePulse(): number {
	const started = performance.now();
	let value = 1;
	for (let step = 0; step < PULSE_STEPS; step++) value = (Math.imul(value, 48271) + step) | 0;
	const milliseconds = performance.now() - started;
	// The value is used, so that the loop is not taken out as useless.
	return value === 0.5 ? 0 : milliseconds;
}
