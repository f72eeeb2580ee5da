/** Files that people drop by mistake, known by their first bytes, each with a sentence that helps. */
import { WeightFileError } from './weight-file-error.ts';

interface ForeignFile {
	/** First characters, one per byte, in small letters, without white space and byte order mark before. */
	readonly starts: readonly string[];
	readonly message: string;
}

/** An ONNX file opens with its format version (field 1) and its producer's name (field 2). */
const ONNX_STARTS = Array.from(
	{ length: 20 },
	(_, version) => `\x08${String.fromCharCode(version + 1)}\x12`
);

const FOREIGN_FILES: readonly ForeignFile[] = [
	{
		starts: ['<!doctype', '<html', '<head', '<body', '<!--'],
		message:
			'This is an HTML page, not a weight file; a download may have been replaced by an error page.'
	},
	{
		starts: ['<?xml', '<svg'],
		message: 'This is an XML or SVG file, not a safetensors file.'
	},
	{
		starts: ['version https://git-lfs'],
		message:
			'This is a Git LFS pointer, a short text that stands for the weight file; download the file itself.'
	},
	{ starts: ['{', '['], message: 'This is a JSON text, not a safetensors file.' },
	{
		starts: ['pk\x03\x04', '\x80\x02', '\x80\x03', '\x80\x04', '\x80\x05'],
		message:
			'This is a ZIP or pickle file, such as PyTorch writes for .pth, .pt and .bin. It may hold code, so it is not opened; convert it in Python: safetensors.torch.save_file(torch.load("file.pth", map_location="cpu", weights_only=True), "file.safetensors").'
	},
	{ starts: ['gguf'], message: 'This is a GGUF file, not a safetensors file.' },
	{ starts: ONNX_STARTS, message: 'This looks like an ONNX file, not a safetensors file.' },
	{
		starts: ['\x89png', '\xff\xd8\xff'.toLowerCase(), 'riff', 'gif8'],
		message: 'This is a picture, not a safetensors file; choose it as the picture to run.'
	},
	{
		starts: ['\x93numpy'],
		message: 'This is a NumPy array, not a safetensors file; choose it as the picture to run.'
	},
	{
		starts: ['\x89hdf'],
		message: 'This is an HDF5 file, such as Keras writes, not a safetensors file.'
	}
];

/** How much of a file `refuseForeign` looks at. */
export const SNIFFED_BYTES = 64;

/**
 * Throws a sentence that names the kind of file when the first bytes give it away. To be asked only
 * when the header length is impossible: a length is free to look like one of these.
 *
 * @throws WeightFileError
 */
export function refuseForeign(start: Uint8Array): void {
	const text = String.fromCharCode(...start.subarray(0, SNIFFED_BYTES))
		.replace(/^(?:\xef\xbb\xbf)?[\t\n\r ]*/, '')
		.toLowerCase();
	const foreign = FOREIGN_FILES.find(({ starts }) => starts.some((word) => text.startsWith(word)));
	if (foreign) throw new WeightFileError(foreign.message);
}
