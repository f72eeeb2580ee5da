import { describe, expect, it } from 'vitest';
import { CodeEdits, versionOf } from './code-edits.svelte.ts';
import { Store, type Backing } from '#lib/state/shell/storage.ts';

function storage(): Backing {
	const values = new Map<string, string>();
	return {
		get length() {
			return values.size;
		},
		key: (index) => [...values.keys()][index] ?? null,
		getItem: (name) => values.get(name) ?? null,
		setItem: (name, value) => void values.set(name, value),
		removeItem: (name) => void values.delete(name)
	};
}

function open(backing: Backing | null): CodeEdits {
	const edits = new CodeEdits(new Store(() => backing));
	edits.reload();
	return edits;
}

describe('edits of code', () => {
	it('outlive the page, with the version they were made from', () => {
		const backing = storage();
		open(backing).set('border', { version: 'a1', code: 'x' });
		expect(open(backing).of('border')).toEqual({ version: 'a1', code: 'x' });
		open(backing).set('border', null);
		expect(open(backing).of('border')).toBeNull();
	});

	it('live on the page where nothing can be stored, and say so', () => {
		const edits = open(null);
		edits.set('border', { version: 'a1', code: 'x' });
		expect(edits.of('border')?.code).toBe('x');
		expect(edits.kept).toBe(false);
	});

	it('that are too long stay on the page, say so, and cost no other', () => {
		const backing = storage();
		const edits = open(backing);
		edits.set('short', { version: 'a1', code: 'x' });
		edits.set('long', { version: 'a1', code: 'a'.repeat(4001) });
		expect(edits.kept).toBe(false);
		edits.set('other', { version: 'a1', code: 'b' });
		expect(edits.kept).toBe(true);
		expect(edits.of('long')?.code).toHaveLength(4001);
		expect(edits.all).not.toHaveProperty('long');
		expect(open(backing).all).toEqual(edits.all);
	});

	it('of more cells than there is room for are not kept, and none before them is lost', () => {
		const backing = storage();
		const edits = open(backing);
		const code = '"'.repeat(2400);
		for (let cell = 0; cell < 30; cell++) edits.set(`cell-${cell}`, { version: 'a1', code });
		expect(edits.kept).toBe(false);
		expect(edits.of('cell-29')?.code).toBe(code);
		expect(open(backing).of('cell-0')?.code).toBe(code);
		expect(open(backing).of('cell-29')).toBeNull();
		edits.set('cell-0', null);
		for (let cell = 1; cell < 20; cell++) edits.set(`cell-${cell}`, null);
		expect(edits.kept).toBe(true);
		expect(open(backing).of('cell-29')?.code).toBe(code);
	});

	it('are gone from the page, too, when everything is cleared', () => {
		const store = new Store(storage);
		const edits = new CodeEdits(store);
		edits.set('border', { version: 'a1', code: 'x' });
		edits.set('long', { version: 'a1', code: 'a'.repeat(4001) });
		store.clear();
		expect([edits.of('border'), edits.of('long')]).toEqual([null, null]);
	});

	it('know no snippet by the name of what every object has', () => {
		expect(open(storage()).of('constructor')).toBeNull();
	});

	it('tell two texts apart by their versions', () => {
		expect(versionOf('a')).toBe('e40c292c');
		expect(versionOf('const a = 1;')).not.toBe(versionOf('const a = 2;'));
	});
});
