/** What the channels are called: by their colour in a picture, by their number elsewhere. */
import type { Strings } from '#lib/strings/strings.ts';
import type { Source } from './kernel-lab.svelte.ts';

export function channelNames(
	source: Source,
	dense: boolean,
	words: Strings['kernels']
): readonly string[] {
	if (source === 'numbers') return ['1', '2', '3'].map(words.channel);
	return dense ? [words.red, words.green, words.blue] : [words.light];
}
