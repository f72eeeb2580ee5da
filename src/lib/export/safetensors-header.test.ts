import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headerText, rawFile } from '../../../tests/support/weight-files.ts';
import { readSafetensors, serializeSafetensors } from './safetensors.ts';
import { WeightFileError } from './weight-file-error.ts';

const entry = (
	begin: number,
	end: number,
	shape: unknown = [(end - begin) / 4],
	dtype = 'F32'
) => ({
	dtype,
	shape,
	data_offsets: [begin, end]
});
const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

test.each<{ name: string; file: Uint8Array; message: string }>([
	{
		name: 'empty',
		file: new Uint8Array(),
		message: 'The file is empty; expected a safetensors file.'
	},
	{
		name: 'shorter than the length',
		file: Uint8Array.of(1, 2, 3),
		message: 'The file is cut short: expected at least 8 bytes, found 3.'
	},
	{
		name: 'header longer than the file',
		file: rawFile({}, 0, 1000n),
		message:
			'The file is cut short or damaged: expected a header of 1000 bytes, found 2 bytes in the rest of the file.'
	},
	{
		name: 'header length beyond 2⁵³',
		file: rawFile({}, 0, 2n ** 64n - 1n),
		message:
			'The file is cut short or damaged: expected a header of 18446744073709551615 bytes, found 2 bytes in the rest of the file.'
	},
	{
		name: 'header beyond 8 MiB',
		file: rawFile({}, 9_000_000, 8_388_609n),
		message: 'The header is too long: expected at most 8388608 bytes, found 8388609.'
	},
	{
		name: 'header not JSON',
		file: rawFile("{'a': 1}"),
		message: 'The header: expected JSON, found text that is not JSON.'
	},
	{
		name: 'header with a byte order mark',
		file: rawFile('\ufeff{}'),
		message: 'The header: expected JSON, found text that is not JSON.'
	},
	{
		name: 'header with a comment',
		file: rawFile('{/* no */}'),
		message: 'The header: expected JSON, found text that is not JSON.'
	},
	{
		name: 'header of length 0',
		file: rawFile(''),
		message: 'The header: expected JSON, found text that is not JSON.'
	},
	{
		name: 'header not an object',
		file: rawFile('[1]'),
		message: 'The header: expected a JSON object that lists the tensors, found another JSON value.'
	},
	{
		name: 'header null',
		file: rawFile('null'),
		message: 'The header: expected a JSON object that lists the tensors, found another JSON value.'
	},
	{
		name: 'header not UTF-8',
		file: Uint8Array.of(3, 0, 0, 0, 0, 0, 0, 0, 0x22, 0xff, 0x22),
		message:
			'The header: expected text in UTF-8, found bytes that are not; this may not be a safetensors file.'
	},
	{
		name: 'one tensor twice',
		file: rawFile('{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"\\u0061":0}', 4),
		message: 'The header: expected every key once, found the key "a" twice.'
	},
	{
		name: 'one field twice',
		file: rawFile('{"a":{"dtype":"F32","dtype":"F16","shape":[1],"data_offsets":[0,4]}}', 4),
		message: 'The header: expected every key once, found the key "dtype" twice.'
	},
	{
		name: '__proto__ as a tensor',
		file: rawFile('{"__proto__":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}', 4),
		message: 'The header: expected names of tensors and fields, found the key "__proto__".'
	},
	{
		name: '__proto__ in an entry',
		file: rawFile('{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"__proto__":{"x":1}}}', 4),
		message: 'The header: expected names of tensors and fields, found the key "__proto__".'
	},
	{
		name: 'deep nesting',
		file: rawFile(`{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`),
		message: 'The header: expected at most 8 levels of nesting, found more.'
	},
	{
		name: 'metadata not an object',
		file: rawFile({ __metadata__: 'pt' }),
		message: '"__metadata__": expected an object of texts, found "pt".'
	},
	{
		name: 'metadata not text',
		file: rawFile({ __metadata__: { format: 1 } }),
		message: '"__metadata__": expected a text under "format", found 1.'
	},
	{
		name: 'entry not an object',
		file: rawFile({ a: 7 }),
		message: 'Tensor "a": expected an object with type, shape and offsets, found 7.'
	},
	{
		name: 'unknown field',
		file: rawFile({ a: { ...entry(0, 4), stride: [1] } }, 4),
		message: 'Tensor "a": expected only "dtype", "shape" and "data_offsets", found "stride".'
	},
	{
		name: 'unknown type',
		file: rawFile({ a: entry(0, 4, [1], 'F33') }, 4),
		message: 'Tensor "a": expected a type such as "F32", found "F33".'
	},
	{
		name: 'a type that every object has',
		file: rawFile({ a: entry(0, 4, [1], 'constructor') }, 4),
		message: 'Tensor "a": expected a type such as "F32", found "constructor".'
	},
	...[[-3, 2], [1.5], [0], ['2'], 4, null, [1, 1, 1, 1, 1, 1, 1, 1, 1], [2 ** 31, 2 ** 31]].map(
		(shape) => ({
			name: `shape ${JSON.stringify(shape)}`,
			file: rawFile({ a: entry(0, 4, shape) }, 4),
			message: `Tensor "a": expected a shape of at most 8 whole numbers from 1 to 2147483648, found ${JSON.stringify(shape)}.`
		})
	),
	...[[4, 0], [-4, 0], [0.5, 4.5], [0], [0, 4, 8], ['0', '4'], [0, 2 ** 60], {}, null].map(
		(offsets) => ({
			name: `offsets ${JSON.stringify(offsets)}`,
			file: rawFile({ a: { dtype: 'F32', shape: [1], data_offsets: offsets } }, 4),
			message: `Tensor "a": expected two offsets in whole bytes, the first not above the second, found ${JSON.stringify(offsets)}.`
		})
	),
	{
		name: 'offsets and shape disagree',
		file: rawFile({ a: entry(0, 8, [3, 1]) }, 8),
		message: 'Tensor "a": expected 12 bytes for 3 × 1 in F32, found 8 bytes (offsets 0 to 8).'
	},
	{
		name: 'overlapping',
		file: rawFile({ a: entry(0, 8), b: entry(4, 12) }, 12),
		message:
			'Tensor "b": expected to begin at byte 8, where "a" ends, found byte 4; the two overlap.'
	},
	{
		name: 'the same bytes twice',
		file: rawFile({ a: entry(0, 8), b: entry(0, 8) }, 8),
		message:
			'Tensor "b": expected to begin at byte 8, where "a" ends, found byte 0; the two overlap.'
	},
	{
		name: 'a gap',
		file: rawFile({ b: entry(8, 12), a: entry(0, 4) }, 12),
		message:
			'Tensor "b": expected to begin at byte 4, where "a" ends, found byte 8; the bytes between belong to no tensor.'
	},
	{
		name: 'a gap at the start',
		file: rawFile({ a: entry(4, 8) }, 8),
		message:
			'Tensor "a": expected to begin at byte 0, where the data begins, found byte 4; the bytes between belong to no tensor.'
	},
	{
		name: 'truncated, offsets out of range',
		file: rawFile({ a: entry(0, 4), b: entry(4, 12) }, 10),
		message:
			'Tensor "b": expected data up to byte 12, found the file\'s end at byte 10 of the data; the file is cut short, or the offsets are wrong.'
	},
	{
		name: 'trailing bytes',
		file: rawFile({ a: entry(0, 4) }, 404),
		message:
			'The file has trailing bytes: expected its data to end at byte 4, where "a" ends, found 404 bytes.'
	},
	{
		name: 'an HTML page',
		file: ascii('<!DOCTYPE html><html><body>404 Not Found</body></html>'),
		message:
			'This is an HTML page, not a weight file; a download may have been replaced by an error page.'
	},
	{
		name: 'an HTML page after a byte order mark and blank lines',
		file: ascii('\xef\xbb\xbf\r\n\r\n  <HTML lang="en"><head>'),
		message:
			'This is an HTML page, not a weight file; a download may have been replaced by an error page.'
	},
	{
		name: 'a page shorter than a length',
		file: ascii('<html>'),
		message:
			'This is an HTML page, not a weight file; a download may have been replaced by an error page.'
	},
	{
		name: 'a JSON answer',
		file: ascii('{"error":"Repository not found"}'),
		message: 'This is a JSON text, not a safetensors file.'
	},
	{
		name: 'a .pth file (ZIP)',
		file: ascii('PK\x03\x04\x00\x00\x08\x08\x00\x00\x00\x00'),
		message:
			'This is a ZIP or pickle file, such as PyTorch writes for .pth, .pt and .bin. It may hold code, so it is not opened; convert it in Python: safetensors.torch.save_file(torch.load("file.pth", map_location="cpu", weights_only=True), "file.safetensors").'
	},
	{
		name: 'a .pth file (pickle)',
		file: ascii('\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19.'),
		message:
			'This is a ZIP or pickle file, such as PyTorch writes for .pth, .pt and .bin. It may hold code, so it is not opened; convert it in Python: safetensors.torch.save_file(torch.load("file.pth", map_location="cpu", weights_only=True), "file.safetensors").'
	},
	{
		name: 'GGUF',
		file: ascii('GGUF\x03\x00\x00\x00\x00\x00\x00\x00'),
		message: 'This is a GGUF file, not a safetensors file.'
	},
	{
		name: 'ONNX',
		file: ascii('\x08\x07\x12\x07pytorch\x1a\x051.9'),
		message: 'This looks like an ONNX file, not a safetensors file.'
	},
	{
		name: 'a Git LFS pointer',
		file: ascii('version https://git-lfs.github.com/spec/v1\noid sha256:00'),
		message:
			'This is a Git LFS pointer, a short text that stands for the weight file; download the file itself.'
	},
	{
		name: 'PNG',
		file: ascii('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'),
		message: 'This is a picture, not a safetensors file; choose it as the picture to run.'
	},
	{
		name: 'JPEG',
		file: ascii('\xff\xd8\xff\xe0\x00\x10JFIF\x00'),
		message: 'This is a picture, not a safetensors file; choose it as the picture to run.'
	},
	{
		name: 'a tensor',
		file: ascii('\x93NUMPY\x01\x00v\x00'),
		message: 'This is a NumPy array, not a safetensors file; choose it as the picture to run.'
	},
	{
		name: 'HDF5',
		file: ascii('\x89HDF\r\n\x1a\n\x00'),
		message: 'This is an HDF5 file, such as Keras writes, not a safetensors file.'
	}
])('refused: $name', ({ file, message }) => {
	expect(() => readSafetensors(file)).toThrow(new WeightFileError(message));
	expect(({} as { x?: number }).x).toBeUndefined();
});

