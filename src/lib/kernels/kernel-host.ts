/**
 * The compiled kernels over the memory of one TensorFlow.js wasm backend: where a tensor lies, where an
 * output may be written, and scratch memory that is given back.
 *
 * This is the only module that knows the backend's inside. It is not part of TensorFlow.js's public
 * interface (4.22.0 has it); a version without it is refused by name before anything runs.
 */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { KERNEL_NAMES, type KernelExports } from './kernel-exports.ts';

/** The part of TensorFlow.js's `BackendWasm` that the kernels stand on. */
interface WasmBackend {
	readonly wasm: { readonly asm: { readonly memory: WebAssembly.Memory } };
	readonly dataIdMap: { get(dataId: object): { readonly memoryOffset: number } };
	makeOutput(shape: readonly number[], dtype: 'float32'): TensorInfo;
	incRef(dataId: object): void;
	disposeData(dataId: object): boolean;
}

/** A tensor a kernel writes, and where. */
export interface Output {
	readonly info: TensorInfo;
	readonly pointer: number;
}

const BYTES_PER_FLOAT = 4;

/** @throws when the backend is not what TensorFlow.js 4.22.0 has */
function checkBackend(backend: Partial<WasmBackend>): WasmBackend {
	const { wasm, dataIdMap, makeOutput, incRef, disposeData } = backend;
	const refuse = (part: string): never => {
		throw new Error(
			`The compiled kernels work inside the wasm backend of TensorFlow.js 4.22.0, but here it has no ${part}.`
		);
	};
	if (!wasm?.asm || !(wasm.asm.memory instanceof WebAssembly.Memory))
		return refuse('wasm.asm.memory');
	if (!(wasm.asm.memory.buffer instanceof ArrayBuffer)) return refuse('memory of its own thread');
	if (typeof dataIdMap?.get !== 'function') return refuse('dataIdMap');
	if (typeof makeOutput !== 'function') return refuse('makeOutput');
	if (typeof incRef !== 'function') return refuse('incRef');
	if (typeof disposeData !== 'function') return refuse('disposeData');
	return backend as WasmBackend;
}

export class KernelHost {
	readonly kernels: KernelExports;
	readonly #backend: WasmBackend;

	/**
	 * @param module the compiled kernels
	 * @param backend a started wasm backend; throws when it, or the module, is not what is expected
	 */
	constructor(module: WebAssembly.Module, backend: object) {
		this.#backend = checkBackend(backend);
		const { memory } = this.#backend.wasm.asm;
		const { exports } = new WebAssembly.Instance(module, { env: { memory } });
		const missing = KERNEL_NAMES.filter((name) => typeof exports[name] !== 'function');
		if (missing.length > 0) {
			throw new Error(
				`The binary of the compiled kernels lacks ${missing.join(', ')}: npm run kernels makes it anew.`
			);
		}
		this.kernels = exports as unknown as KernelExports;
	}

	/** Where the values of a tensor lie, for as long as it lives. */
	pointer({ dataId, dtype }: TensorInfo): number {
		if (dtype !== 'float32') throw new Error(`Compiled kernels take float32, found ${dtype}.`);
		return this.#backend.dataIdMap.get(dataId).memoryOffset;
	}

	/** Another tensor over the same values; they are freed with the last of them. */
	share(tensor: TensorInfo): TensorInfo {
		this.#backend.incRef(tensor.dataId);
		return { dataId: tensor.dataId, shape: tensor.shape, dtype: tensor.dtype };
	}

	/** A new tensor, its values undefined. */
	output(shape: readonly number[]): Output {
		const info = this.#backend.makeOutput([...shape], 'float32');
		const { memoryOffset } = this.#backend.dataIdMap.get(info.dataId);
		if (memoryOffset === 0) {
			this.#backend.disposeData(info.dataId);
			throw new Error(`There is no memory left for a tensor of ${shape.join(' × ')}.`);
		}
		return { info, pointer: memoryOffset };
	}

	/**
	 * Lends memory for the length of one call: a pointer for each of `counts`, to so many floats, their
	 * values undefined.
	 */
	scratch<Result>(counts: readonly number[], use: (...pointers: number[]) => Result): Result {
		const { info, pointer } = this.output([counts.reduce((sum, count) => sum + count, 0)]);
		let next = pointer;
		const pointers = counts.map((count) => {
			const start = next;
			next += byteLength(count);
			return start;
		});
		try {
			return use(...pointers);
		} finally {
			this.#backend.disposeData(info.dataId);
		}
	}
}

/** Bytes of `count` floats. */
export function byteLength(count: number): number {
	return count * BYTES_PER_FLOAT;
}
