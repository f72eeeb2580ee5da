/** The byte ranges of a safetensors file: they cover its data exactly. */
import { quote, WeightFileError } from './weight-file-error.ts';

interface ByteRange {
	readonly begin: number;
	readonly end: number;
}

/**
 * Throws unless the ranges, in the order of their bytes, leave no gap, overlap nowhere, and end where
 * the file ends.
 *
 * @param dataBytes bytes behind the header
 * @throws WeightFileError
 */
export function checkTiling(ranges: ReadonlyMap<string, ByteRange>, dataBytes: number): void {
	const inOrder = [...ranges].sort(([, a], [, b]) => a.begin - b.begin || a.end - b.end);
	let end = 0;
	let before = 'where the data begins';
	for (const [name, range] of inOrder) {
		if (range.begin !== end) {
			const fault = range.begin < end ? 'the two overlap' : 'the bytes between belong to no tensor';
			throw new WeightFileError(
				`Tensor ${quote(name)}: expected to begin at byte ${end}, ${before}, found byte ${range.begin}; ${fault}.`
			);
		}
		if (range.end > dataBytes) {
			throw new WeightFileError(
				`Tensor ${quote(name)}: expected data up to byte ${range.end}, found the file's end at byte ${dataBytes} of the data; the file is cut short, or the offsets are wrong.`
			);
		}
		end = range.end;
		before = `where ${quote(name)} ends`;
	}
	if (end !== dataBytes) {
		throw new WeightFileError(
			`The file has trailing bytes: expected its data to end at byte ${end}, ${before}, found ${dataBytes} bytes.`
		);
	}
}
