import { expect, test } from 'vitest';
import { CodeEdits } from '#lib/state/lesson/code-edits.svelte.ts';
import { writeProgressFile } from '#lib/state/lesson/progress-file.ts';
import { Progress } from '#lib/state/lesson/progress.svelte.ts';
import { Store } from '#lib/state/shell/storage.ts';
import { ProgressImport } from './progress-import.svelte.ts';

const file = (text: string, size = text.length) => ({ size, text: () => Promise.resolve(text) });
const good = file(
	writeProgressFile({
		lessons: { one: { read: ['b'], answers: {} } },
		edits: { border: { version: 'a1', code: 'theirs' } }
	})
);

function open(): { progress: Progress; edits: CodeEdits; opened: ProgressImport } {
	const store = new Store(() => null);
	const progress = new Progress(store);
	const edits = new CodeEdits(store);
	progress.markRead('one', 'a');
	edits.set('epsilon', { version: 'a1', code: 'mine' });
	return { progress, edits, opened: new ProgressImport(progress, edits) };
}

test('nothing changes until the reader has chosen', async () => {
	const { progress, edits, opened } = open();
	await opened.open(good);
	expect(opened.found).not.toBeNull();
	expect(progress.isRead('one', 'b')).toBe(false);
	opened.cancel();
	opened.merge();
	expect(progress.isRead('one', 'b')).toBe(false);
	expect(edits.of('border')).toBeNull();
});

test('merge keeps both, replace forgets what was here', async () => {
	const { progress, edits, opened } = open();
	await opened.open(good);
	opened.merge();
	expect(opened.news).toBe('merged');
	expect(progress.countRead('one', ['a', 'b'])).toBe(2);
	expect([edits.of('epsilon')?.code, edits.of('border')?.code]).toEqual(['mine', 'theirs']);
	await opened.open(good);
	opened.replace();
	expect([progress.isRead('one', 'a'), progress.isRead('one', 'b')]).toEqual([false, true]);
	expect([edits.of('epsilon'), edits.of('border')?.code]).toEqual([null, 'theirs']);
});

test('a file is taken back, once, and not after all was cleared', async () => {
	const { progress, edits, opened } = open();
	const before = opened.here;
	await opened.open(good);
	opened.replace();
	opened.undo();
	expect([opened.here, opened.news, opened.canUndo]).toEqual([before, 'undone', false]);
	await opened.open(good);
	opened.merge();
	progress.replace({});
	edits.replace({});
	opened.forget();
	opened.undo();
	expect(opened.here).toEqual({ lessons: {}, edits: {} });
});

test.each([
	[file('banana'), 'no JSON'],
	[file('{}'), 'other file'],
	[file('{}', 50_000_000), 'too long'],
	[{ size: 2, text: () => Promise.reject(new Error('gone')) }, 'unread']
])('a file that fails changes nothing: %#', async (broken, news) => {
	const { opened } = open();
	const before = opened.here;
	await opened.open(broken);
	expect(opened.news).toBe(news);
	opened.merge();
	opened.replace();
	expect(opened.here).toEqual(before);
});

test('what does not fit beside what is here changes nothing', async () => {
	const { edits, opened } = open();
	const many = (name: string) =>
		Object.fromEntries(
			Array.from({ length: 20 }, (_, at) => [
				`${name}-${at}`,
				{ version: 'a1', code: 'x'.repeat(4000) }
			])
		);
	edits.replace(many('here'));
	const before = opened.here;
	await opened.open(file(writeProgressFile({ lessons: {}, edits: many('file') })));
	opened.merge();
	expect(opened.news).toBe('too long');
	expect(opened.here).toEqual(before);
});
