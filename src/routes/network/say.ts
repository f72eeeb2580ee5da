/** Sentences for the status line. */
import { formatMilliseconds } from '#lib/strings/format.ts';
import type { Activity, Run } from '#lib/state/network/held.svelte.ts';
import type { Strings } from '#lib/strings/strings.ts';

type Words = Strings['network'];

export function sayActivity(activity: Activity, words: Words): string {
	switch (activity.kind) {
		case 'idle':
			return '';
		case 'loading':
			return words.loading(activity.name);
		default:
			return words[activity.kind];
	}
}

export function sayRun({ network, result }: Run, words: Words): string {
	const time = formatMilliseconds(result.milliseconds);
	return words.done(network.name, words.forms[result.form].toLowerCase(), time);
}
