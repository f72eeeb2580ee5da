import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { cut, type Recording } from '../../../../tests/support/lab-recording.ts';
import { LabHistory } from './lab-history.svelte.ts';
import { Store, type Backing } from '#lib/state/shell/storage.ts';

const file = new URL('../../../../tests/fixtures/lab/different-bottlenecks.json', import.meta.url);
const recording = JSON.parse(readFileSync(file, 'utf8')) as Recording;
const measurement = (id: string, rounds = 40) => ({ ...cut(recording, 0, rounds), id });

let values: Map<string, string>;
let store: Store;

beforeEach(() => {
	values = new Map();
	const backing: Backing = {
		getItem: (key) => values.get(key) ?? null,
		setItem: (key, value) => void values.set(key, value),
		removeItem: (key) => void values.delete(key),
		key: (index) => [...values.keys()][index] ?? null,
		get length() {
			return values.size;
		}
	};
	store = new Store(() => backing);
});

function reopened(): LabHistory {
	const history = new LabHistory(store);
	history.reload();
	return history;
}

describe('the history', () => {
	it('comes back as it was, the newest first, with every round and its order', () => {
		const history = new LabHistory(store);
		history.add(measurement('a'));
		history.add(measurement('b'));
		expect(reopened().list).toEqual([measurement('b'), measurement('a')]);
		expect(history.kept).toBe(true);
	});

	it('forgets one, or all', () => {
		const history = new LabHistory(store);
		for (const id of ['a', 'b', 'c']) history.add(measurement(id));
		history.remove('b');
		expect(reopened().list.map(({ id }) => id)).toEqual(['c', 'a']);
		history.clear();
		expect(reopened().list).toEqual([]);
	});

	it('lets the oldest go before it grows too long to be read back', () => {
		const history = new LabHistory(store);
		for (let number = 0; number < 30; number++) history.add(measurement(String(number), 160));
		const kept = reopened().list;
		expect(kept.length).toBeGreaterThanOrEqual(5);
		expect(kept.length).toBeLessThanOrEqual(24);
		expect(kept[0]!.id).toBe('29');
		expect(kept).toEqual(history.list);
		expect([...values.values()].join('').length).toBeLessThan(100_000);
	});

	it('reads nothing of what does not fit', () => {
		values.set(
			'repghost-notebook:measurements',
			JSON.stringify({ version: 1, value: [{ id: 3 }] })
		);
		expect(reopened().list).toEqual([]);
	});
});
