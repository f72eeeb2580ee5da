/**
 * What the reader points at, by pointer or by focus: a part of a figure, which then lights up wherever
 * it stands, in the drawing, the tensors, the formula, the code and the text.
 */
import { createContext } from 'svelte';

export class Pointing {
	#at: { readonly figure: string; readonly part: string } | null = $state.raw(null);

	/** Whether the part of that figure is pointed at. */
	isAt(figure: string, part: string): boolean {
		return this.#at?.figure === figure && this.#at.part === part;
	}

	/** The part of that figure which is pointed at, or null. */
	partOf(figure: string): string | null {
		return this.#at?.figure === figure ? this.#at.part : null;
	}

	point(figure: string, part: string): void {
		this.#at = { figure, part };
	}

	leave = (): void => {
		this.#at = null;
	};
}

export const [usePointing, providePointing] = createContext<Pointing>();

/** The id that the lesson gave to the figure one stands in, a getter. */
export const [useFigureId, provideFigureId] = createContext<() => string>();
