/** Reads the PyTorch fixtures under tests/fixtures/pytorch; their format is described in index.json. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { largestDifference, type Tensor } from '#lib/core/tensor.ts';

const folder = new URL('../fixtures/', import.meta.url);

export function readFixtureJson<T>(name: string): T {
	return JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T;
}

interface ExpectedTensor {
	readonly key: string;
	readonly tol: number;
}

/** One case of index.json, its tensors read. */
export interface FixtureCase<Config> {
	readonly id: string;
	readonly kind: string;
	readonly config: Config;
	readonly params: ReadonlyMap<string, Tensor>;
	readonly inputs: ReadonlyMap<string, Tensor>;
	readonly expected: ReadonlyMap<string, { readonly tensor: Tensor; readonly tolerance: number }>;
}

interface IndexFile {
	readonly groups: Record<
		string,
		{
			readonly file: string;
			readonly cases: readonly {
				readonly id: string;
				readonly kind: string;
				readonly config: unknown;
				readonly params: Record<string, string>;
				readonly inputs: Record<string, string>;
				readonly expected: Record<string, ExpectedTensor>;
			}[];
		}
	>;
}

/** All cases of one group of index.json. */
export function readFixtureCases<Config>(group: string): FixtureCase<Config>[] {
	const { file, cases } = readFixtureJson<IndexFile>('pytorch/index.json').groups[group]!;
	const tensors = readTensorFile(fileURLToPath(new URL(`pytorch/${file}`, folder)));
	const pick = (keys: Record<string, string>) =>
		new Map(Object.entries(keys).map(([name, key]) => [name, tensors.get(key)!]));
	return cases.map(({ id, kind, config, params, inputs, expected }) => ({
		id,
		kind,
		config: config as Config,
		params: pick(params),
		inputs: pick(inputs),
		expected: new Map(
			Object.entries(expected).map(([name, { key, tol }]) => [
				name,
				{ tensor: tensors.get(key)!, tolerance: tol }
			])
		)
	}));
}

/** A safetensors file of F32 tensors, read without checks: the project's own reader is under test elsewhere. */
function readTensorFile(path: string): Map<string, Tensor> {
	const bytes = readFileSync(path);
	const headerLength = Number(bytes.readBigUInt64LE(0));
	const header = JSON.parse(bytes.toString('utf8', 8, 8 + headerLength)) as Record<
		string,
		{ shape: number[]; data_offsets: [number, number] }
	>;
	return new Map(
		Object.entries(header)
			.filter(([name]) => name !== '__metadata__')
			.map(
				([
					name,
					{
						shape,
						data_offsets: [begin, end]
					}
				]) => {
					const slice = bytes.subarray(8 + headerLength + begin, 8 + headerLength + end);
					return [name, { shape, data: new Float32Array(Uint8Array.from(slice).buffer) }];
				}
			)
	);
}

/** Largest |found − expected| as a multiple of the tolerance: at most 1 passes; NaN never does. */
export function errorOverTolerance(
	found: Tensor,
	expected: { readonly tensor: Tensor; readonly tolerance: number }
): number {
	return largestDifference(found, expected.tensor) / expected.tolerance;
}
