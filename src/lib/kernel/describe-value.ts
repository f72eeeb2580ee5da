/**
 * Values of the reader's code as messages. They can be anything, a proxy that throws at every touch
 * included: whoever calls these functions catches.
 */
import { LIMITS, type KernelEvent, type ScopeName } from './messages.ts';

/** The part of a TensorFlow.js tensor that is read. */
interface TensorLike {
	readonly shape: number[];
	/** Of its values: `float32`, `string` … */
	readonly dtype?: string;
	dataSync(): ArrayLike<unknown>;
}

type Sent = number | 'NaN' | 'Infinity' | '-Infinity';

/** Longest line of text, and how many things of a list are named, before the rest is left out. */
const LONGEST = 2000;
const MOST_ITEMS = 40;
const DEEPEST = 3;
/** Most axes of a tensor that is drawn, as messages have them. */
const MOST_AXES = 6;

export function isTensor(value: unknown): value is TensorLike {
	return (
		typeof value === 'object' &&
		value !== null &&
		'dataSync' in value &&
		typeof value.dataSync === 'function' &&
		'shape' in value &&
		Array.isArray(value.shape)
	);
}

/** Nine digits are all that a float32 has. */
function toSent(value: number): Sent {
	if (Number.isNaN(value)) return 'NaN';
	if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
	return Number(value.toPrecision(9));
}

/** How many of the first values make whole maps and still fit. */
function wholeMaps(shape: readonly number[], size: number): number {
	const map = shape.slice(-2).reduce((product, length) => product * length, 1);
	if (map === 0 || map > LIMITS.values) return 0;
	return Math.min(size, Math.floor(LIMITS.values / map) * map);
}

/** A tensor as it is drawn; a single number, and what is no real number, is a line of text. */
export function describeTensor(tensor: TensorLike, name: string): KernelEvent {
	const data = tensor.dataSync();
	const label = name.slice(0, 200);
	const before = label === '' ? '' : `${label} = `;
	if (tensor.shape.length === 0) return { kind: 'text', text: `${before}${formatValue(data[0])}` };
	if (!hasRealNumbers(tensor, data) || tensor.shape.length > MOST_AXES) {
		const values = formatValue(Array.from(data));
		return { kind: 'text', text: `${before}${formatValue(tensor)} ${values}` };
	}
	let [low, high] = [Infinity, -Infinity];
	for (let index = 0; index < data.length; index++) {
		low = Math.min(low, data[index]!);
		high = Math.max(high, data[index]!);
	}
	const values = Array.from({ length: wholeMaps(tensor.shape, data.length) }, (_, index) =>
		toSent(data[index]!)
	);
	return {
		kind: 'tensor',
		name: label,
		shape: [...tensor.shape],
		low: toSent(low),
		high: toSent(high),
		values
	};
}

/** Texts are none, and a complex number comes as two. */
function hasRealNumbers(tensor: TensorLike, data: ArrayLike<unknown>): data is ArrayLike<number> {
	return tensor.dtype !== 'complex64' && (data.length === 0 || typeof data[0] === 'number');
}

/** Seven digits, as many as a float32 has for sure; small ones in e-notation. */
function formatNumber(value: number): string {
	return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(7)));
}

/** A value as a line of text. */
export function formatValue(value: unknown, depth = 0): string {
	const text = write(value, depth);
	return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function write(value: unknown, depth: number): string {
	if (typeof value === 'string') return depth === 0 ? value : JSON.stringify(value);
	if (typeof value === 'number') return formatNumber(value);
	if (typeof value === 'function') return `function ${value.name}`.trim();
	if (typeof value !== 'object' || value === null) return String(value);
	if (isTensor(value)) return `tensor [${value.shape.join(', ')}]`;
	if (depth >= DEEPEST) return '…';
	if (value instanceof Error) return `${value.name}: ${value.message}`;
	if (Array.isArray(value) || ArrayBuffer.isView(value)) {
		const items = Array.from(value as ArrayLike<unknown> & Iterable<unknown>);
		return `[${list(items.map((item) => () => formatValue(item, depth + 1)))}]`;
	}
	const fields = Object.entries(value).map(
		([key, field]) =>
			() =>
				`${key}: ${formatValue(field, depth + 1)}`
	);
	if (fields.length > 0) return `{ ${list(fields)} }`;
	// A promise, a map or a date has no fields, and is no empty object.
	return Object.prototype.toString.call(value) === '[object Object]' ? '{}' : String(value);
}

function list(items: readonly (() => string)[]): string {
	const shown = items.slice(0, MOST_ITEMS).map((item) => item());
	return [...shown, ...(items.length > MOST_ITEMS ? ['…'] : [])].join(', ');
}

/** A name in scope, with what it stands for. */
export function describeName(name: string, value: unknown): ScopeName {
	const shape = isTensor(value) ? [...value.shape] : [];
	if (isTensor(value)) return { name, kind: 'tensor', shape };
	if (typeof value === 'function') return { name, kind: 'function', shape };
	return { name, kind: typeof value === 'number' ? 'number' : 'other', shape };
}
