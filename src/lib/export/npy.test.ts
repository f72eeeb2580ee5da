import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInputTensor, NpyError, parseNpy, serializeNpy } from './npy.ts';

const GOOD = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2, 3), }";
const VALUES = [0, 1, -2.5, 1e-30, 3, 0.1];

/** A file with the given header text, padded as NumPy does. */
function file(header = GOOD, values = VALUES, version = 1): Uint8Array {
	const text = Buffer.from(`${header}\n`);
	const start = Buffer.alloc(version === 1 ? 10 : 12);
	start.write('\x93NUMPY', 'latin1');
	start[6] = version;
	if (version === 1) start.writeUInt16LE(text.length, 8);
	else start.writeUInt32LE(text.length, 8);
	return new Uint8Array(
		Buffer.concat([start, text, Buffer.from(Float32Array.from(values).buffer)])
	);
}

/** The refusal's message; fails when something else than an NpyError is thrown. */
function refusal(bytes: Uint8Array): string | null {
	try {
		parseNpy(bytes);
		return null;
	} catch (error) {
		if (!(error instanceof NpyError)) throw error;
		return error.message;
	}
}

const withHeader = (from: string, to: string) => file(GOOD.replace(from, to));

describe('parseNpy', () => {
	it.each([1, 2, 3])('reads version %i', (version) => {
		const tensor = parseNpy(file(GOOD, VALUES, version));
		expect(tensor).toEqual({ shape: [1, 2, 3], data: Float32Array.from(VALUES) });
	});

	it('reads other spellings of the header, and bytes at an odd offset', () => {
		const header = '{"shape":(6,),"fortran_order":False,"descr":"<f4"}   ';
		const bytes = new Uint8Array([0, ...file(header)]);
		expect(parseNpy(bytes.subarray(1)).shape).toEqual([6]);
		expect(parseNpy(file(GOOD.replace('(1, 2, 3)', '()'), [4])).shape).toEqual([]);
	});

	it.each([
		['an empty file', new Uint8Array(), 'is empty'],
		['another file', new Uint8Array(100), 'is not a NumPy array'],
		['a start alone', file().subarray(0, 9), 'cut short: only 9 bytes'],
		['version 4', file(GOOD, VALUES, 4), 'version 4.0; expected 1.0, 2.0 or 3.0'],
		['a cut header', file().subarray(0, 40), 'cut short: a header up to byte 73'],
		['big-endian values', withHeader('<f4', '>f4'), "('<f4'); found '>f4'"],
		['float64', withHeader('<f4', '<f8'), "found '<f8'"],
		['records', withHeader("'<f4'", "[('r', '<f4')]"), "found [('r', '<f4')]"],
		['Fortran order', withHeader('False', 'True'), 'C order (fortran_order False); found True'],
		['an empty side', withHeader('(1, 2, 3)', '(0, 2, 3)'), 'at least 1'],
		['a giant shape', withHeader('(1, 2, 3)', '(99999999, 99999999, 9)'), 'fit into memory'],
		['a bare number', withHeader('(1, 2, 3)', '(6)'), 'like (3, 224, 224); found (6)'],
		['a missing field', withHeader("'fortran_order': False, ", ''), 'should hold descr'],
		['a field twice', withHeader("'shape'", "'descr': '<f4', 'shape'"), 'should hold descr'],
		['a strange field', withHeader("'shape'", "'shapes'"), 'should hold descr'],
		['an expression', withHeader('(1, 2, 3)', '(1, 2, 3*1)'), 'should hold descr'],
		['text after the header', file(`${GOOD} 1`), 'should hold descr'],
		[
			'a cut end',
			file().subarray(0, -1),
			'1 × 2 × 3 values take 24 bytes in this .npy file; found 23'
		],
		['bytes too many', new Uint8Array([...file(), 0]), 'found 25'],
		['NaN', file(GOOD, [0, 1, 2, 3, NaN, 5]), 'found NaN at [0, 1, 1]'],
		['infinity', file(GOOD, [0, -Infinity, 2, 3, 4, 5]), 'found -Infinity at [0, 0, 1]']
	])('refuses %s', (_, bytes, says) => {
		const message = refusal(bytes);
		expect(message).toContain(says);
		expect(message).toMatch(/^[^\n]+\.$/);
	});

	it('throws nothing but NpyError for changed files', () => {
		const change = fc.record({ at: fc.nat(90), value: fc.nat(255) });
		fc.assert(
			fc.property(fc.array(change), fc.constantFrom(1, 2), (changes, version) => {
				const bytes = file(GOOD, VALUES, version);
				for (const { at, value } of changes) bytes[at % bytes.length] = value;
				refusal(bytes);
			}),
			{ numRuns: 3000 }
		);
	});
});

describe('serializeNpy', () => {
	it('writes what NumPy writes', () => {
		const bytes = serializeNpy({ shape: [3], data: Float32Array.of(1, 2, 3) });
		const header = Buffer.from(bytes.subarray(10, 128)).toString();
		expect(header).toBe(
			`{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }`.padEnd(117) + '\n'
		);
		expect(bytes).toHaveLength(128 + 12);
	});

	it('is undone by parseNpy', () => {
		const shape = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 5 });
		fc.assert(
			fc.property(shape, fc.float({ noNaN: true, noDefaultInfinity: true }), (sides, value) => {
				const size = sides.reduce((product, side) => product * side, 1);
				const tensor = { shape: sides, data: new Float32Array(size).fill(value) };
				expect(parseNpy(serializeNpy(tensor))).toEqual(tensor);
			})
		);
	});
});

describe('checkInputTensor', () => {
	const tensor = (...shape: number[]) => ({ shape, data: new Float32Array() });

	it('takes the one shape', () => {
		expect(() => checkInputTensor(tensor(3, 8, 9), [3, 8, 9])).not.toThrow();
	});

	it.each([
		[[1, 3, 8, 9], 'found [1, 3, 8, 9]; x[0] leaves the batch out.'],
		[[2, 3, 8, 9], 'found [2, 3, 8, 9].'],
		[[8, 9, 3], 'found [8, 9, 3], with the channels last; x.transpose(2, 0, 1) puts them first.'],
		[[3, 9, 8], 'of shape [3, 8, 9] (channels, rows, columns); found [3, 9, 8].']
	])('refuses %j', (shape, says) => {
		expect(() => checkInputTensor(tensor(...shape), [3, 8, 9])).toThrow(says);
	});
});
