/** The text of a function that a reader writes, as it stands now. */
import { codeTasks } from '#lib/exercises/tasks.ts';
import type { Given } from '#lib/state/progress.svelte.ts';

/**
 * What was typed on this page; else what was checked last, before a reload; else what the task begins with.
 * @param task its name
 */
export function codeText(task: string, typed: string, checked: Given | null): string {
	if (typed !== '') return typed;
	return checked?.kind === 'code' ? checked.text : (codeTasks[task]?.start ?? '');
}
