import { describe, expect, it } from 'vitest';
import { Presenter } from './presenter.svelte.ts';

const presenter = () => new Presenter(() => ['one', 'two', 'three']);

describe('presenter mode', () => {
	it('hides nothing until it is on, then all but one cell', () => {
		const mode = presenter();
		expect(['one', 'two'].map((cell) => mode.hides(cell))).toEqual([false, false]);
		mode.start('two');
		expect(['one', 'two', 'three'].map((cell) => mode.hides(cell))).toEqual([true, false, true]);
		expect([mode.screen, mode.screens]).toEqual([2, 4]);
	});

	it.each([null, 'elsewhere'])('begins at the title for %s', (cell) => {
		const mode = presenter();
		mode.start(cell);
		expect([mode.screen, mode.cell]).toEqual([0, null]);
	});

	it('ends at both ends, and keeps the cell when it is left', () => {
		const mode = presenter();
		mode.start('three');
		mode.move(1);
		expect(mode.cell).toBe('three');
		mode.move(-9);
		expect(mode.screen).toBe(0);
		mode.move(1);
		mode.leave();
		expect([mode.on, mode.cell, mode.hides('two')]).toEqual([false, 'one', false]);
	});

	it('comes back from a black screen by moving, and leaves nothing on when it ends', () => {
		const mode = presenter();
		mode.start(null);
		mode.toggleDark();
		mode.move(1);
		expect(mode.dark).toBe(false);
		mode.toggleDark();
		mode.toggleSpot();
		mode.leave();
		expect([mode.dark, mode.spot]).toEqual([false, null]);
	});

	it('aims its spotlight inside the window, and only while it is on', () => {
		const mode = presenter();
		mode.aim({ x: 0.2, y: 0.2 });
		mode.nudge(1, 0);
		expect(mode.spot).toBeNull();
		mode.toggleSpot();
		mode.aim({ x: 0.99, y: -3 });
		expect(mode.spot).toEqual({ x: 0.99, y: 0 });
		mode.nudge(1, 1);
		expect(mode.spot).toEqual({ x: 1, y: 0.04 });
	});
});
