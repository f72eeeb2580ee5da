/** What the snippets about reading measurements and accuracies must give. */
import { pairedRatios } from '#lib/measure/compare-times.ts';
import { medianOf } from '#lib/measure/median-interval.ts';
import type { Tensor } from '#lib/core/tensor.ts';

const scalar = (value: number): Tensor => ({ shape: [], data: Float32Array.of(value) });
const vector = (values: readonly number[]): Tensor => ({
	shape: [values.length],
	data: Float32Array.from(values)
});
const sum = (values: readonly number[]): number => values.reduce((total, next) => total + next, 0);

function timesInTurns(): Readonly<Record<string, Tensor>> {
	const [a, b] = [
		[10, 10.4, 30, 10.2, 10],
		[8, 8.4, 12, 16, 8.1]
	] as const;
	const rounds = pairedRatios(b, a);
	return {
		means: scalar(sum(b) / sum(a)),
		rounds: vector(rounds),
		ratio: scalar(medianOf(rounds))
	};
}

/** The standard error of a share p of n is √(p(1 − p)/n); errors of a difference add as squares. */
function errorOfAccuracy(): Readonly<Record<string, Tensor>> {
	const squares = [0.66, 0.69].map((share) => (1e4 * share * (1 - share)) / 50_000);
	return { error: vector(squares.map(Math.sqrt)), difference: scalar(Math.sqrt(sum(squares))) };
}

/** By snippet. */
export const expectedOfTiming: Readonly<Record<string, Readonly<Record<string, Tensor>>>> = {
	'times-in-turns': timesInTurns(),
	'error-of-accuracy': errorOfAccuracy()
};
