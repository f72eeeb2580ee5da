import { describe, expect, it } from 'vitest';
import { CodeEdits, versionOf } from './code-edits.svelte.ts';
import { Store, type Backing } from './storage.ts';

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

	it('never fill the storage so far that it cannot be read again', () => {
		const backing = storage();
		for (let cell = 0; cell < 30; cell++) {
			open(backing).set(`cell-${cell}`, { version: 'a1', code: '"'.repeat(2400) });
		}
		expect(open(backing).of('cell-29')?.code).toHaveLength(2400);
		expect(open(backing).of('cell-0')).toBeNull();
		const edits = open(backing);
		edits.set('long', { version: 'a1', code: 'a'.repeat(4001) });
		expect(edits.kept).toBe(false);
		edits.set('other', { version: 'a1', code: 'b' });
		expect(edits.of('long')?.code).toHaveLength(4001);
		expect(open(backing).of('long')).toBeNull();
		expect(open(backing).of('cell-29')).not.toBeNull();
	});

	it('know no snippet by the name of what every object has', () => {
		expect(open(storage()).of('constructor')).toBeNull();
	});

	it('tell two texts apart by their versions', () => {
		expect(versionOf('a')).toBe('e40c292c');
		expect(versionOf('const a = 1;')).not.toBe(versionOf('const a = 2;'));
	});
});
