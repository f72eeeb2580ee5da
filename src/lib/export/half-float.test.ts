import { describe, expect, test } from 'vitest';
import { fromBfloat16, fromFloat16, toBfloat16, toFloat16 } from './half-float.ts';

const codes = Array.from({ length: 65_536 }, (_, code) => code);

/** Sign, exponent and fraction as the standard defines them, with nothing shared with the module. */
function valueOf(code: number, exponentBits: number, fractionBits: number): number {
	const text = code.toString(2).padStart(16, '0');
	const sign = text[0] === '1' ? -1 : 1;
	const exponent = parseInt(text.slice(1, 1 + exponentBits), 2);
	const fraction = parseInt(text.slice(1 + exponentBits), 2) / 2 ** fractionBits;
	const bias = 2 ** (exponentBits - 1) - 1;
	if (exponent === 2 ** exponentBits - 1) return fraction ? NaN : sign * Infinity;
	return sign * (exponent ? (1 + fraction) * 2 ** (exponent - bias) : fraction * 2 ** (1 - bias));
}

describe.each([
	{ type: 'F16', decode: fromFloat16, encode: toFloat16, exponentBits: 5, fractionBits: 10 },
	{ type: 'BF16', decode: fromBfloat16, encode: toBfloat16, exponentBits: 8, fractionBits: 7 }
])('$type', ({ decode, encode, exponentBits, fractionBits }) => {
	test('all 65,536 codes have the value of the standard', () => {
		const wrong = codes.filter(
			(code) => !Object.is(decode(code), valueOf(code, exponentBits, fractionBits))
		);
		expect(wrong).toEqual([]);
	});

	test('every finite code comes back from its value, −0 too', () => {
		const finite = codes.filter((code) => Number.isFinite(decode(code)));
		expect(finite).toHaveLength(65_536 - 2 * 2 ** fractionBits);
		expect(finite.filter((code) => encode(decode(code)) !== code)).toEqual([]);
	});

	test('half-way goes to the even neighbour, anything else to the nearest', () => {
		const largest = (2 ** exponentBits - 1) * 2 ** fractionBits - 1;
		const wrong = codes.slice(0, largest).filter((code) => {
			const [low, high] = [decode(code), decode(code + 1)];
			const middle = (low + high) / 2;
			const even = code % 2 === 0 ? code : code + 1;
			const step = new Float32Array([(high - low) / 4])[0]!;
			// Float32 cannot hold a quarter step of BF16's smallest subnormals; it can hold the middle.
			const near = step > 0 && [encode(middle - step), encode(middle + step)];
			return (
				encode(middle) !== even ||
				encode(-middle) !== (even | 0x8000) ||
				(near && (near[0] !== code || near[1] !== code + 1))
			);
		});
		expect(wrong).toEqual([]);
	});

	test('what would round to infinity is not a code', () => {
		const largest = (2 ** exponentBits - 1) * 2 ** fractionBits - 1;
		const top = decode(largest);
		const halfStep = (top - decode(largest - 1)) / 2;
		expect(encode(top)).toBe(largest);
		expect(encode(top + halfStep)).toBeUndefined();
		expect(encode(-top - halfStep)).toBeUndefined();
		expect(encode(top + halfStep / 2)).toBe(largest);
	});
});
