/** What a prop takes, in words. */
import type { Strings } from '#lib/strings/strings.ts';
import type { PropRow, PropType } from './describe-props.ts';

type Words = Strings['gallery'];

export function typeWords(type: PropType, { type: words }: Words): string {
	const inner = (of: PropType): string => typeWords(of, { type: words } as Words);
	switch (type.kind) {
		case 'number':
			return numberWords(type, words);
		case 'choice':
			return type.options.join(', ');
		case 'list':
			if (type.of.kind === 'list') return words.lists(inner(type.of.of));
			return words.list(inner(type.of));
		case 'record':
			return words.record(inner(type.of));
		case 'tuple':
			return words.tuple(type.of.map(inner).join(', '));
		case 'nullable':
			return words.nullable(inner(type.of));
		case 'either':
			return type.of.map(inner).join(` ${words.or} `);
		default:
			return words[type.kind];
	}
}

function numberWords(
	{ whole, least, most }: Extract<PropType, { kind: 'number' }>,
	words: Words['type']
): string {
	const type = whole ? words.whole : words.number;
	const digits = (value: number): string => String(value).replace('-', '−');
	if (least !== undefined && most !== undefined) {
		return words.between(type, digits(least), digits(most));
	}
	if (least !== undefined) return words.from(type, digits(least));
	return most === undefined ? type : words.to(type, digits(most));
}

/** What holds when a prop is left out, as it would be written; null when it must be given. */
export function presetWords({ preset }: PropRow, words: Words): string | null {
	if (preset === undefined) return null;
	return preset.value === undefined ? words.nothing : JSON.stringify(preset.value);
}
