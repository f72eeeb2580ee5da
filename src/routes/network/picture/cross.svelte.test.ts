import { describe, expect, it } from 'vitest';
import { Cross } from './cross.svelte.ts';

type Point = { readonly x: number; readonly y: number };

function open() {
	const strokes: Point[][] = [];
	const board = {
		size: { width: 10, height: 20 },
		penIsDown: false,
		begin(point: Point) {
			board.penIsDown = true;
			strokes.push([point]);
		},
		extend(points: readonly Point[]) {
			if (board.penIsDown) strokes.at(-1)!.push(...points);
		},
		end() {
			board.penIsDown = false;
		}
	};
	const cross = new Cross(() => board);
	const press = (key: string, more: { shiftKey?: boolean; repeat?: boolean } = {}) =>
		cross.press({
			...{ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false },
			...{ repeat: false, timeStamp: 0, preventDefault: () => undefined },
			...more
		});
	return { cross, board, strokes, press };
}

describe('the cross', () => {
	it('starts in the middle and stays inside', () => {
		const { cross, press } = open();
		expect([cross.column, cross.row, cross.shown]).toEqual([5, 10, false]);
		press('ArrowRight');
		press('ArrowUp');
		expect([cross.column, cross.row, cross.shown]).toEqual([6, 9, true]);
		press('ArrowRight', { shiftKey: true });
		press('ArrowDown', { shiftKey: true });
		press('ArrowDown', { shiftKey: true });
		expect([cross.column, cross.row]).toEqual([9, 19]);
	});

	it('draws while Space is held', () => {
		const { cross, strokes, press, board } = open();
		press(' ');
		press(' ', { repeat: true });
		press('ArrowLeft');
		cross.release({ key: ' ' });
		press('ArrowLeft');
		expect(strokes).toEqual([
			[
				{ x: 0.55, y: 0.525 },
				{ x: 0.45, y: 0.525 }
			]
		]);
		expect(board.penIsDown).toBe(false);
	});

	it('puts the pen down and lifts it with Enter, and lifts it with Escape', () => {
		const { cross, strokes, press, board } = open();
		press('Enter');
		cross.release({ key: 'Enter' });
		press('ArrowDown');
		expect(board.penIsDown).toBe(true);
		press('Enter');
		press('ArrowDown');
		press('Enter');
		press('Escape');
		expect(strokes.map((points) => points.length)).toEqual([2, 1]);
		expect(board.penIsDown).toBe(false);
	});
});
