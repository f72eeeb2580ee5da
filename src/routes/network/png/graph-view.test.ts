import { describe, expect, it } from 'vitest';
import { examples } from '#lib/figures/graph-difference/examples.ts';
import { en } from '#lib/strings/en.ts';
import { faultsOf, sheetOf, textsOf } from '../../../../tests/support/sheets.ts';
import { graphView } from './graph-view.ts';

const view = (name: string) => graphView(examples[name]!, en);
const texts = (name: string) => textsOf(sheetOf(view(name)));
const tables = (name: string) =>
	view(name).bodies.flatMap((body) => (body.kind === 'compared' ? [body] : []));

describe('two networks operation by operation as a sheet', () => {
	it.each(Object.keys(examples))('stand apart, with their counts and the key: %s', (name) => {
		expect(faultsOf(sheetOf(view(name)))).toEqual([]);
		expect(texts(name)).toEqual(
			expect.arrayContaining(['Operation', 'In A', 'In B', 'Only in B', en.compare.graph.legend])
		);
	});

	it('have the sentences and the counts of the page', () => {
		const written = texts('training-time against folded');
		const all = written.join(' ');
		expect(all).toContain('320 operations in A, 176 in B. Only in A: 112 batch norms and 32 sums.');
		// In A, in B, the same, changed, only in A, only in B.
		const at = written.indexOf('batch norms');
		expect(written.slice(at, at + 7)).toEqual(['batch norms', '112', '0', '0', '0', '112', '0']);
	});

	it('have A at the left and B at the right, with a sign between and what has changed', () => {
		const block = tables('training-time against folded')[1]!;
		const [conv, norm] = block.rows;
		expect(conv).toMatchObject({
			a: { operation: 'conv', label: '1×1 conv', shape: '4 × 112 × 112' },
			b: { operation: 'conv', name: 'ghost1.primary_conv.0' },
			...{ sign: '≠', isSame: false }
		});
		expect(conv!.changes).toContain('gains a bias');
		expect(norm).toMatchObject({ a: { label: 'BN' }, b: null, sign: '−', changes: '' });
		expect(block.rows.some(({ sign, isSame }) => sign === '=' && isSame)).toBe(true);
		const other = tables('RepGhost against Ghost').flatMap(({ rows }) => rows);
		expect(other.find(({ sign }) => sign === '+')).toMatchObject({ a: null });
	});

	it('have each operation in its own column, an empty frame where there is none', () => {
		const { marks } = sheetOf(view('training-time against folded'));
		const places = (text: string) =>
			marks.flatMap((mark) => (mark.kind === 'text' && mark.text === text ? [mark.x] : []));
		const [a, b] = [places('A')[0]!, places('B')[0]!];
		expect(a).toBeLessThan(b);
		// All batch norms are in A.
		for (const norm of places('BN')) expect(norm).toBeLessThan(b);
		for (const minus of places('−')) {
			expect(minus).toBeGreaterThan(a);
			expect(minus).toBeLessThan(b);
		}
		const inB = marks.flatMap((mark) =>
			mark.kind === 'fill' && mark.box.left === b && mark.ink.endsWith(' fill') ? [mark.ink] : []
		);
		expect(inB).toContain('conv fill');
		expect(inB).not.toContain('bn fill');
	});

	it('name blocks that are the same, and draw none of them', () => {
		expect(tables('one network twice')).toEqual([]);
		expect(texts('one network twice').join(' ')).toContain(
			'parts the same, operation by operation: blocks 1, 2'
		);
	});
});