test('a length that happens to look like ONNX is a length', () => {
	// 0x120708 bytes of header.
	const header = `{"a":${JSON.stringify(entry(0, 4))}}`.padEnd(0x120708);
	expect(readSafetensors(rawFile(header, 4)).tensors.size).toBe(1);
});

test('names from the file are shown escaped and shortened', () => {
	const refusal = (name: string) => {
		try {
			readSafetensors(rawFile({ [name]: 7 }));
		} catch (error) {
			return (error as Error).message;
		}
		return '';
	};
	expect(refusal('\u202egnp.exe\n')).toContain('"\\u202egnp.exe\\n"');
	expect(refusal('<img src=x onerror=alert(1)>')).toContain('"<img src=x onerror=alert(1)>"');
	expect(refusal('n'.repeat(1e6)).length).toBeLessThan(250);
});

describe('a damaged header', () => {
	const valid = serializeSafetensors(
		new Map([
			['conv_stem.weight', { shape: [2, 1, 1, 1], data: Float32Array.of(1, 2) }],
			['bn1.weight', { shape: [2], data: Float32Array.of(3, 4) }]
		]),
		{ metadata: { format: 'pt' } }
	);
	const headerEnd = 8 + headerText(valid).length;
	const readOrRefuse = (bytes: Uint8Array) => {
		try {
			return readSafetensors(bytes).tensors;
		} catch (error) {
			expect(error).toBeInstanceOf(WeightFileError);
			expect((error as Error).message).toMatch(/^[^\n]{10,400}\.$/);
			return undefined;
		}
	};

	test('flipped bytes are refused in one sentence, or the tensors still tile the file', () => {
		const flips = fc.array(fc.tuple(fc.nat(headerEnd - 1), fc.integer({ min: 1, max: 255 })), {
			minLength: 1,
			maxLength: 4
		});
		let refused = 0;
		fc.assert(
			fc.property(flips, (list) => {
				const bytes = valid.slice();
				for (const [position, mask] of list) bytes[position]! ^= mask;
				const tensors = readOrRefuse(bytes);
				if (!tensors) refused++;
				else expect([...tensors.values()].reduce((sum, { data }) => sum + data.length, 0)).toBe(4);
			}),
			{ numRuns: 2000 }
		);
		expect(refused).toBeGreaterThan(1000);
	});

	test('every truncation and every single extra byte is refused', () => {
		for (let length = 0; length < valid.length; length++) {
			expect(readOrRefuse(valid.slice(0, length))).toBeUndefined();
		}
		expect(readOrRefuse(Uint8Array.from([...valid, 0]))).toBeUndefined();
		expect(readOrRefuse(valid)?.size).toBe(2);
	});

	test('any bytes at all', () => {
		fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readOrRefuse(bytes)));
		const json = fc.json().map((text) => rawFile(text, 8));
		fc.assert(fc.property(json, (bytes) => void readOrRefuse(bytes)));
	});
});
