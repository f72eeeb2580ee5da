import { describe, expect, it } from 'vitest';
import { PUBLISHED_WIDTHS, type Family } from '#lib/core/network/architecture.ts';
import { blockPairs, countBlock } from '#lib/core/network/block-pair.ts';
import type { Form } from '#lib/core/graph.ts';
import { countNetwork } from './network-cost.ts';
import { readFixtureJson } from '../../../../tests/support/fixtures.ts';

interface FormFacts {
	readonly all_params: number;
	readonly macs: number;
}
const facts =
	readFixtureJson<Record<Family, Record<string, Record<string, FormFacts>>>>('facts.json');
const cases = (['repghostnet', 'ghostnet'] as const).flatMap((family) =>
	PUBLISHED_WIDTHS[family].map((width) => ({ family, width }))
);
const forms: readonly Form[] = ['training-time', 'deploy', 'folded'];

describe.each(cases)('$family $width', ({ family, width }) => {
	const known = facts[family][width.toFixed((width * 10) % 1 ? 2 : 1)]!;

	it('costs in each form what was counted in PyTorch', () => {
		for (const form of forms) {
			const { parameters, macs } = countNetwork(family, width, form);
			const names = { 'training-time': ['train', 'eval'], deploy: ['deploy'], folded: ['folded'] };
			const found = names[form].map((name) => known[name]).find(Boolean);
			if (found) {
				expect({ parameters, macs }).toEqual({ parameters: found.all_params, macs: found.macs });
			} else expect([family, form]).toEqual(['ghostnet', 'deploy']);
		}
	});

	it('is stem, sixteen blocks and tail', () => {
		const { blocks, ...total } = countNetwork(family, width, 'folded');
		expect(blocks.map(({ id }) => id)).toEqual([
			'stem',
			...Array.from({ length: 16 }, (_, index) => `${index + 1}`),
			'last',
			'head'
		]);
		for (const key of ['parameters', 'macs', 'activationBytes', 'joinBytes'] as const) {
			expect(blocks.reduce((sum, block) => sum + block[key], 0)).toBe(total[key]);
		}
	});
});

it('has in each block what the block has on its own, at any width', () => {
	for (const width of [0.1, 0.37, 0.93, 2.71]) {
		const pairs = blockPairs(width);
		for (const [family, form] of [
			['ghostnet', 'training-time'],
			['repghostnet', 'training-time'],
			['repghostnet', 'folded']
		] as const) {
			const { blocks } = countNetwork(family, width, form);
			for (const pair of pairs) {
				const { joinBytes, ...block } = blocks[pair.number]!;
				const pairForm = family === 'ghostnet' ? 'ghost' : form;
				expect(block).toEqual({ id: `${pair.number}`, ...countBlock(pair, pairForm).total });
				expect(joinBytes > 0).toBe(form === 'training-time');
			}
		}
	}
});

it('loses its joins when it is folded, and only RepGhostNet does', () => {
	expect(countNetwork('repghostnet', 1, 'deploy').joinBytes).toBe(0);
	expect(countNetwork('ghostnet', 1, 'folded').joinBytes).toBe(22_027_264);
});
