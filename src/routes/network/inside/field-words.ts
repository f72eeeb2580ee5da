/** A receptive field in sentences. Rows and columns are counted from 1, as everywhere on the page. */
import {
	spanCentre,
	spanSize,
	type ReceptiveField,
	type Window
} from '#lib/core/network/receptive-field.ts';
import type { Strings } from '#lib/strings/strings.ts';

type Words = Strings['inside'];

/**
 * What is seen, where its centre lies, what lies beyond the border, and what gates add.
 * @param isBorderDrawn whether the part beyond the border is on view, so that it is spoken of
 */
export function fieldSentences(
	{ seen, reach, gated }: ReceptiveField,
	picture: { readonly width: number; readonly height: number },
	words: Words,
	isBorderDrawn = true
): string[] {
	const [height, width] = sizeOf(seen);
	const isWhole = height === picture.height && width === picture.width;
	const isPixel = height * width === 1;
	const reaches = sizeOf(reach);
	const isBeyond = isBorderDrawn && (reaches[0] > height || reaches[1] > width);
	const [row, column] = centreOf(reach);
	return [
		isWhole ? words.wholePicture : isPixel ? onePixel(seen, words) : region(seen, words),
		...(isPixel || isWhole ? [] : [words.centre(row, column)]),
		...(isBeyond ? [words.beyond(String(reaches[0]), String(reaches[1]))] : []),
		...(gated && !isWhole ? [words.gates] : [])
	];
}

const sizeOf = ({ rows, columns }: Window): [height: number, width: number] => [
	spanSize(rows),
	spanSize(columns)
];

/** The pixel in the middle, or the border between two: `8.5`. */
function centreOf({ rows, columns }: Window): [string, string] {
	return [String(spanCentre(rows) + 0.5), String(spanCentre(columns) + 0.5)];
}

function onePixel({ rows, columns }: Window, words: Words): string {
	return words.onePixel(String(rows.first + 1), String(columns.first + 1));
}

function region(window: Window, words: Words): string {
	const [height, width] = sizeOf(window);
	const { rows, columns } = window;
	return words.rowsAndColumns(
		words.to(String(rows.first + 1), String(rows.last + 1)),
		words.to(String(columns.first + 1), String(columns.last + 1)),
		String(height),
		String(width)
	);
}
