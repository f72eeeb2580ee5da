/**
 * Every keyboard shortcut of the site, and what decides whether a pressed key is one. Pages say what
 * a command does here by registering a handler under its id; the help lists those that have one.
 */

/** Where a command acts. */
type Scope = 'everywhere' | 'lesson' | 'present' | 'network';

interface Shortcut {
	readonly id: string;
	/** As `KeyboardEvent.key` reports it, so that it is the character the reader's layout types. */
	readonly key: string;
	/** Other keys that do the same. */
	readonly also?: readonly string[];
	/** Whether Control (or Command on a Mac) is held. */
	readonly control?: true;
	readonly shift?: true;
	readonly scope: Scope;
}

/** Labels: `strings.keys.commands`. */
export const keymap = [
	{ id: 'openHelp', key: '?', scope: 'everywhere' },
	{ id: 'openSettings', key: ',', scope: 'everywhere' },
	{ id: 'undo', key: 'z', control: true, scope: 'everywhere' },
	{ id: 'redo', key: 'z', control: true, shift: true, scope: 'everywhere' },
	{ id: 'nextCell', key: 'j', scope: 'lesson' },
	{ id: 'previousCell', key: 'k', scope: 'lesson' },
	{ id: 'present', key: 'p', scope: 'lesson' },
	{ id: 'toggleForm', key: 'f', scope: 'network' },
	{ id: 'findLayer', key: '/', scope: 'network' },
	{ id: 'playLayers', key: 'p', scope: 'network' },
	{ id: 'previousLayer', key: '[', scope: 'network' },
	{ id: 'nextLayer', key: ']', scope: 'network' },
	{ id: 'nextScreen', key: 'ArrowRight', also: ['PageDown', ' '], scope: 'present' },
	{ id: 'previousScreen', key: 'ArrowLeft', also: ['PageUp'], scope: 'present' },
	{ id: 'leavePresenter', key: 'Escape', scope: 'present' },
	{ id: 'blackout', key: 'b', also: ['.'], scope: 'present' },
	{ id: 'spotlight', key: 'l', scope: 'present' },
	{ id: 'spotlightLeft', key: 'ArrowLeft', shift: true, scope: 'present' },
	{ id: 'spotlightRight', key: 'ArrowRight', shift: true, scope: 'present' },
	{ id: 'spotlightUp', key: 'ArrowUp', shift: true, scope: 'present' },
	{ id: 'spotlightDown', key: 'ArrowDown', shift: true, scope: 'present' },
	{ id: 'fullScreen', key: 'f', scope: 'present' },
	{ id: 'openNotes', key: 'n', scope: 'present' }
] as const satisfies readonly Shortcut[];

export type Command = (typeof keymap)[number];
export type CommandId = Command['id'];

/** The part of a keyboard event that is read. */
export type KeyPress = Pick<
	KeyboardEvent,
	| 'key'
	| 'altKey'
	| 'ctrlKey'
	| 'metaKey'
	| 'shiftKey'
	| 'isComposing'
	| 'defaultPrevented'
	| 'target'
	| 'getModifierState'
>;

/** A line that is typed into. */
const takesLine =
	'input:not([type=radio], [type=checkbox], [type=range], [type=file], [type=button], [type=submit], [type=reset])';

/**
 * Other elements that take characters themselves, and dialogs, which stand over the page. One that was
 * just closed still holds the focus for a moment, but what is typed then is meant for the page.
 */
const takesText = [
	'textarea',
	'select',
	'[contenteditable]:not([contenteditable=false])',
	'[role=textbox]',
	'[role=searchbox]',
	'[role=combobox]',
	'[role=listbox]',
	'dialog[open]'
].join(',');

/** What moves within itself by arrows, or scrolls. Page keys are those of a clicker: no control keeps them. */
const takesArrows = [
	'input',
	'video',
	...['slider', 'grid', 'tab', 'radio', 'menu', 'tree', 'spinbutton'].map((it) => `[role=${it}]`),
	'[tabindex="0"]:not(a):not(button)'
].join(',');

/** What Space presses. */
const takesSpace = ['button', 'a[href]', 'summary', 'label', takesArrows].join(',');

/** Whether it types nothing: WCAG 2.1.4 is about keys that do, and only those can be turned off. */
export function isNamedKey(key: string): boolean {
	return key.length > 1 || key === ' ';
}

/**
 * The command a key press stands for, or null.
 * @param singleKeys whether keys that type a character count without Control
 * @param among the commands there are; two pages may give one key to different ones
 */
export function findCommand(
	press: KeyPress,
	singleKeys: boolean,
	among: readonly Command[] = keymap
): Command | null {
	if (press.defaultPrevented || press.isComposing || isTakenByControl(press)) return null;
	return among.find((command) => matches(command, press, singleKeys)) ?? null;
}

function matches(command: Shortcut, press: KeyPress, singleKeys: boolean): boolean {
	// On many layouts AltGr types `[` and `]`, and browsers report it as Control with Alt.
	const typedWithAltGraph = press.getModifierState('AltGraph');
	const control = !typedWithAltGraph && (press.ctrlKey || press.metaKey);
	const alt = !typedWithAltGraph && press.altKey;
	if (alt || control !== (command.control ?? false)) return false;
	if (!control) return isPressed(command, press, singleKeys);
	return press.key.toLowerCase() === command.key && press.shiftKey === (command.shift ?? false);
}

/** Shift only counts for keys without a character: it takes part in typing one. */
function isPressed({ key, also, shift }: Shortcut, press: KeyPress, singleKeys: boolean): boolean {
	if (press.key !== key && !also?.includes(press.key)) return false;
	return isNamedKey(press.key) ? press.shiftKey === (shift ?? false) : singleKeys;
}

/** Escape and the keys of a clicker mean nothing to a slider, a button or a line. */
const passControls: readonly string[] = ['Escape', 'PageDown', 'PageUp'];

function isTakenByControl({ key, target }: KeyPress): boolean {
	if (isIn(target, takesText)) return true;
	if (passControls.includes(key)) return false;
	if (isIn(target, takesLine)) return true;
	if (key === ' ') return isIn(target, takesSpace);
	return isNamedKey(key) && isIn(target, takesArrows);
}

function isIn(target: EventTarget | null, selector: string): boolean {
	return (
		target !== null &&
		'closest' in target &&
		typeof target.closest === 'function' &&
		target.closest(selector) !== null
	);
}

/** The commands that do something on this page. */
export class Keyboard {
	readonly #handlers = new Map<CommandId, () => void>();

	/**
	 * Says what a command does; the newest handler counts.
	 * @returns takes the handler back, for the end of an effect
	 */
	register(id: CommandId, handler: () => void): () => void {
		this.#handlers.set(id, handler);
		return () => {
			if (this.#handlers.get(id) === handler) this.#handlers.delete(id);
		};
	}

	/** Commands with a handler, in the order of the keymap. */
	available(): Command[] {
		return keymap.filter(({ id }) => this.#handlers.has(id));
	}

	/** Runs a command, as its key would. */
	run(id: CommandId): void {
		this.#handlers.get(id)?.();
	}

	/** Runs the command of a key press, if any, and keeps the browser's own action back. */
	press(press: KeyPress & Pick<KeyboardEvent, 'preventDefault'>, singleKeys: boolean): void {
		const command = findCommand(press, singleKeys, this.available());
		const handler = command && this.#handlers.get(command.id);
		if (!handler) return;
		press.preventDefault();
		handler();
	}
}
