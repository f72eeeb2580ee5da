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

	it.each(['lesson', 'network'] as const)('gives no key twice on a page of scope %s', (scope) => {
		const scopes: string[] = ['everywhere', scope, ...(scope === 'lesson' ? ['present'] : [])];
		const keys = keymap
			.filter((command) => scopes.includes(command.scope))
			.flatMap((command) => {
				const names = [command.key, ...('also' in command ? command.also : [])];
				return names.map((key) => JSON.stringify({ ...command, key, also: 0, id: 0, scope: 0 }));
			});
		expect(new Set(keys).size).toBe(keys.length);
	});
});

describe('a key press', () => {
	it.each([
		['?', { shiftKey: true }, 'openHelp'],
		['.', {}, 'blackout'],
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

/** A target that stands inside what a selector with this word would find. */
function on(word: string): EventTarget {
	const closest = (selector: string) => (selector.split(',').includes(word) ? {} : null);
	return Object.assign(new EventTarget(), { closest });
}

/** As the selector of a line that is typed into begins. */
const LINE = 'input:not([type=radio]';

describe('a key without a character', () => {
	it.each([
		['ArrowRight', {}, 'nextScreen'],
		['PageDown', {}, 'nextScreen'],
		[' ', {}, 'nextScreen'],
		['PageUp', {}, 'previousScreen'],
		['ArrowRight', { shiftKey: true }, 'spotlightRight'],
		['ArrowRight', { target: on('button') }, 'nextScreen'],
		['PageDown', { target: on('input') }, 'nextScreen'],
		['PageDown', { target: on(LINE) }, 'nextScreen'],
		['Escape', { target: on(LINE) }, 'leavePresenter'],
		['PageUp', { target: on('[role=slider]') }, 'previousScreen'],
		['Escape', { target: on('[role=grid]') }, 'leavePresenter']
	])('%o with %o is a command, whether or not single keys are on', (key, more, id) => {
		expect(findCommand(press(key, more), true)?.id).toBe(id);
		expect(findCommand(press(key, more), false)?.id).toBe(id);
	});

	it.each([
		[' ', { target: on('button') }],
		[' ', { shiftKey: true }],
		[' ', { target: on('input') }],
		['ArrowRight', { target: on('input') }],
		['ArrowLeft', { target: on('[role=grid]') }],
		['ArrowRight', { target: on(LINE) }],
		['p', { target: on(LINE) }],
		['PageDown', { target: on('textarea') }],
		['Escape', { target: on('[role=combobox]') }],
		['PageDown', { target: on('dialog[open]') }],
		['Escape', { target: on('dialog[open]') }]
	])('%o with %o belongs to the control or the browser', (key, more) => {
		expect(findCommand(press(key, more), true)).toBeNull();
	});
});

describe('handlers', () => {
	it('decide which command of one key is meant', () => {
		const keyboard = new Keyboard();
		const handler = vi.fn();
		keyboard.register('fullScreen', handler);
		keyboard.press(press('f'), true);
		expect(handler).toHaveBeenCalledOnce();
	});

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
