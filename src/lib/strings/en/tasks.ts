/** What is said of the names in functions that readers write, by task; the signature comes first. */
export const tasks = {
	'fuse-batch-norm': {
		names: {
			kernel: 'kernel[c][tap]: nine taps for each channel.',
			bias: 'bias[c]: one number for each channel.',
			bn: 'bn: what batch norm has stored, a list for each of its numbers.'
		},
		members: {
			bn: {
				gamma: 'gamma[c]: multiplies.',
				beta: 'beta[c]: is added in the end.',
				mean: 'mean[c]: is taken off first.',
				variance: 'variance[c]: the spread, squared.',
				eps: 'eps: one number for all channels. Keeps a division by zero away.'
			},
			Math: {
				sqrt: 'Math.sqrt(x): the square root.',
				abs: 'Math.abs(x): the value without its sign.'
			}
		}
	},
	/** What every list has. */
	lists: {
		map: 'map((value, index) => …): a new list, made value by value.',
		length: 'length: how many values there are.',
		reduce: 'reduce((sum, value) => …, 0): all values taken together.'
	}
} as const;
