/** The move into a part of the map and back out of it. */
import type { TransitionConfig } from 'svelte/transition';
import { cubicOut } from 'svelte/easing';

interface ZoomOptions {
	readonly direction: 'in' | 'out' | null;
	/** The reader wants nothing to move. */
	readonly still: boolean;
	/** As `--m-step` of the style sheets unless given. */
	readonly milliseconds?: number;
}

const MILLISECONDS = 420;

/** What comes grows out of the place that was chosen, or shrinks back into the whole. */
export function zoom(
	_: Element,
	{ direction, still, milliseconds = MILLISECONDS }: ZoomOptions
): TransitionConfig {
	const start = direction === 'in' ? 0.86 : 1.1;
	return {
		duration: still || direction === null ? 0 : milliseconds,
		easing: cubicOut,
		css: (share, rest) => `opacity: ${share}; transform: scale(${1 + (start - 1) * rest})`
	};
}
