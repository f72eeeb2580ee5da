import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Store, type Backing } from './storage.ts';

const schema = v.object({ step: v.pipe(v.number(), v.integer()) });
const fallback = { step: 0 };
const key = 'repghost-notebook:place';

/** Storage as a browser has it; `full` makes every later write fail. */
class FakeStorage implements Backing {
	readonly values = new Map<string, string>();
	full = false;

	get length(): number {
		return this.values.size;
	}

	key = (index: number): string | null => [...this.values.keys()][index] ?? null;
	getItem = (name: string): string | null => this.values.get(name) ?? null;
	removeItem = (name: string): void => void this.values.delete(name);
	setItem = (name: string, value: string): void => {
		if (this.full) throw new DOMException('full', 'QuotaExceededError');
		this.values.set(name, value);
	};
}

function blocked(): never {
	throw new DOMException('blocked', 'SecurityError');
}

describe('a store', () => {
	it('keeps a value over a reload, with its version', () => {
		const backing = new FakeStorage();
		expect(new Store(() => backing).slot('place', 1, schema, fallback).write({ step: 3 })).toBe(
			true
		);
		expect(backing.values.get(key)).toBe('{"version":1,"value":{"step":3}}');
		const store = new Store(() => backing);
		expect(store.slot('place', 1, schema, fallback).read()).toEqual({ step: 3 });
		expect(store.slot('place', 2, schema, fallback).read()).toEqual(fallback);
	});

	it.each([
		'',
		'null',
		'{"version":1,"value":{"st',
		'{"version":1,"value":{"step":"3"}}',
		'{"version":"1","value":{"step":3}}',
		'{"value":{"step":3}}',
		'[]',
		'x'.repeat(100_001)
	])('reads the fallback from damaged text %#', (text) => {
		const backing = new FakeStorage();
		backing.values.set(key, text);
		expect(new Store(() => backing).slot('place', 1, schema, fallback).read()).toEqual(fallback);
	});

	it('takes known fields only, into a fresh object', () => {
		const backing = new FakeStorage();
		backing.values.set(key, '{"version":1,"value":{"step":3,"__proto__":{"x":1},"y":2}}');
		const value = new Store(() => backing).slot('place', 1, schema, fallback).read();
		expect(Object.keys(value)).toEqual(['step']);
		expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
	});

	it.each([
		['throws', blocked],
		['is missing', () => null],
		[
			'takes nothing, as in a private window',
			() => Object.assign(new FakeStorage(), { full: true })
		]
	])('works from memory when storage %s', (_, open) => {
		const store = new Store(open);
		const slot = store.slot('place', 1, schema, fallback);
		expect(store.kept).toBe(false);
		expect(slot.write({ step: 5 })).toBe(false);
		expect(slot.read()).toEqual({ step: 5 });
		store.clear();
		expect(slot.read()).toEqual(fallback);
	});

	it('reads the newer value after storage became full', () => {
		const backing = new FakeStorage();
		const slot = new Store(() => backing).slot('place', 1, schema, fallback);
		slot.write({ step: 1 });
		backing.full = true;
		expect(slot.write({ step: 2 })).toBe(false);
		expect(slot.read()).toEqual({ step: 2 });
		backing.full = false;
		expect(slot.write({ step: 3 })).toBe(true);
		expect(slot.read()).toEqual({ step: 3 });
	});

	it('works on when storage is blocked after it was opened', () => {
		const backing = new FakeStorage();
		const store = new Store(() => backing);
		const slot = store.slot('place', 1, schema, fallback);
		slot.write({ step: 1 });
		Object.assign(backing, { getItem: blocked, setItem: blocked, removeItem: blocked });
		expect(slot.read()).toEqual(fallback);
		expect(slot.write({ step: 2 })).toBe(false);
		expect(slot.read()).toEqual({ step: 2 });
		store.clear();
		expect(slot.read()).toEqual(fallback);
	});

	it('stores nothing that it would not read back, and says so', () => {
		const backing = new FakeStorage();
		const slot = new Store(() => backing).slot('place', 1, v.string(), '');
		expect(slot.write('short')).toBe(true);
		const long = 'x'.repeat(100_000);
		expect(slot.write(long)).toBe(false);
		expect(slot.read()).toBe(long);
		expect(new Store(() => backing).slot('place', 1, v.string(), '').read()).toBe('short');
	});

	it('clears its own values and no others', () => {
		const backing = new FakeStorage();
		backing.values.set('other-site', 'kept');
		const store = new Store(() => backing);
		store.slot('place', 1, schema, fallback).write({ step: 1 });
		store.slot('second', 1, schema, fallback).write({ step: 1 });
		store.clear();
		expect([...backing.values.keys()]).toEqual(['other-site']);
	});

	it('tells whoever listens that everything was forgotten', () => {
		const store = new Store(() => new FakeStorage());
		let times = 0;
		const end = store.onClear(() => void (times += 1));
		store.clear();
		end();
		store.clear();
		expect(times).toBe(1);
	});
});
