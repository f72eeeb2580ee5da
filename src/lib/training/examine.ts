/** What a network makes of pictures it has not seen: the right answers counted, and the mistakes. */
import * as tf from '@tensorflow/tfjs-core';
import type { Graph } from '#lib/core/graph.ts';
import { evaluateGraph } from '#lib/model/evaluate.ts';
import type { Maps, Weights } from '#lib/model/layout.ts';
import { STYLES, SUBJECTS, type Style, type Subject } from '#lib/pictures/scenes/scene.ts';
import { plainBatch, type PictureSet } from './pictures.ts';

/** Pictures run together: large enough to be quick, small enough to let others breathe. */
const AT_ONCE = 50;

/** The class with the largest logit for every picture; the first of equal ones. */
export async function predict(
	graph: Graph,
	weights: Weights,
	pictures: PictureSet
): Promise<Uint8Array> {
	const predictions = new Uint8Array(pictures.count);
	for (let first = 0; first < pictures.count; first += AT_ONCE) {
		const { values, count, side } = plainBatch(pictures, first, AT_ONCE);
		const input: Maps = tf.tensor4d(values, [count, side, side, 3]);
		const outputs = evaluateGraph(graph, weights, input);
		const logits = await outputs.get(graph.output)!.data();
		tf.dispose([input, ...outputs.values()]);
		const classes = logits.length / count;
		for (let index = 0; index < count; index++) {
			const own = logits.subarray(index * classes, (index + 1) * classes);
			predictions[first + index] = own.indexOf(Math.max(...own));
		}
	}
	return predictions;
}

/** Shares of right answers, 0 to 1; NaN for a part without pictures. */
export interface Examination {
	readonly all: number;
	readonly byStyle: Readonly<Record<Style, number>>;
	readonly byClass: Readonly<Record<Subject, number>>;
	/** Rows: what is shown; columns: what is answered; both in the order of `SUBJECTS`. */
	readonly confusion: readonly (readonly number[])[];
}

export function examine(pictures: PictureSet, predictions: Uint8Array): Examination {
	const { labels, styles } = pictures;
	const share = (belongs: (index: number) => boolean) => {
		let right = 0;
		let count = 0;
		predictions.forEach((prediction, index) => {
			if (!belongs(index)) return;
			count++;
			if (prediction === labels[index]) right++;
		});
		return right / count;
	};
	const confusion = SUBJECTS.map(() => SUBJECTS.map(() => 0));
	predictions.forEach((prediction, index) => {
		const row = confusion[labels[index]!]!;
		row[prediction] = row[prediction]! + 1;
	});
	return {
		all: share(() => true),
		byStyle: mapKeys(STYLES, (style) => share((index) => styles[index] === STYLES[style])),
		byClass: Object.fromEntries(
			SUBJECTS.map((subject, label) => [subject, share((index) => labels[index] === label)])
		) as Record<Subject, number>,
		confusion
	};
}

function mapKeys<Key extends string>(
	from: Readonly<Record<Key, unknown>>,
	value: (key: Key) => number
): Record<Key, number> {
	const keys = Object.keys(from) as Key[];
	return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, number>;
}
