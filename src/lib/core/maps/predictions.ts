/** From logits to a ranked list of classes, in doubles. */

interface Prediction {
	/** Position in the logits. */
	readonly index: number;
	/** 0 to 1; NaN where any logit is not a finite number. */
	readonly probability: number;
	readonly logit: number;
}

/**
 * exp(x − max) / Σ exp(x − max), [classes] → [classes]. The largest logit is taken away first, so
 * that nothing overflows. All NaN where any logit is not a finite number.
 */
export function softmax(logits: ArrayLike<number>): Float64Array {
	const values = Float64Array.from(logits);
	if (!values.every(Number.isFinite)) return values.fill(NaN);
	const largest = values.reduce((a, b) => Math.max(a, b), -Infinity);
	const powers = values.map((value) => Math.exp(value - largest));
	const sum = powers.reduce((total, power) => total + power, 0);
	return powers.map((power) => power / sum);
}

/** The `count` most probable classes, the most probable first; equal ones in their order. */
export function topClasses(logits: ArrayLike<number>, count = 5): Prediction[] {
	const probabilities = softmax(logits);
	const ranks = Array.from(probabilities, (probability, index) => ({ index, probability }));
	// NaN compares as neither larger nor smaller, so the order then stays that of the classes.
	ranks.sort((a, b) => b.probability - a.probability || a.index - b.index);
	return ranks.slice(0, count).map((rank) => ({ ...rank, logit: logits[rank.index] ?? NaN }));
}

/** How far two runs of one network are apart, and whether that is rounding alone. */
export interface Agreement {
	/** Largest |a − b|. */
	readonly difference: number;
	/** 1e-5 + 1e-5 · the largest |logit| of the reference. */
	readonly tolerance: number;
	readonly within: boolean;
}

const ABSOLUTE_TOLERANCE = 1e-5;
const RELATIVE_TOLERANCE = 1e-5;

/** Compares two lists of logits of one length; throws when the lengths differ. */
export function compareLogits(reference: Float32Array, other: Float32Array): Agreement {
	if (reference.length !== other.length) {
		throw new Error(
			`Only logits of one length can be compared: ${reference.length} and ${other.length}.`
		);
	}
	let difference = 0;
	let largest = 0;
	for (let i = 0; i < reference.length; i++) {
		const here = Math.abs(reference[i]! - other[i]!);
		// What is no number stays: nothing is larger than it.
		if (!(here <= difference) && !Number.isNaN(difference)) difference = here;
		largest = Math.max(largest, Math.abs(reference[i]!));
	}
	const tolerance = ABSOLUTE_TOLERANCE + RELATIVE_TOLERANCE * largest;
	return { difference, tolerance, within: difference <= tolerance };
}

/** One class in two runs. */
interface ComparedClass {
	readonly index: number;
	readonly a: Prediction;
	readonly b: Prediction;
}

/**
 * The classes that are among the `count` most probable of either run, in the order of the first run.
 * @throws Error when the runs have another number of classes
 */
export function topOfEither(
	a: ArrayLike<number>,
	b: ArrayLike<number>,
	count = 5
): ComparedClass[] {
	if (a.length !== b.length) {
		throw new Error(`Only logits of one length can be compared: ${a.length} and ${b.length}.`);
	}
	const rank = (logits: ArrayLike<number>) => topClasses(logits, logits.length);
	const [first, second] = [rank(a), rank(b)];
	const wanted = new Set(
		[...first.slice(0, count), ...second.slice(0, count)].map(({ index }) => index)
	);
	const others = new Map(second.map((prediction) => [prediction.index, prediction]));
	return first
		.filter(({ index }) => wanted.has(index))
		.map((prediction) => ({
			index: prediction.index,
			a: prediction,
			b: others.get(prediction.index)!
		}));
}
