import { describe, expect, it } from 'vitest';
import { NetworkMapState } from './network-map.svelte.ts';
import { blockFaces, measureOf, MEASURES, SECTIONS, sectionOf } from './network-map.ts';

const open = () => new NetworkMapState(() => ({ width: 1, ghostWidth: 1, form: 'folded' }));

describe('sections', () => {
	it('are stem, five stages and tail, and hold every block once', () => {
		expect(SECTIONS.map(({ id, blocks }) => [id, blocks.length])).toEqual([
			...[['stem', 1] as const, ['1', 1] as const, ['2', 2] as const, ['3', 2] as const],
			...[['4', 6] as const, ['5', 5] as const, ['tail', 2] as const]
		]);
		const ids = blockFaces(0.5).map(({ id }) => id);
		expect(SECTIONS.flatMap(({ blocks }) => blocks)).toEqual(ids);
		expect(sectionOf('head').id).toBe('tail');
		expect(sectionOf('11').id).toBe('4');
	});

	it('hand on as many maps as the next takes in', () => {
		for (const width of [0.1, 0.58, 1, 2.9]) {
			const faces = blockFaces(width);
			faces.slice(1).forEach(({ inChannels }, index) => {
				expect(inChannels).toBe(faces[index]!.outChannels);
			});
		}
		expect(blockFaces(1).map(({ side }) => side)).toEqual([
			...[112, 112, 56, 56, 28, 28, 14, 14, 14, 14, 14, 14, 7, 7, 7, 7, 7, 7, 1]
		]);
	});
});

describe('going through the network', () => {
	it('zooms into a section, into a block, and back, and remembers where from', () => {
		const map = open();
		map.openSection(sectionOf('8'));
		expect(map.place).toMatchObject({ kind: 'section', section: { id: '4' } });
		map.openBlock('8');
		expect(map.place).toMatchObject({ kind: 'block', block: '8' });
		expect(map.marked).toBe('8');
		map.out();
		expect(map.place).toMatchObject({ kind: 'section' });
		expect(map.cameFrom).toBe('8');
		map.out();
		expect(map.place.kind).toBe('network');
		expect(map.cameFrom).toBe('4');
		expect(map.out()).toBe(false);
		expect(map.place.kind).toBe('network');
	});

	it('goes straight through a section of one block, both ways', () => {
		const map = open();
		map.openSection(sectionOf('1'));
		expect(map.place).toMatchObject({ kind: 'block', block: '1' });
		map.out();
		expect(map.place.kind).toBe('network');
	});
});

describe('costs', () => {
	it('follow widths and form, each network its own', () => {
		const map = open();
		expect(map.repghost().parameters).toBe(4_051_648);
		expect(map.ghost().parameters).toBe(5_171_524);
		map.setForm('deploy');
		expect(map.repghost().parameters).toBe(4_058_772);
		expect(map.ghost().parameters).toBe(5_182_508);
		map.setWidth(0.58);
		expect(map.repghost().macs).toBe(59_804_016);
		expect(map.ghost().macs).toBe(141_150_512);
		map.setGhostWidth(0.5);
		expect(map.ghost().macs).toBe(42_328_152);
	});

	it('add up over the blocks by every measure', () => {
		const cost = open().ghost();
		for (const measure of MEASURES) {
			const sum = cost.blocks.reduce((total, block) => total + measureOf(block, measure), 0);
			expect(sum).toBe(measureOf(cost, measure));
			expect(sum).toBeGreaterThan(0);
		}
		expect(measureOf(cost, 'joins')).toBe(22_027_264);
		expect(measureOf(cost, 'bytes')).toBe(cost.activationBytes + cost.weightBytes);
	});
});
