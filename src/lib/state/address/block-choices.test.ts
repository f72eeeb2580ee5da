import { expect, it } from 'vitest';
import { blockFromUrl, blockToUrl } from './block-choices.ts';
import { defaultUrlState, readUrlState, writeUrlState } from './url-state.ts';

const fromQuery = (query: string) => blockFromUrl(readUrlState(query).state);

it.each([
	{ block: '8', width: 0.58, ghostWidth: 0.5, counted: 'deploy' as const },
	{ block: 'head', width: 3, ghostWidth: 0.1, counted: null },
	{ block: null, width: 1, ghostWidth: null, counted: 'folded' as const },
	{ block: null, width: null, ghostWidth: null, counted: null }
])('comes back from the address as it went in: %o', (choices) => {
	const query = writeUrlState({ ...defaultUrlState, ...blockToUrl(choices) });
	expect(fromQuery(query)).toEqual(choices);
	expect(readUrlState(query).ignored).toEqual([]);
});

it.each(['?block=17', '?block=0', '?widths=4', '?widths=0.05', '?widths=1-', '?counted=fused'])(
	'leaves out what does not fit: %s',
	(query) => {
		expect(readUrlState(query).ignored).toHaveLength(1);
		expect(fromQuery(query)).toEqual(fromQuery(''));
	}
);
