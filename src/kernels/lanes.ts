/**
 * Arithmetic that is written once for four channels at a time and for one.
 *
 * Every kernel loops over channels in blocks of four, `v128`, and over the one to three channels that
 * may be left with plain `f32`; a function with a type parameter `L` serves both. All maps are
 * [batch, rows, columns, channels], so that the lanes of a vector are neighbouring channels and no
 * kernel ever adds across lanes.
 */

/** Channels in a vector. */
export const LANES: i32 = 4;

/** Bytes of `count` 32-bit floats. */
export function bytes(count: i32): usize {
	return (<usize>count) << 2;
}

export function zero<L>(): L {
	return splat<L>(0);
}

/** The same number in every lane. */
export function splat<L>(value: f32): L {
	if (isVector<L>()) {
		return f32x4.splat(value);
	} else {
		return value;
	}
}

/** The number at `pointer` in every lane. */
export function loadSplat<L>(pointer: usize): L {
	if (isVector<L>()) {
		return v128.load32_splat(pointer);
	} else {
		return load<f32>(pointer);
	}
}

export function add<L>(a: L, b: L): L {
	if (isVector<L>()) {
		return f32x4.add(a, b);
	} else {
		return a + b;
	}
}

export function subtract<L>(a: L, b: L): L {
	if (isVector<L>()) {
		return f32x4.sub(a, b);
	} else {
		return a - b;
	}
}

export function multiply<L>(a: L, b: L): L {
	if (isVector<L>()) {
		return f32x4.mul(a, b);
	} else {
		return a * b;
	}
}

/** a · b + c, rounded twice like any two operations: the same bits on every machine. */
export function multiplyAdd<L>(a: L, b: L, c: L): L {
	return add<L>(multiply<L>(a, b), c);
}

/** Adds to what is stored at `pointer`. */
export function addTo<L>(pointer: usize, value: L): void {
	store<L>(pointer, add<L>(load<L>(pointer), value));
}

/** max(value, 0); NaN stays NaN. */
export function positivePart<L>(value: L): L {
	if (isVector<L>()) {
		return f32x4.pmax(value, f32x4.splat(0));
	} else {
		return value < 0 ? 0 : value;
	}
}

/** max(value, least); NaN stays NaN. */
export function atLeast<L>(value: L, least: f32): L {
	if (isVector<L>()) {
		return f32x4.pmax(value, f32x4.splat(least));
	} else {
		return value < least ? least : value;
	}
}

/** `value` where `gate` > 0, else 0: the gradient of ReLU. */
export function wherePositive<L>(value: L, gate: L): L {
	if (isVector<L>()) {
		return v128.and(value, f32x4.gt(gate, f32x4.splat(0)));
	} else {
		return gate > 0 ? value : 0;
	}
}
