import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFixtureCases } from '../../../tests/support/fixtures.ts';
import { rawFile } from '../../../tests/support/weight-files.ts';
import { readSafetensors, serializeSafetensors } from './safetensors.ts';
import { WeightFileError } from './weight-file-error.ts';

const fixture = (name: string) =>
	new URL(`../../../tests/fixtures/pytorch/${name}`, import.meta.url);
const tensor = (shape: number[], ...values: number[]) => ({
	shape,
	data: Float32Array.from(values)
});

describe('bytes by hand', () => {
	const header =
		'{"__metadata__":{"k":"é!"},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},' +
		'"b":{"dtype":"F32","shape":[1,2],"data_offsets":[4,12]}}';
	// 1 = 0x3f800000, −2 = 0xc0000000, 0.5 = 0x3f000000, little-endian.
	const data = [0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0, 0, 0, 0, 0x3f];

	test('writing: length, metadata, names in order, spaces up to a multiple of 8, data', () => {
		const text = new TextEncoder().encode(header);
		const padding = 8 - (text.length % 8);
		const bytes = serializeSafetensors(
			new Map([
				['b', tensor([1, 2], -2, 0.5)],
				['a', tensor([1], 1)]
			]),
			{ metadata: { k: 'é!' } }
		);
		expect(padding).toBe(7);
		const length = text.length + padding;
		expect([...bytes]).toEqual([
			...[length, 0, 0, 0, 0, 0, 0, 0],
			...text,
			...Array<number>(padding).fill(0x20),
			...data
		]);
	});

	test('reading', () => {
		const { tensors, metadata } = readSafetensors(rawFile(header, Uint8Array.from(data)));
		expect([...metadata]).toEqual([['k', 'é!']]);
		expect([...tensors]).toEqual([
			['a', tensor([1], 1)],
			['b', tensor([1, 2], -2, 0.5)]
		]);
	});

	test('F16 and BF16', () => {
		const entry = (dtype: string, begin: number) => ({
			dtype,
			shape: [1],
			data_offsets: [begin, begin + 2]
		});
		const bytes = rawFile(
			{ half: entry('F16', 0), brain: entry('BF16', 2) },
			Uint8Array.from([0, 0xc0, 0x20, 0x40])
		);
		const { tensors } = readSafetensors(bytes);
		expect([...tensors.values()].map(({ data }) => data[0])).toEqual([-2, 2.5]);
	});
});

test('what is written is read back, bit for bit, in any order of insertion', () => {
	const tensors = fc.dictionary(
		fc.string({ minLength: 1 }).filter((name) => !/^__(proto|metadata)__$/.test(name)),
		fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 9 })
	);
	fc.assert(
		fc.property(
			tensors,
			fc.dictionary(fc.constantFrom('k', 'format'), fc.string()),
			(values, metadata) => {
				const entries = Object.entries(values).map(
					([name, list]) => [name, tensor([list.length], ...list)] as const
				);
				const bytes = serializeSafetensors(new Map(entries), { metadata });
				expect(serializeSafetensors(new Map([...entries].reverse()), { metadata })).toEqual(bytes);
				const read = readSafetensors(bytes);
				expect(new Map(read.tensors)).toEqual(new Map(entries));
				expect(Object.fromEntries(read.metadata)).toEqual({ ...metadata });
				expect(bytes.length % 4).toBe(0);
			}
		)
	);
});

test.each([
	['F16', 11],
	['BF16', 8]
] as const)('%s keeps %i significant bits', (dtype, digits) => {
	const normal = fc.float({ noNaN: true, min: Math.fround(2 ** -14), max: 60_000 });
	fc.assert(
		fc.property(fc.array(normal, { minLength: 1 }), (values) => {
			const source = tensor([values.length], ...values);
			const bytes = serializeSafetensors(new Map([['x', source]]), { dtype });
			const { data } = readSafetensors(bytes).tensors.get('x')!;
			values.forEach((value, index) => {
				expect(Math.abs(data[index]! - value)).toBeLessThanOrEqual(value * 2 ** -digits);
			});
		})
	);
});

test('values that the type cannot hold are refused by name', () => {
	const write = (value: number, dtype: 'F32' | 'F16' | 'BF16') => () =>
		serializeSafetensors(new Map([['bn1.bias', tensor([2], 1, value)]]), { dtype });
	expect(write(65_520, 'F16')).toThrow(
		'Tensor "bn1.bias": expected numbers that F16 can hold, found 65520 at index 1.'
	);
	expect(write(65_519, 'F16')).not.toThrow();
	expect(write(65_520, 'BF16')).not.toThrow();
	expect(write(3.4e38, 'BF16')).toThrow('"bn1.bias"');
	expect(write(NaN, 'F32')).toThrow('found NaN at index 1');
	expect(write(-Infinity, 'F32')).toThrow('found -Infinity at index 1');
});

test('tensors that no file can hold are refused by name', () => {
	const write =
		(name: string, shape: number[], ...values: number[]) =>
		() =>
			serializeSafetensors(new Map([[name, tensor(shape, ...values)]]));
	expect(write('x', [2], 1)).toThrow('Tensor "x": expected 2 values for 2, found 1.');
	expect(write('x', [0])).toThrow('Tensor "x": expected at least one value, found none.');
	expect(write('__proto__', [1], 1)).toThrow('__proto__');
	expect(write('__metadata__', [1], 1)).toThrow('__metadata__');
});

test('a type that is not a float is refused by name', () => {
	const bytes = rawFile({ count: { dtype: 'I64', shape: [], data_offsets: [0, 8] } }, 8);
	expect(() => readSafetensors(bytes)).toThrow(
		new WeightFileError('Tensor "count": expected the type F32, F16, BF16, found I64.')
	);
});

describe('files written by PyTorch', () => {
	test.each(['bn_fold', 'bottleneck', 'ghost_module', 'gradient', 'repghost_module'])(
		'%s',
		(group) => {
			const file = readFileSync(fixture(`${group}.safetensors`));
			const { tensors, metadata } = readSafetensors(file);
			expect(metadata.get('format')).toBe('pt');
			let compared = 0;
			for (const { params } of readFixtureCases(group)) {
				for (const expected of params.values()) {
					const found = [...tensors.values()].find(
						({ shape, data }) =>
							shape.join() === expected.shape.join() && data.every((v, i) => v === expected.data[i])
					);
					expect(found).toBeDefined();
					compared++;
				}
			}
			expect(compared).toBeGreaterThan(0);
		}
	);
});
