/** Drawing by keyboard: a cross that arrow keys move, and a pen that Space or Enter puts down. */
import type { DrawingBoard } from '#lib/state/picture/drawing-board.svelte.ts';

const STEPS: Readonly<Record<string, readonly [columns: number, rows: number]>> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1]
};
/** Pixels that an arrow key moves with Shift. */
const LONG_STEP = 8;

type Board = Pick<DrawingBoard, 'size' | 'penIsDown' | 'begin' | 'extend' | 'end'>;
type Press = Pick<
	KeyboardEvent,
	'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey' | 'repeat' | 'timeStamp' | 'preventDefault'
>;

export class Cross {
	readonly #board: () => Board;
	/** Null until the first key: the middle. */
	#at: { readonly column: number; readonly row: number } | null = $state.raw(null);
	/** Only while keys are used. */
	shown = $state(false);

	constructor(board: () => Board) {
		this.#board = board;
	}

	/** From 0. */
	get column(): number {
		const { width } = this.#board().size;
		return Math.min(this.#at?.column ?? Math.floor(width / 2), width - 1);
	}

	/** From 0. */
	get row(): number {
		const { height } = this.#board().size;
		return Math.min(this.#at?.row ?? Math.floor(height / 2), height - 1);
	}

	hide(): void {
		this.shown = false;
	}

	press = (event: Press): void => {
		if (event.altKey || event.ctrlKey || event.metaKey) return;
		const step = STEPS[event.key];
		const pen = event.key === ' ' || event.key === 'Enter';
		if (!step && !pen && event.key !== 'Escape') return;
		event.preventDefault();
		this.shown = true;
		const board = this.#board();
		if (step) this.#move(step, event);
		else if (event.key === 'Escape' || (event.key === 'Enter' && board.penIsDown)) {
			if (!event.repeat) board.end();
		} else if (!event.repeat && !board.penIsDown) board.begin(this.#point, event.timeStamp);
	};

	/** Space draws as long as it is held. */
	release = ({ key }: Pick<KeyboardEvent, 'key'>): void => {
		if (key === ' ') this.#board().end();
	};

	get #point() {
		const { width, height } = this.#board().size;
		return { x: (this.column + 0.5) / width, y: (this.row + 0.5) / height };
	}

	#move([columns, rows]: readonly [number, number], { shiftKey, timeStamp }: Press): void {
		const { width, height } = this.#board().size;
		const by = shiftKey ? LONG_STEP : 1;
		this.#at = {
			column: Math.min(width - 1, Math.max(0, this.column + columns * by)),
			row: Math.min(height - 1, Math.max(0, this.row + rows * by))
		};
		this.#board().extend([this.#point], timeStamp);
	}
}
