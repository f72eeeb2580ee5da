/** The example in a row as it is drawn: what the window sees at a place, and the sum it makes of that. */
import { writeNumber } from '#lib/strings/read-number.ts';
import { mapShape, mapValues } from '#lib/core/maps/map-statistics.ts';
import { padMaps } from './border-merge.ts';
import { rowPair, type BorderSetting, type MergeRun } from './border-run.ts';

interface RowCell {
	readonly text: string;
	/** One of the two cells at the ends that are no input. */
	readonly isPadding: boolean;
	readonly inWindow: boolean;
}

/** One way from the input to the output. */
export interface RowWay {
	/** Rows of cells in running order; those without padding have null at their ends. */
	readonly input: readonly (RowCell | null)[];
	/** After the 1×1; absent where it is merged. */
	readonly middle: readonly (RowCell | null)[] | null;
	readonly output: readonly number[];
	/** `0 · 1 + 2 · 1 + 2 · 1 = 4`, at the window's place. */
	readonly sum: string;
}

interface RowDrawing {
	readonly twoSteps: RowWay;
	readonly merged: RowWay;
	readonly difference: readonly number[];
}

const TAPS = 3;

/** A number behind a sign: negative ones in brackets. */
function operand(value: number): string {
	const text = writeNumber(value);
	return value < 0 ? `(${text})` : text;
}

/** The products of a window with its taps, and a bias, as they are read. */
export function sumText(
	seen: readonly number[],
	taps: readonly number[],
	bias: number | null,
	total: number
): string {
	const products = seen.map((value, index) => `${operand(value)} · ${operand(taps[index]!)}`);
	const terms = bias === null ? products : [...products, operand(bias)];
	return `${terms.join(' + ')} = ${writeNumber(total)}`;
}

function cells(values: readonly number[], place: number | null): RowCell[] {
	return values.map((value, index) => ({
		text: writeNumber(value),
		isPadding: index === 0 || index === values.length - 1,
		inWindow: place !== null && index >= place && index < place + TAPS
	}));
}

/** The middle row of maps with one channel. */
function middleRow(maps: MergeRun['padded']): number[] {
	const { rows, columns } = mapShape(maps);
	const first = Math.floor(rows / 2) * columns;
	return [...mapValues(maps, 0).subarray(first, first + columns)];
}

/**
 * @param run of the example in a row
 * @param place of the window, counted from 0
 */
export function drawRow(run: MergeRun, setting: BorderSetting, place: number): RowDrawing {
	const { taps, remedy } = setting;
	const input = { shape: [1, 1, 1, setting.row.length], data: Float32Array.from(setting.row) };
	const padded = middleRow(padMaps(input, [0]));
	const middle = middleRow(run.padded);
	const [twoSteps, merged, difference] = [run.twoStep, run.merged, run.difference].map((maps) => [
		...mapValues(maps, 0)
	]) as [number[], number[], number[]];
	const bare = (row: RowCell[]): (RowCell | null)[] => [null, ...row.slice(1, -1), null];
	const seen = (values: readonly number[]): number[] => values.slice(place, place + TAPS);
	return {
		twoSteps: {
			input: remedy === 'pad-first' ? cells(padded, null) : bare(cells(padded, null)),
			middle: cells(middle, place),
			output: twoSteps,
			sum: sumText(seen(middle), taps, null, twoSteps[place]!)
		},
		merged: {
			input: cells(padded, place),
			middle: null,
			output: merged,
			sum: sumText(seen(padded), mergedTaps(setting), mergedBias(setting), merged[place]!)
		},
		difference
	};
}

/** The bias that the 1×1 really has. */
export function biasUsed({ remedy, bias }: Pick<BorderSetting, 'remedy' | 'bias'>): number {
	return remedy === 'no-bias' ? 0 : bias;
}

/** w · taps. */
export function mergedTaps({ weight, taps }: BorderSetting): number[] {
	return taps.map((tap) => tap * weight);
}

/** b · Σ taps. */
export function mergedBias(setting: BorderSetting): number {
	const { window } = rowPair(setting);
	return biasUsed(setting) * window.data.reduce((sum, tap) => sum + tap, 0);
}
