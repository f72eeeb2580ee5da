/**
 * Several tensors in one file: NumPy's .npz, a zip archive with one .npy file for each name. Written
 * without compression, as `numpy.savez` does.
 */
import { zipSync, type Zippable } from 'fflate';
import type { Tensor } from '#lib/core/tensor.ts';
import { serializeNpy } from './npy.ts';

/** Zip cannot say earlier; a fixed date makes the same tensors the same bytes. */
const FIRST_DATE = '1980-01-01T00:00:00';

/**
 * @param tensors by the names under which `numpy.load` finds them
 * @throws Error for a name that is no plain file name
 */
export function serializeNpz(tensors: ReadonlyMap<string, Tensor>): Uint8Array {
	const files: Zippable = {};
	for (const [name, tensor] of tensors) {
		if (!/^[\w.-]+$/.test(name) || name.startsWith('.')) {
			throw new Error(`Expected a name of letters, digits, dots and dashes, found "${name}".`);
		}
		files[`${name}.npy`] = serializeNpy(tensor);
	}
	return zipSync(files, { level: 0, mtime: FIRST_DATE });
}
