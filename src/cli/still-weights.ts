/**
 * The site's build imports a few weights of a shipped network from a `.weights` file, so that a figure
 * has them before the network is fetched, and on a page without a script.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { decodeValues, isFloatType } from '../lib/export/tensor-data.ts';

const NETWORKS = new URL('../../static/networks/', import.meta.url);

/** A `.weights` file holds the name of a network, then prefixes of the tensors wanted, by spaces. */
const CONTENTS = /^(scenes-[a-z-]+)((?: [a-z0-9_.]+)+)\s*$/;

/** Length of the header in front of it, in bytes. */
const LENGTH_BYTES = 8;

interface Entry {
	readonly dtype: string;
	readonly shape: readonly number[];
	readonly data_offsets: readonly [number, number];
}

/**
 * The module of such a file: its tensors by key, with their bytes as text.
 * @param read gives the bytes of a network by its name
 */
export async function weightsModule(
	contents: string,
	read: (network: string) => Promise<Uint8Array>
): Promise<string> {
	const [, network, list] = CONTENTS.exec(contents) ?? [];
	if (!network || !list) {
		throw new Error(`expected a network and prefixes of tensors, found "${contents.trim()}"`);
	}
	const bytes = await read(network);
	const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
	const start = LENGTH_BYTES + length;
	const text = new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, start));
	const header = Object.entries(JSON.parse(text) as Record<string, Entry>);
	const wanted = list.trim().split(' ');
	for (const prefix of wanted) {
		if (!header.some(([key]) => key.startsWith(`${prefix}.`))) {
			throw new Error(`${network} has no tensor that begins with "${prefix}"`);
		}
	}
	const lines = header
		.filter(([key]) => wanted.some((prefix) => key.startsWith(`${prefix}.`)))
		.map(
			([
				key,
				{
					dtype,
					shape,
					data_offsets: [from, to]
				}
			]) => {
				if (!isFloatType(dtype)) throw new Error(`${key}: expected floats, found ${dtype}`);
				const values = new Float32Array(shape.reduce((product, extent) => product * extent, 1));
				decodeValues(bytes.subarray(start + from, start + to), dtype, values);
				const data = Buffer.from(values.buffer).toString('base64');
				return `[${JSON.stringify(key)}, tensor(${JSON.stringify(shape)}, "${data}")]`;
			}
		);
	return `function tensor(shape, text) {
	const bytes = Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0));
	return { shape, data: new Float32Array(bytes.buffer) };
}
export default new Map([${lines.join(',\n')}]);`;
}

export function stillWeights(): Plugin {
	return {
		name: 'still-weights',
		async load(id) {
			if (!id.endsWith('.weights')) return null;
			try {
				return await weightsModule(await readFile(id, 'utf8'), (network) => {
					const path = fileURLToPath(new URL(`${network}.safetensors`, NETWORKS));
					this.addWatchFile(path);
					return readFile(path);
				});
			} catch (error) {
				const reason = error instanceof Error ? error.message : String(error);
				throw new Error(`${id}: ${reason}`, { cause: error });
			}
		}
	};
}
