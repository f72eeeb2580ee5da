import { expect, test } from 'vitest';
import { workerFailure } from './worker-failure.ts';

test('a crash is told with its reason, and what comes next', () => {
	expect(workerFailure({ message: 'Uncaught RangeError: Out of memory.' })).toBe(
		'The engine has stopped: Out of memory. Another one starts with the next choice.'
	);
});

test('a worker that could not be loaded has no reason', () => {
	expect(workerFailure({ message: '' })).toBe('The engine could not be started.');
});
