import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planReads } from './read-plan.ts';

test('small neighbours share a read, large tensors are cut', () => {
	const [a, b, c] = [
		{ begin: 0, end: 8 },
		{ begin: 8, end: 16 },
		{ begin: 16, end: 60 }
	] as const;
	expect(planReads([c, a, b], 16)).toEqual([
		{
			begin: 0,
			end: 16,
			pieces: [
				{ tensor: a, ...a },
				{ tensor: b, ...b }
			]
		},
		{ begin: 16, end: 32, pieces: [{ tensor: c, begin: 16, end: 32 }] },
		{ begin: 32, end: 48, pieces: [{ tensor: c, begin: 32, end: 48 }] },
		{ begin: 48, end: 60, pieces: [{ tensor: c, begin: 48, end: 60 }] }
	]);
});

test('every byte of every tensor is read once, in reads no longer than the limit', () => {
	const lengths = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 20 });
	fc.assert(
		fc.property(lengths, fc.integer({ min: 1, max: 12 }), (values, words) => {
			let end = 0;
			const tensors = values.map((length) => ({ begin: end, end: (end += 4 * length) }));
			const reads = planReads(tensors, 4 * words);
			const pieces = reads.flatMap((read) => read.pieces);
			expect(pieces.reduce((sum, piece) => sum + piece.end - piece.begin, 0)).toBe(end);
			pieces.forEach((piece, index) => {
				expect(piece.begin).toBe(pieces[index - 1]?.end ?? 0);
				expect(piece.begin).toBeGreaterThanOrEqual(piece.tensor.begin);
				expect(piece.end).toBeLessThanOrEqual(piece.tensor.end);
			});
			for (const read of reads) expect(read.end - read.begin).toBeLessThanOrEqual(4 * words);
		})
	);
});
