import { uniformStream } from '#lib/core/network/random-weights.ts';
import type { Props } from './props.ts';

/** Made-up times around a median: a little noise, now and then a long one. */
function times(key: string, median: number, count: number): number[] {
	const next = uniformStream(key, 1);
	return Array.from({ length: count }, () => {
		const late = next() > 0.9 ? 1 + next() ** 2 : 1;
		return Number((median * late * (1 + 0.06 * next())).toPrecision(4));
	});
}

export const examples: Readonly<Record<string, Props>> = {
	'made-up times': {
		rows: [
			{ name: 'Concat to 16 channels', note: '1.61 MB moved', times: times('a', 0.39, 40) },
			{ name: 'Add to 16 channels', note: '2.41 MB moved', times: times('b', 0.31, 40) },
			{ name: 'Nothing', note: 'no bytes moved', times: times('c', 0.0004, 40) }
		],
		rounds: 40
	},
	'half-way': {
		rows: [
			{ name: 'RepGhost, folded', note: '', times: times('d', 5.1, 17) },
			{ name: 'Ghost, folded', note: '', times: times('e', 6.2, 17) }
		],
		rounds: 40
	},
	'no times yet': {
		rows: [
			{ name: 'RepGhost, folded', note: '42.9 M MACs', times: [] },
			{ name: 'Ghost, folded', note: '42.1 M MACs', times: [] }
		],
		rounds: 40
	}
};
