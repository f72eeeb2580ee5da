import { expect, test } from 'vitest';
import { writeProgressFile } from '#lib/state/progress-file.ts';
import { Progress } from '#lib/state/progress.svelte.ts';
import { Store } from '#lib/state/storage.ts';
import { ProgressImport } from './progress-import.svelte.ts';

const file = (text: string, size = text.length) => ({ size, text: () => Promise.resolve(text) });
const good = file(writeProgressFile({ one: { read: ['b'], answers: {} } }));

function open(): { progress: Progress; opened: ProgressImport } {
	const progress = new Progress(new Store(() => null));
	progress.markRead('one', 'a');
	return { progress, opened: new ProgressImport(progress) };
}

test('nothing changes until the reader has chosen', async () => {
	const { progress, opened } = open();
	await opened.open(good);
	expect(opened.found).not.toBeNull();
	expect(progress.isRead('one', 'b')).toBe(false);
	opened.cancel();
	opened.merge();
	expect(progress.isRead('one', 'b')).toBe(false);
});

test('merge keeps both, replace forgets what was here', async () => {
	const { progress, opened } = open();
	await opened.open(good);
	opened.merge();
	expect(opened.news).toBe('merged');
	expect(progress.countRead('one', ['a', 'b'])).toBe(2);
	await opened.open(good);
	opened.replace();
	expect([progress.isRead('one', 'a'), progress.isRead('one', 'b')]).toEqual([false, true]);
});

test.each([
	[file('banana'), 'no JSON'],
	[file('{}'), 'other file'],
	[file('{}', 50_000_000), 'too long'],
	[{ size: 2, text: () => Promise.reject(new Error('gone')) }, 'unread']
])('a file that fails changes nothing: %#', async (broken, news) => {
	const { progress, opened } = open();
	const before = progress.lessons;
	await opened.open(broken);
	expect(opened.news).toBe(news);
	opened.merge();
	opened.replace();
	expect(progress.lessons).toEqual(before);
});
