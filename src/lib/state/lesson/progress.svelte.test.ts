import { describe, expect, it } from 'vitest';
import { Progress, type StoredAnswer } from './progress.svelte.ts';
import { Store, type Backing } from '#lib/state/shell/storage.ts';

const key = 'repghost-notebook:progress';
const slug = 'folding-the-branches';
const answer: StoredAnswer = {
	asked: 'a1',
	given: { kind: 'option', index: 1 },
	revealed: false
};

function storage(text?: string): Backing & { values: Map<string, string> } {
	const values = new Map<string, string>(text === undefined ? [] : [[key, text]]);
	return {
		values,
		get length() {
			return values.size;
		},
		key: (index) => [...values.keys()][index] ?? null,
		getItem: (name) => values.get(name) ?? null,
		setItem: (name, value) => void values.set(name, value),
		removeItem: (name) => void values.delete(name)
	};
}

function open(backing: Backing): Progress {
	const progress = new Progress(new Store(() => backing));
	progress.reload();
	return progress;
}

describe('progress', () => {
	it('starts empty, as the built page is, until it is read', () => {
		const backing = storage();
		open(backing).markRead(slug, 'one');
		const later = new Progress(new Store(() => backing));
		expect(later.isRead(slug, 'one')).toBe(false);
		later.reload();
		expect(later.isRead(slug, 'one')).toBe(true);
	});

	it('counts the cells that still exist, each once', () => {
		const progress = open(storage());
		progress.markRead(slug, 'one');
		progress.markRead(slug, 'one');
		progress.markRead(slug, 'gone');
		progress.markRead('another-lesson', 'two');
		expect(progress.countRead(slug, ['one', 'two'])).toBe(1);
	});

	it('keeps answers, and forgets one without the others', () => {
		const backing = storage();
		const progress = open(backing);
		progress.setAnswer(slug, 'gate', answer);
		progress.setAnswer(slug, 'question', { ...answer, given: { kind: 'unknown' } });
		expect(open(backing).answer(slug, 'gate', 'a1')).toEqual(answer);
		progress.forgetAnswer(slug, 'gate');
		expect(open(backing).answer(slug, 'gate', 'a1')).toBeNull();
		expect(open(backing).answer(slug, 'question', 'a1')?.given.kind).toBe('unknown');
	});

	it('does not take an answer to what was asked before for one to what is asked now', () => {
		const progress = open(storage());
		progress.setAnswer(slug, 'gate', answer);
		expect(progress.answer(slug, 'gate', 'a2')).toBeNull();
	});

	it('loses nothing that another tab has written', () => {
		const backing = storage();
		const [one, other] = [open(backing), open(backing)];
		one.markRead(slug, 'one');
		other.markRead(slug, 'two');
		expect(open(backing).countRead(slug, ['one', 'two'])).toBe(2);
		one.reload();
		expect(one.isRead(slug, 'two')).toBe(true);
	});

	it('works where nothing can be stored, and says so', () => {
		const progress = new Progress(
			new Store(() => {
				throw new DOMException('blocked', 'SecurityError');
			})
		);
		progress.reload();
		progress.markRead(slug, 'one');
		progress.setAnswer(slug, 'gate', answer);
		expect(progress.isRead(slug, 'one')).toBe(true);
		expect(progress.answer(slug, 'gate', 'a1')).toEqual(answer);
		expect(progress.kept).toBe(false);
	});

	it('takes no answer that it could not read back, and keeps the others', () => {
		const backing = storage();
		const progress = open(backing);
		progress.setAnswer(slug, 'gate', answer);
		progress.setAnswer(slug, 'long', {
			...answer,
			given: { kind: 'number', text: '1'.repeat(101) }
		});
		expect(progress.kept).toBe(false);
		expect(open(backing).answer(slug, 'gate', 'a1')).toEqual(answer);
		expect(open(backing).answer(slug, 'long', 'a1')).toBeNull();
	});

	it('is empty after the store was cleared', () => {
		const store = new Store(() => storage());
		const progress = new Progress(store);
		progress.markRead(slug, 'one');
		store.clear();
		expect(progress.isRead(slug, 'one')).toBe(false);
	});

	it.each([
		'null',
		'{"version":1,"value":{"folding-the-branches":{"read":"one","answers":{}}}}',
		'{"version":1,"value":{"folding-the-branches":{"read":[1],"answers":{}}}}',
		'{"version":1,"value":{"x":{"read":[],"answers":{"g":{"asked":"a","given":{"kind":"option","index":-1},"revealed":true}}}}}',
		'{"version":1,"value":{"__proto__":{"read":["one"],"answers":{}}}}'
	])('reads nothing out of damaged storage: %s', (text) => {
		const progress = open(storage(text));
		expect(progress.countRead(slug, ['one'])).toBe(0);
		expect(progress.isRead('__proto__', 'one')).toBe(false);
		expect(progress.isRead('constructor', 'one')).toBe(false);
		expect(progress.answer('x', 'toString', 'a')).toBeNull();
	});
});
