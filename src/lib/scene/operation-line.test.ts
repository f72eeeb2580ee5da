import { describe, expect, it } from 'vitest';
import { createArchitecture, type Architecture } from '#lib/core/network/architecture.ts';
import type { Form } from '#lib/core/graph.ts';
import { groupLayers } from '#lib/core/network/blocks.ts';
import { layoutOperations } from './operation-line.ts';
import { outlineNetwork } from '../../../tests/support/outline.ts';

function operations(architecture: Architecture, form: Form, id: string): string[] {
	const block = groupLayers(outlineNetwork(architecture, form)).find((other) => other.id === id)!;
	return layoutOperations(block, architecture.branch).boxes.map(({ operation }) => operation);
}

const repghost = createArchitecture('repghostnet', { width: 0.5 });

describe('the line of a RepGhost bottleneck', () => {
	it('has its two branches and additions in training-time form (Fig. 3, 4)', () => {
		expect(operations(repghost, 'training-time', 'blocks.2.0').join(' ')).toBe(
			'conv relu dw bn add relu conv dw bn add add shortcut'
		);
	});

	it('has neither BN nor inner additions once folded', () => {
		expect(operations(repghost, 'folded', 'blocks.2.0').join(' ')).toBe(
			'conv relu dw relu conv dw add shortcut'
		);
	});

	it('shows halving, squeeze-excite and the convolutions of the shortcut', () => {
		expect(operations(repghost, 'folded', 'blocks.3.0').join(' ')).toBe(
			'conv relu dw relu dw se conv dw add dw conv'
		);
	});

	it('draws plain identities and variants without shortcut', () => {
		const both = { ...repghost, branch: 'both' as const };
		expect(operations(both, 'training-time', 'blocks.2.0').join(' ')).toBe(
			'conv relu dw bn shortcut add add relu conv dw bn shortcut add add add shortcut'
		);
		const without = { ...repghost, identityShortcuts: false };
		expect(operations(without, 'folded', 'blocks.2.0').join(' ')).toBe('conv relu dw relu conv dw');
	});
});

it('ends Ghost modules in a concatenation, with the primary maps passing underneath', () => {
	const ghost = createArchitecture('ghostnet');
	expect(operations(ghost, 'folded', 'blocks.0.0').join(' ')).toBe(
		'conv relu dw relu cat conv dw cat add shortcut'
	);
});

it('names every layer of a block at most once, and only real ones', () => {
	for (const form of ['training-time', 'folded'] as const) {
		for (const block of groupLayers(outlineNetwork(repghost, form))) {
			const drawn = layoutOperations(block, 'bn').boxes.flatMap(({ layer }) => layer ?? []);
			expect(new Set(drawn).size).toBe(drawn.length);
			const names = block.layers.map(({ name }) => name);
			for (const name of drawn) expect(names).toContain(name);
			expect(drawn).toContain(block.output.name);
		}
	}
});

it.each([0, 58])('keeps boxes apart and inside the drawing, with pictures of %d', (side) => {
	for (const block of groupLayers(outlineNetwork(repghost, 'training-time'))) {
		const { boxes, width, height } = layoutOperations(block, 'bn', side);
		boxes.forEach((box, index) => {
			expect(box.x + box.width).toBeLessThan(width);
			const bottom = (box: (typeof boxes)[number]) =>
				box.y + box.height + (box.picture ? side + 4 : 0);
			expect(bottom(box)).toBeLessThan(height);
			expect(box.picture !== null).toBe(side > 0 && box.layer !== null);
			for (const other of boxes.slice(index + 1)) {
				const [upper, lower] = box.y < other.y ? [box, other] : [other, box];
				const apart = Math.abs(box.x - other.x) >= box.width || bottom(upper) < lower.y;
				expect(apart).toBe(true);
			}
		});
	}
});
