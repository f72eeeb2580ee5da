/**
 * Drawn pictures on disk, in pieces: drawing takes minutes, so several processes share the work and a
 * killed one loses a piece at most. A piece lies in a folder named after the generator that drew it.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPictures, joinPictures, type PictureSet } from '#lib/training/pictures.ts';
import type { SeedRange } from '#lib/training/recipe.ts';

/** Seconds of drawing, so that little is lost and progress is seen. */
const PICTURES_PER_PIECE = 500;

/** The pieces of a range, in order; the last may be shorter. */
export function piecesOf({ first, count }: SeedRange): SeedRange[] {
	return Array.from({ length: Math.ceil(count / PICTURES_PER_PIECE) }, (_, index) => ({
		first: first + index * PICTURES_PER_PIECE,
		count: Math.min(PICTURES_PER_PIECE, count - index * PICTURES_PER_PIECE)
	}));
}

export class PictureStore {
	readonly #folder: string;
	readonly #side: number;

	/** @param generator a hash that names what draws */
	constructor(folder: string, generator: string, side: number) {
		this.#folder = join(folder, `pictures-${generator.slice(0, 16)}`);
		this.#side = side;
		mkdirSync(this.#folder, { recursive: true });
	}

	has(piece: SeedRange): boolean {
		return existsSync(this.#path(piece));
	}

	/** Draws a piece and keeps it: labels, styles, then the pictures' bytes. */
	draw(piece: SeedRange): PictureSet {
		const set = drawPictures(piece, this.#side);
		const path = this.#path(piece);
		// Never half a file under the final name.
		const unfinished = `${path}.${process.pid}`;
		writeFileSync(unfinished, Buffer.concat([set.labels, set.styles, set.rgb]));
		renameSync(unfinished, path);
		return set;
	}

	/** All pictures of a range; pieces that are not there yet are drawn. */
	load(range: SeedRange): PictureSet {
		return joinPictures(
			piecesOf(range).map((piece) => (this.has(piece) ? this.#read(piece) : this.draw(piece)))
		);
	}

	#read(piece: SeedRange): PictureSet {
		const { count } = piece;
		const bytes = new Uint8Array(readFileSync(this.#path(piece)));
		const expected = count * (2 + 3 * this.#side * this.#side);
		if (bytes.length !== expected) {
			throw new Error(
				`${this.#path(piece)}: expected ${expected} bytes, found ${bytes.length}. Remove the file and start again.`
			);
		}
		return {
			side: this.#side,
			count,
			labels: bytes.subarray(0, count),
			styles: bytes.subarray(count, 2 * count),
			rgb: bytes.subarray(2 * count)
		};
	}

	#path({ first, count }: SeedRange): string {
		return join(this.#folder, `${this.#side}-${first}-${count}.bin`);
	}
}
