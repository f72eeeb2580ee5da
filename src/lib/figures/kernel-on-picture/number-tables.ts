/** The figure's maps as tables with captions. */
import type { Strings } from '#lib/strings/strings.ts';
import type { FigureView, MapView } from './map-view.ts';

interface NumberTable {
	readonly caption: string;
	readonly rows: readonly (readonly number[])[];
}

/** Input, output and, where there is one, their difference, channel by channel. */
export function tablesOf(
	{ channels }: FigureView,
	names: readonly string[],
	words: Strings['kernels']
): NumberTable[] {
	return channels.flatMap(({ channel, input, output, change }) => {
		const table = (name: string, { values, rows, columns }: MapView): NumberTable => ({
			caption: words.mapName(name, names[channel]!),
			rows: Array.from({ length: rows }, (_, row) => [
				...values.subarray(row * columns, (row + 1) * columns)
			])
		});
		return [
			table(words.input, input),
			table(words.output, output),
			...(change ? [table(words.change, change)] : [])
		];
	});
}
