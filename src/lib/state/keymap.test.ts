import { describe, expect, it, vi } from 'vitest';
import { en } from '#lib/strings/en.ts';
import { findCommand, Keyboard, keymap, type KeyPress } from './keymap.ts';

function press(key: string, more: Partial<KeyPress> = {}): KeyPress & { preventDefault(): void } {
	return {
		key,
		altKey: false,
		ctrlKey: false,
		metaKey: false,
		shiftKey: false,
		isComposing: false,
		defaultPrevented: false,
		target: null,
		getModifierState: () => false,
		preventDefault: vi.fn(),
		...more
	};
}

/** A target inside an element that `selector` would find. */
function inside(found: boolean): EventTarget {
	return Object.assign(new EventTarget(), { closest: () => (found ? {} : null) });
}

describe('the keymap', () => {
	it('has a label for every command and no label without one', () => {
		expect(Object.keys(en.keys.commands).sort()).toEqual(keymap.map(({ id }) => id).sort());
	});

	it('gives no key twice', () => {
		const keys = keymap.map((command) => JSON.stringify({ ...command, id: '', scope: '' }));
		expect(new Set(keys).size).toBe(keys.length);
	});
});

describe('a key press', () => {
	it.each([
		['?', { shiftKey: true }, 'openHelp'],
		[',', {}, 'openSettings'],
		['f', {}, 'toggleForm'],
		[']', {}, 'nextLayer'],
		['[', { ctrlKey: true, altKey: true, getModifierState: () => true }, 'previousLayer'],
		['z', { ctrlKey: true }, 'undo'],
		['z', { metaKey: true }, 'undo'],
		['Z', { ctrlKey: true, shiftKey: true }, 'redo']
	])('%s with %o is a command', (key, more, id) => {
		expect(findCommand(press(key, more), true)?.id).toBe(id);
	});

	it.each([
		['f', { ctrlKey: true }],
		['f', { altKey: true }],
		['f', { metaKey: true }],
		['f', { isComposing: true }],
		['f', { defaultPrevented: true }],
		['f', { target: inside(true) }],
		['z', {}],
		['z', { ctrlKey: true, altKey: true }],
		['q', {}],
		['F', { shiftKey: true }]
	])('%s with %o is none', (key, more) => {
		expect(findCommand(press(key, more), true)).toBeNull();
	});

	it('on a part of the page that takes no characters is a command', () => {
		expect(findCommand(press('f', { target: inside(false) }), true)?.id).toBe('toggleForm');
	});

	it('of a single key is none when the reader turned them off', () => {
		expect(findCommand(press('?', { shiftKey: true }), false)).toBeNull();
		expect(findCommand(press('z', { ctrlKey: true }), false)?.id).toBe('undo');
	});
});

describe('handlers', () => {
	it('run, and keep the browser’s own action back', () => {
		const keyboard = new Keyboard();
		const handler = vi.fn();
		keyboard.register('toggleForm', handler);
		const event = press('f');
		keyboard.press(event, true);
		expect(handler).toHaveBeenCalledOnce();
		expect(event.preventDefault).toHaveBeenCalledOnce();
	});

	it('are needed: a command without one leaves the key to the browser', () => {
		const event = press('f');
		new Keyboard().press(event, true);
		expect(event.preventDefault).not.toHaveBeenCalled();
	});

	it('can be taken back, without taking a newer one', () => {
		const keyboard = new Keyboard();
		const takeBack = keyboard.register('nextLayer', vi.fn());
		expect(keyboard.available().map(({ id }) => id)).toEqual(['nextLayer']);
		const newer = vi.fn();
		const takeNewerBack = keyboard.register('nextLayer', newer);
		takeBack();
		keyboard.press(press(']'), true);
		expect(newer).toHaveBeenCalledOnce();
		takeNewerBack();
		expect(keyboard.available()).toEqual([]);
	});
});
