import { describe, expect, it } from 'vitest';
import { CHARTS, chartPoints } from '#lib/paper/charts.ts';
import { defaultUrlState, readUrlState, writeUrlState } from '#lib/state/address/url-state.ts';
import { choiceFromAddress, choiceToAddress } from './results-address.ts';
import type { ResultsChoice } from './results-view.svelte.ts';

const usual: ResultsChoice = {
	...{ chart: 'latency', hidden: [], part: null, asTable: false },
	pinned: ['repghostnet-0.58x', 'ghostnet-0.5x']
};

const searchOf = (choice: ResultsChoice) =>
	writeUrlState({ ...defaultUrlState, ...choiceToAddress(choice, usual) });

function read(search: string) {
	const { state, ignored } = readUrlState(search);
	const asked = choiceFromAddress(state, usual);
	return { choice: asked.choice, ignored: [...ignored, ...asked.ignored] };
}

describe('the choice of results', () => {
	it('leaves the address empty as long as it is the usual one', () => {
		expect(searchOf(usual)).toBe('');
	});

	it.each<Partial<ResultsChoice>>([
		{ chart: 'iphone', asTable: true },
		{ pinned: [] },
		{ pinned: ['ghostnet-0.5x', 'repghostnet-0.58x'] },
		{ chart: 'macs', hidden: ['FE-Net', 'MobileNetV2'], pinned: ['ghostnet-1.3x'] },
		{ part: { x: [12.5, 80.25], y: [66.125, 72] } }
	])('comes back from an address: %o', (changes) => {
		const choice = { ...usual, ...changes };
		expect(read(searchOf(choice))).toEqual({ choice, ignored: [] });
	});

	it.each(CHARTS)('can pin any network of %s, and hide every family', (chart) => {
		const points = chartPoints(chart);
		const hidden = [...new Set(points.map(({ family }) => family))];
		for (const { id } of points) {
			const choice = { ...usual, chart, hidden, pinned: [id] };
			expect(read(searchOf(choice))).toEqual({ choice, ignored: [] });
		}
	});

	it.each([
		['?chart=speed', 'chart'],
		['?hidden=GhostNet_ResNet', 'hidden'],
		['?pinned=ghostnet-0.4x', 'pinned'],
		['?part=80_20_66_72', 'part'],
		['?part=1.2.3_20_66_72', 'part']
	])('leaves out what is not there: %s', (search, name) => {
		expect(read(search)).toEqual({ choice: usual, ignored: [name] });
	});
});
