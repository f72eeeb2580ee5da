/**
 * Presenter mode: which screen of a lesson is shown. Screen 0 is its title, each further one a cell.
 * The cells themselves stay on the page, so that what was done in them goes on.
 */

/** How far a key moves the spotlight, as a part of the window. */
const spotStep = 0.04;

interface Spot {
	/** From the left and from the top, as parts of the window. */
	readonly x: number;
	readonly y: number;
}

export class Presenter {
	readonly #cells: () => readonly string[];
	#on = $state(false);
	#screen = $state(0);
	#dark = $state(false);
	#spot: Spot | null = $state.raw(null);

	/** @param cells ids of the lesson's cells, in order */
	constructor(cells: () => readonly string[]) {
		this.#cells = cells;
	}

	get on(): boolean {
		return this.#on;
	}

	/** From 0; read it while the mode is on. */
	get screen(): number {
		return this.#screen;
	}

	get screens(): number {
		return this.#cells().length + 1;
	}

	/** Id of the cell that is shown; null at the title. */
	get cell(): string | null {
		return this.#cells()[this.#screen - 1] ?? null;
	}

	/** Whether the screen is black. */
	get dark(): boolean {
		return this.#dark;
	}

	/** Null: the spotlight is off. */
	get spot(): Spot | null {
		return this.#spot;
	}

	/** Whether a cell is on another screen than the one that is shown. */
	hides(cell: string): boolean {
		return this.#on && this.cell !== cell;
	}

	/** @param cell where to begin; null, or a name that is no cell's: at the title */
	start(cell: string | null): void {
		this.#on = true;
		this.goTo(cell);
	}

	/** Leaves the mode; the screen stays known. */
	leave(): void {
		this.#on = false;
		this.#dark = false;
		this.#spot = null;
	}

	goTo(cell: string | null): void {
		this.#screen = cell === null ? 0 : this.#cells().indexOf(cell) + 1;
	}

	/** The first and the last screen are the ends. Moving brings a black screen back. */
	move(by: number): void {
		this.#dark = false;
		this.#screen = Math.min(Math.max(this.#screen + by, 0), this.screens - 1);
	}

	toggleDark = (): void => void (this.#dark = !this.#dark);

	toggleSpot = (): void => void (this.#spot = this.#spot ? null : { x: 0.5, y: 0.5 });

	/** Takes the spotlight, if it is on, to a point of the window. */
	aim({ x, y }: Spot): void {
		if (this.#spot === null) return;
		const within = (value: number): number => Math.min(Math.max(value, 0), 1);
		this.#spot = { x: within(x), y: within(y) };
	}

	/** Moves the spotlight by steps; -1, 0 or 1 in each direction. */
	nudge(right: number, down: number): void {
		const { x, y } = this.#spot ?? { x: 0.5, y: 0.5 };
		this.aim({ x: x + right * spotStep, y: y + down * spotStep });
	}
}
