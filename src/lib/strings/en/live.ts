/** Words of every figure that computes while the reader watches. */
export const live = {
	computed: (backend: string) => `Computed by TensorFlow.js (${backend}) on this computer.`,
	still: 'Computed when this page was built; live as soon as the engine is here.',
	stillAgain: 'Shown instead: the same, worked out without the engine.',
	difference: 'largest difference',
	differenceName: 'Largest difference',
	tolerance: (tolerance: string, backend: string) => `(tolerance ${tolerance}, ${backend})`,
	equal: 'equal',
	notEqual: 'not equal',
	undo: 'Undo',
	redo: 'Redo',
	reset: 'Reset'
} as const;
