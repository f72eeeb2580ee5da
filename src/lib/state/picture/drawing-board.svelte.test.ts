import { describe, expect, it } from 'vitest';
import { FakeEngine } from '../../../../tests/support/fake-engine.ts';
import { DEFAULT_CHOICES } from '#lib/state/network/choices.ts';
import { DrawingBoard } from './drawing-board.svelte.ts';
import { NetworkSession } from '#lib/state/network/network-session.svelte.ts';

const rest = () => new Promise((resolve) => setTimeout(resolve, 5));

async function open() {
	const engine = new FakeEngine();
	const session = new NetworkSession(engine.connections(), DEFAULT_CHOICES);
	session.start();
	await rest();
	session.moving.look({ channels: [0], across: 1, scale: 'shared', chosen: 0 });
	engine.log.length = 0;
	const board = new DrawingBoard(session);
	board.thickness = 50;
	return { engine, session, board };
}

/** Red, green and blue of the pixel in the middle. */
function middle({ shown: { width, height, rgba } }: DrawingBoard): number[] {
	const at = (Math.floor(height / 2) * width + Math.floor(width / 2)) * 4;
	return [...rgba.slice(at, at + 3)];
}

function dot(board: DrawingBoard, pen: DrawingBoard['pen']): void {
	board.pen = pen;
	board.begin({ x: 0.5, y: 0.5 }, 0);
	board.end();
}

describe('a drawing board', () => {
	it('shows the picture on view, and changes nothing before the first stroke', async () => {
		const { board, session } = await open();
		expect(board.shown).toEqual(session.held.picture?.shown);
		expect(board.ground).toBe('picture');
		expect(session.drawing).toBeNull();
	});

	it('shows each point of a stroke live, and runs the drawing once the pen is lifted', async () => {
		const { board, engine, session } = await open();
		board.pen = 'white';
		board.begin({ x: 0.2, y: 0.5 }, 0);
		expect([session.matches, session.scene, board.penIsDown]).toEqual([false, null, true]);
		board.extend([{ x: 0.9, y: 0.5 }], 1);
		await rest();
		expect(engine.log.filter((line) => line.startsWith('frame')).length).toBeGreaterThan(0);
		expect(middle(board)).toEqual([255, 255, 255]);
		board.end();
		await rest();
		expect(engine.log.filter((line) => line.startsWith('run'))).toEqual(['run training-time']);
		expect(session.matches).toBe(true);
		expect(session.held.run?.picture).toMatchObject({ kind: 'drawing', name: 'drawing' });
		expect(session.drawing?.strokes[0]?.points).toHaveLength(2);
	});

	it('leaves out points on the spot', async () => {
		const { board, session } = await open();
		board.begin({ x: 0.2, y: 0.5 }, 0);
		board.extend([{ x: 0.2001, y: 0.5 }], 1);
		board.end();
		expect(session.drawing?.strokes[0]?.points).toHaveLength(1);
	});

	it('takes strokes back by its own button and by the session’s undo', async () => {
		const { board, session } = await open();
		for (const pen of ['red', 'blue'] as const) {
			dot(board, pen);
			await rest();
		}
		expect(middle(board)).toEqual([40, 95, 190]);
		session.undo();
		await rest();
		expect(middle(board)).toEqual([214, 40, 40]);
		session.redo();
		await rest();
		board.undoStroke();
		await rest();
		expect(middle(board)).toEqual([214, 40, 40]);
		board.clear();
		expect([board.strokes, board.ground]).toEqual([0, 'picture']);
		for (let step = 0; step < 4; step++) session.undo();
		expect(session.drawing).toBeNull();
	});

	it('rubs out down to the ground, and changes the ground under the strokes', async () => {
		const { board } = await open();
		const ground = middle(board);
		dot(board, 'red');
		dot(board, 'rubber');
		expect(middle(board)).toEqual(ground);
		dot(board, 'green');
		board.drawOn('paper');
		expect([board.ground, board.strokes]).toEqual(['paper', 3]);
		expect([...board.shown.rgba.slice(0, 3)]).toEqual([255, 255, 255]);
		board.drawOn('picture');
		expect(middle(board)).toEqual([60, 150, 70]);
		expect([...board.shown.rgba.slice(3, 6)]).not.toEqual([255, 255, 255]);
	});

	it('starts from any other picture that is chosen meanwhile', async () => {
		const { board, session } = await open();
		dot(board, 'red');
		session.choose({ picture: { kind: 'sample', slug: 'toadstool' } });
		await rest();
		expect(board.strokes).toBe(0);
		expect(board.shown).toEqual(session.held.picture?.shown);
	});
});
