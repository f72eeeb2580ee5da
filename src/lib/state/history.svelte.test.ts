import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { History } from './history.svelte.ts';

describe('a history', () => {
	it('goes back and forth to the same objects, with the words of each step', () => {
		const [first, second, third] = [{ step: 1 }, { step: 2 }, { step: 3 }];
		const history = new History(first);
		expect(history.undoLabel).toBeNull();
		history.push('turn', second);
		history.push('light', third);
		expect(history.undoLabel).toBe('light');
		history.undo();
		expect(history.current).toBe(second);
		expect([history.undoLabel, history.redoLabel]).toEqual(['turn', 'light']);
		history.undo();
		history.undo();
		expect(history.current).toBe(first);
		history.redo();
		history.redo();
		history.redo();
		expect(history.current).toBe(third);
		expect(history.redoLabel).toBeNull();
	});

	it('forgets what was undone once a new step is taken', () => {
		const history = new History('a');
		history.push('to b', 'b');
		history.undo();
		history.push('to c', 'c');
		expect(history.redoLabel).toBeNull();
		history.undo();
		expect(history.current).toBe('a');
	});

	it('takes no step for the same value', () => {
		const history = new History(Number.NaN);
		history.push('nothing', Number.NaN);
		expect(history.undoLabel).toBeNull();
	});

	it.each([0, -1, 1.5, Number.NaN])('refuses the limit %d', (limit) => {
		expect(() => new History(0, limit)).toThrow('limit: expected a whole number of at least 1');
	});

	it('keeps as many steps as its limit, and undoing them all then redoing them changes nothing', () => {
		const limits = fc.integer({ min: 1, max: 6 });
		fc.assert(
			fc.property(fc.array(fc.integer(), { minLength: 1 }), limits, (values, limit) => {
				const history = new History<number>(0, limit);
				values.forEach((value, index) => history.push(`step ${index}`, value));
				const last = history.current;
				let undone = 0;
				for (; history.undoLabel !== null; undone++) history.undo();
				expect(undone).toBeLessThanOrEqual(limit);
				for (; undone > 0; undone--) history.redo();
				expect(history.current).toBe(last);
				expect(history.redoLabel).toBeNull();
			})
		);
	});
});
