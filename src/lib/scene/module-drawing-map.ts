/**
 * A small map as a picture that SVG can show with or without a script: a bitmap of 24 bits per value
 * (BMP, the simplest format every browser reads) as a `data:` address.
 */
import { colourOf, type ColourScale } from './colour-scale.ts';

export interface WireMap {
	/** [rows, columns], row by row. */
	readonly values: ArrayLike<number>;
	readonly rows: number;
	readonly columns: number;
	readonly scale: ColourScale;
}

/** File header and picture header. */
const HEADER = 54;

/** The map as a picture, one picture element a value. */
export function mapImage({ values, rows, columns, scale }: WireMap): string {
	// Lines end on a multiple of four bytes, and the lowest comes first.
	const line = Math.ceil((columns * 3) / 4) * 4;
	const view = new DataView(new ArrayBuffer(HEADER + line * rows));
	writeHeader(view, rows, columns);
	for (let row = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++) {
			const [red, green, blue] = colourOf(scale, values[row * columns + column] ?? NaN);
			const at = HEADER + (rows - 1 - row) * line + column * 3;
			[blue, green, red].forEach((byte, index) => view.setUint8(at + index, byte));
		}
	}
	const bytes = Array.from(new Uint8Array(view.buffer), (byte) => String.fromCharCode(byte));
	return `data:image/bmp;base64,${btoa(bytes.join(''))}`;
}

function writeHeader(view: DataView, rows: number, columns: number): void {
	view.setUint16(0, 0x424d);
	view.setUint32(2, view.byteLength, true);
	view.setUint32(10, HEADER, true);
	view.setUint32(14, HEADER - 14, true);
	view.setInt32(18, columns, true);
	view.setInt32(22, rows, true);
	view.setUint16(26, 1, true);
	view.setUint16(28, 24, true);
}
