import { describe, expect, it } from 'vitest';
import { Probe, probeMove } from './probe.svelte.ts';

/** 10 rows of 12 columns; each value is its row and column as two digits. */
const map = {
	values: Float32Array.from({ length: 120 }, (_, i) => Math.floor(i / 12) * 100 + (i % 12)),
	columns: 12
};

describe('Probe', () => {
	it('begins at the largest value of each map, until it is moved', () => {
		let current = { values: Float32Array.of(1, 2, NaN, 9, -12, 3), columns: 3 };
		expect(new Probe(() => current).value).toBe(9);
		current = { values: Float32Array.of(1, 7, 2, 3, 4, 3), columns: 3 };
		const probe = new Probe(() => current);
		expect([probe.row, probe.column, probe.value]).toEqual([0, 1, 7]);
		probe.move(1, 0);
		current = { values: Float32Array.of(8, 1, 2, 3, 4, 3), columns: 3 };
		const moved = new Probe(() => current);
		moved.put(probe);
		expect([moved.row, moved.column]).toEqual([0, 2]);
	});

	it('begins where it is told, and in a corner where no value is finite', () => {
		const told = new Probe(() => ({ ...map, begin: { row: 3, column: 4 } }));
		expect(told.value).toBe(304);
		const none = new Probe(() => ({ values: Float32Array.of(NaN, NaN), columns: 2 }));
		expect([none.row, none.column]).toEqual([0, 0]);
	});

	it('moves by values and stays on the map', () => {
		const probe = new Probe(() => map);
		probe.put({ row: 5, column: 6 });
		probe.move(1, -1);
		expect(probe.value).toBe(407);
		probe.move(8, 8);
		expect(probe.value).toBe(911);
		probe.move(-100, -100);
		expect(probe.value).toBe(0);
	});

	it('goes where a pointer points', () => {
		const probe = new Probe(() => map);
		probe.point(0.99, 0);
		expect(probe.value).toBe(11);
		probe.point(1.4, 7);
		expect(probe.value).toBe(911);
	});

	it('lists the numbers around it, always as many as fit', () => {
		const probe = new Probe(() => map);
		probe.move(-100, 100);
		expect(probe.window).toHaveLength(8);
		expect(probe.window[7]!.slice(0, 2)).toEqual([900, 901]);
		const small = new Probe(() => ({ values: Float32Array.of(3), columns: 1 }));
		expect(small.window).toEqual([[3]]);
	});

	it('keeps its place when the map changes its size', () => {
		let current = { values: new Float32Array(144), columns: 12 };
		const probe = new Probe(() => current);
		probe.point(0.75, 0.25);
		expect([probe.row, probe.column]).toEqual([3, 9]);
		current = { values: new Float32Array(16), columns: 4 };
		const other = new Probe(() => current);
		other.point(0.75, 0.25);
		expect([other.row, other.column]).toEqual([1, 3]);
	});
});

it('reads arrows, by 8 with Shift', () => {
	expect(probeMove({ key: 'ArrowLeft', shiftKey: false })).toEqual([-1, 0]);
	expect(probeMove({ key: 'ArrowDown', shiftKey: true })).toEqual([0, 8]);
	expect(probeMove({ key: 'Enter', shiftKey: false })).toBeNull();
});
