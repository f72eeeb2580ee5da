/** Any picture the reader can choose, made into what the network takes and what the page shows. */
import type { Tensor } from '#lib/core/tensor.ts';
import type { Engine, PreparedPicture } from '#lib/engine/protocol.ts';
import { checkInputTensor, parseNpy } from '#lib/export/npy.ts';
import type { Drawer } from '#lib/pictures/draw-client.ts';
import type { Drawable } from '#lib/pictures/drawable.ts';
import { toRgba } from '#lib/pictures/picture.ts';
import { denormalize, normalize } from '#lib/pictures/preprocess.ts';
import type { PictureChoice } from '#lib/state/network/choices.ts';
import { formatChanges, sceneOf } from './scenes.ts';

export interface InputPicture extends PreparedPicture {
	readonly kind: 'sample' | 'file' | 'tensor' | 'camera' | 'drawing';
	/** The sample's slug, the file's name, or the kind; nothing else of a file is kept. */
	readonly name: string;
	/** What was changed on a sample, as in addresses; '' for everything else. */
	readonly scene: string;
}

/** float32 [3, 1024, 1024] with room for the header: far above any network here. */
const LARGEST_TENSOR = 3 * 1024 * 1024 * 4 + 65_536;
const LONGEST_SIDE = 2048;

/**
 * @param inputShape [channels, rows, columns] of the network; a `.npy` tensor may have other rows and
 *   columns and is taken as it is
 * @throws Error with one sentence for the reader
 */
export async function prepareInput(
	picture: PictureChoice,
	inputShape: readonly [number, number, number],
	engine: Pick<Engine, 'preparePicture'>,
	drawer: Drawer
): Promise<InputPicture> {
	if (picture.kind !== 'file') {
		const [, rows, columns] = inputShape;
		const drawn = await drawer.draw(subjectOf(picture), columns, rows);
		return {
			kind: picture.kind,
			name: picture.kind === 'sample' ? picture.slug : picture.kind,
			scene: picture.kind === 'sample' ? formatChanges(picture.changes ?? {}) : '',
			input: normalize(drawn),
			shown: { width: columns, height: rows, rgba: toRgba(drawn) }
		};
	}
	const { file } = picture;
	const own = { name: file.name, scene: '' };
	if (!(await isNpy(file))) {
		return { kind: 'file', ...own, ...(await engine.preparePicture(file)) };
	}
	return { kind: 'tensor', ...own, ...(await readTensor(file, inputShape)) };
}

/** What the drawing worker is given. */
function subjectOf(picture: Exclude<PictureChoice, { kind: 'file' }>): Drawable {
	switch (picture.kind) {
		case 'sample':
			return sceneOf(picture.slug, picture.changes);
		case 'camera':
			return picture.photo;
		case 'drawing':
			return picture.drawing;
	}
}

/** By its first bytes, \x93NUMPY, or by its name, so that a damaged one is called what it should be. */
async function isNpy(file: File): Promise<boolean> {
	const start = new Uint8Array(await file.slice(0, 6).arrayBuffer());
	const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
	return /\.npy$/i.test(file.name) || magic.every((byte, index) => start[index] === byte);
}

async function readTensor(
	file: File,
	expected: readonly [number, number, number]
): Promise<PreparedPicture> {
	if (file.size > LARGEST_TENSOR) {
		throw new Error(
			`The tensor file has ${file.size} bytes; at most ${LARGEST_TENSOR} (3 × 1024 × 1024 values) are taken.`
		);
	}
	const tensor = parseNpy(new Uint8Array(await file.arrayBuffer()));
	const [channels, rows = 0, columns = 0] = tensor.shape;
	const anySize = tensor.shape.length === 3 && channels === expected[0];
	if (!anySize) checkInputTensor(tensor, expected);
	if (Math.max(rows, columns) > LONGEST_SIDE) {
		throw new Error(
			`The tensor has ${rows} rows and ${columns} columns; at most ${LONGEST_SIDE} of each are taken.`
		);
	}
	const input: Tensor = { shape: [1, ...tensor.shape], data: tensor.data };
	return { input, shown: { width: columns, height: rows, rgba: toRgba(denormalize(input)) } };
}
