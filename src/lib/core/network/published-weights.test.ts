import { expect, test } from 'vitest';
import { PUBLISHED_WEIGHTS } from './published-weights.ts';

test('the names are timm’s', () => {
	expect(PUBLISHED_WEIGHTS.map(({ slug }) => slug)).toEqual([
		'repghostnet_050.in1k',
		'repghostnet_058.in1k',
		'repghostnet_080.in1k',
		'repghostnet_100.in1k',
		'repghostnet_111.in1k',
		'repghostnet_130.in1k',
		'repghostnet_150.in1k',
		'repghostnet_200.in1k',
		'ghostnet_100.in1k'
	]);
});
