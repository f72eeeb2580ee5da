import { describe, expect, it } from 'vitest';
import { examples } from './examples.ts';
import { gridMove, MapBrowser } from './map-browser.svelte.ts';

const browse = (name: string) => new MapBrowser(() => examples[name]!);

describe('MapBrowser', () => {
	it('shows all maps of a small layer on one page', () => {
		const browser = browse('after ReLU');
		expect(browser.pages).toBe(1);
		expect(browser.shown).toHaveLength(20);
		expect(browser.colours.kind).toBe('unsigned');
	});

	it('shows many maps in pages and stays within them', () => {
		const browser = browse('many maps, in pages');
		browser.turnPage(-1);
		expect(browser.first).toBe(0);
		browser.turnPage(1);
		browser.turnPage(1);
		browser.turnPage(1);
		expect([browser.first, browser.shown.length]).toEqual([240, 60]);
	});

	it('is as it was left, with the chosen map on view', () => {
		const left = browse('many maps, in pages');
		left.order = 'energy';
		left.goTo(left.ordered[200]!.channel);
		const again = browse('many maps, in pages');
		again.restore(left.choice);
		expect(again.page).toBe(1);
		expect([again.shown, again.chosen]).toEqual([left.shown, left.chosen]);
		again.restore({ filter: 'alive', order: 'channel', channel: 9998 });
		expect(again.chosen.channel).toBe(again.highest!.channel);
		expect(again.choice.channel).toBe(9998);
	});

	it('does not take the map that stays under a moving picture for the reader’s choice', () => {
		const browser = browse('after ReLU');
		browser.stay();
		expect(browser.choice).toEqual({ filter: 'all', order: 'channel', channel: null });
		browser.choose(3);
		expect(browser.choice.channel).toBe(3);
	});

	it('gives maps of a signed layer own scales around zero', () => {
		const browser = browse('signed');
		for (const { channel } of browser.shown) {
			browser.choose(channel);
			const { kind, low, high } = browser.colours;
			expect(kind).toBe('signed');
			expect(low).toBe(-high);
		}
	});

	it('finds the chosen map in the order on view', () => {
		const browser = browse('after ReLU');
		browser.order = 'energy';
		const second = browser.shown[1]!;
		browser.choose(second.channel);
		expect(browser.chosen).toEqual(second);
		expect(browser.active).toBe(1);
	});

	it('shows what moves in the places of what rests', () => {
		const { maps, scale, live } = examples['a picture that moves']!;
		const browser = new MapBrowser(() => ({ maps, scale, live }));
		const resting = new MapBrowser(() => ({ maps, scale, live: null }));
		expect(browser.atlas).toBe(live!.atlas);
		expect(browser.values).toBe(live!.values);
		expect(browser.colours).toBe(live!.colours);
		expect(browser.extent).toBe(live!.extent);
		expect(browser.highest).toBe(live!.highest);
		expect(browser.view).toEqual(resting.view);
		expect(browser.view).toEqual({ channels: [0, 1, 2, 3], across: 4, scale, chosen: 0 });
	});

	it('stays with the map on view when another gets the highest value', () => {
		const maps = (...values: number[]) => ({
			...{ maps: { shape: [1, 3, 1, 1], data: Float32Array.from(values) } },
			...{ scale: 'shared' as const, live: null }
		});
		let current = maps(1, 3, 2);
		const [staying, following] = [1, 2].map(() => new MapBrowser(() => current));
		staying!.stay();
		current = maps(4, 3, 2);
		expect(staying!.chosen.channel).toBe(1);
		expect(following!.chosen.channel).toBe(0);
	});

	describe('with a layer of which some maps are silent', () => {
		const data = Float32Array.of(0, 0, 1, -1, 0, 0, -3, -3, 0, NaN);
		const open = () =>
			new MapBrowser(() => ({
				maps: { shape: [1, 5, 1, 2], data },
				scale: 'shared',
				live: null
			}));
		const channels = ({ shown }: MapBrowser) => shown.map(({ channel }) => channel);

		it('shows all, those with a value other than 0, or those without', () => {
			const browser = open();
			expect(channels(browser)).toEqual([0, 1, 2, 3, 4]);
			browser.filter = 'alive';
			expect(channels(browser)).toEqual([1, 3, 4]);
			browser.order = 'energy';
			expect(channels(browser)).toEqual([3, 1, 4]);
			browser.filter = 'silent';
			expect(channels(browser)).toEqual([0, 2]);
			expect(browser.view.channels).toEqual([0, 2]);
		});

		it('goes to a map by its number, and shows all where the filter hides it', () => {
			const browser = open();
			browser.filter = 'silent';
			browser.goTo(2);
			expect([browser.chosen.channel, browser.filter]).toEqual([2, 'silent']);
			browser.goTo(3);
			expect([browser.chosen.channel, browser.filter]).toEqual([3, 'all']);
			browser.goTo(5);
			expect(browser.chosen.channel).toBe(3);
		});
	});

	it('turns to the page of a map', () => {
		const browser = browse('many maps, in pages');
		browser.goTo(240);
		expect([browser.first, browser.active]).toEqual([240, 0]);
		browser.goTo(119);
		expect([browser.first, browser.active]).toEqual([0, 119]);
	});

	it('has an empty page where no map is silent', () => {
		const browser = browse('signed');
		browser.filter = 'silent';
		expect([browser.pages, browser.first, browser.shown.length]).toEqual([1, 0, 0]);
		expect(browser.statistics).toContainEqual(browser.chosen);
	});

	it('counts what is not finite', () => {
		expect(browse('values that are not finite').notFinite).toBe(2);
	});
});

describe('gridMove', () => {
	const move = (key: string, from: number, ctrlKey = false) =>
		gridMove({ key, ctrlKey }, from, 4, 10);

	it.each([
		['ArrowRight', 3, 4],
		['ArrowRight', 9, 9],
		['ArrowLeft', 0, 0],
		['ArrowDown', 5, 9],
		['ArrowDown', 7, 7],
		['ArrowUp', 2, 2],
		['ArrowUp', 9, 5],
		['Home', 6, 4],
		['End', 5, 7],
		['End', 8, 9]
	])('%s from %d leads to %d', (key, from, to) => expect(move(key, from)).toBe(to));

	it('goes to both ends with Control, and leaves other keys alone', () => {
		expect(move('Home', 6, true)).toBe(0);
		expect(move('End', 6, true)).toBe(9);
		expect(move('a', 6)).toBeNull();
	});
});
