declare module '*.weights' {
	import type { StateDict } from '#lib/core/tensor.ts';

	/** A part of a shipped network, read at build time (`src/cli/still-weights.ts`). */
	const state: StateDict;
	export default state;
}
