/** Splits the data of a file into reads of bounded size, so that each ends between two values. */

interface ByteRange {
	/** Bytes of the data, `end` not included. */
	readonly begin: number;
	readonly end: number;
}

/** A tensor, or part of one, inside a read. */
export interface Piece<Tensor extends ByteRange> extends ByteRange {
	readonly tensor: Tensor;
}

/** Neighbouring bytes that are read at once, and what lies in them. */
interface Read<Tensor extends ByteRange> extends ByteRange {
	readonly pieces: readonly Piece<Tensor>[];
}

/**
 * Reads for all tensors in the order of their bytes, none longer than `limit`; bytes that belong to no
 * tensor in the list are skipped or read over.
 *
 * @param limit bytes, a multiple of the largest value's size
 */
export function planReads<Tensor extends ByteRange>(
	tensors: readonly Tensor[],
	limit: number
): Read<Tensor>[] {
	const reads: { begin: number; end: number; pieces: Piece<Tensor>[] }[] = [];
	for (const tensor of [...tensors].sort((a, b) => a.begin - b.begin)) {
		for (let begin = tensor.begin; begin < tensor.end; begin += limit) {
			const piece = { tensor, begin, end: Math.min(begin + limit, tensor.end) };
			const last = reads.at(-1);
			if (last && piece.end - last.begin <= limit) {
				last.pieces.push(piece);
				last.end = piece.end;
			} else {
				reads.push({ begin: piece.begin, end: piece.end, pieces: [piece] });
			}
		}
	}
	return reads;
}
