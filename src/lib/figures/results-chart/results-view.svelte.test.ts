import { expect, test, vi } from 'vitest';
import { ResultsView } from './results-view.svelte.ts';

test('opens at the first pinned network', () => {
	const view = new ResultsView({ pinned: ['repghostnet-0.58x', 'ghostnet-0.5x'] });
	expect(view.chosen?.id).toBe('repghostnet-0.58x');
	expect(view.pinned.map(({ label }) => label)).toEqual(['RepGhostNet 0.58x', 'GhostNet 0.5x']);
});

test('walks from left to right, and stays at the ends', () => {
	const view = new ResultsView({});
	expect(view.chosen?.id).toBe('repghostnet-0.5x');
	view.lookAt(1e6);
	expect(view.chosen?.id).toBe('mobileone-s1');
});

test('a hidden family is neither drawn nor walked through', () => {
	const view = new ResultsView({});
	view.toggleFamily('RepGhostNet');
	expect(view.shown.some(({ family }) => family === 'RepGhostNet')).toBe(false);
	view.toggleFamily('RepGhostNet');
	expect(view.shown.some(({ family }) => family === 'RepGhostNet')).toBe(true);
});

test('coming nearer keeps the chosen network, and going back shows all', () => {
	const view = new ResultsView({ pinned: ['ghostnet-0.5x'] });
	const all = view.shown.length;
	view.zoom('in');
	expect(view.shown.length).toBeLessThan(all);
	expect(view.chosen?.id).toBe('ghostnet-0.5x');
	view.showAll();
	expect(view.shown).toHaveLength(all);
	expect(view.chosen?.id).toBe('ghostnet-0.5x');
	view.zoom('in');
	view.zoom('out');
	expect(view.choice.part).toBeNull();
});

test('a fifth pin takes the place of the first', () => {
	const tell = vi.fn();
	const view = new ResultsView({ chart: 'iphone' }, tell);
	for (const point of view.all.slice(0, 5)) view.togglePin(point);
	expect(view.choice.pinned).toEqual(view.all.slice(1, 5).map(({ id }) => id));
	view.togglePin(view.all[1]!);
	expect(view.choice.pinned).toHaveLength(3);
	expect(tell).toHaveBeenCalledTimes(6);
});

test('the nearest network to a place is chosen', () => {
	const view = new ResultsView({});
	const ghost = view.all.find(({ id }) => id === 'ghostnet-1.0x')!;
	view.lookNear(view.placeOf(ghost), 2);
	expect(view.chosen?.id).toBe('ghostnet-1.0x');
});
