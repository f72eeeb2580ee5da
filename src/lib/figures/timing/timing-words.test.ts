import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planExperiment, type ExperimentChoice } from '#lib/measure/experiment.ts';
import { summarize } from '#lib/measure/summary.ts';
import { en } from '#lib/strings/en.ts';
import { cut, type Recording } from '../../../../tests/support/lab-recording.ts';
import {
	controlSentence,
	formatRatio,
	nameOf,
	noteOf,
	timedRows,
	verdictSentences
} from './timing-words.ts';

const words = en.lab;
const choice: ExperimentChoice = {
	...{ subject: 'join', channels: 16, side: 112, place: 5, fairness: 'role' },
	...{ repghostWidth: 0.58, ghostWidth: 0.5, pictureSide: 224 }
};
const namesOf = (changes: Partial<ExperimentChoice>) =>
	planExperiment({ ...choice, ...changes }).things.map((thing) => nameOf(thing, words));

describe('names and notes', () => {
	it('say channels and forms', () => {
		expect(namesOf({})).toEqual([
			...['Concat to 16 channels', 'Add the same halves, 8 channels', 'Add to 16 channels'],
			'Nothing'
		]);
		expect(namesOf({ subject: 'bottleneck' })[0]).toBe('RepGhost, folded');
		expect(namesOf({ subject: 'network' })[3]).toBe('GhostNet 0.5×, folded');
	});

	it('are different for each thing of an experiment', () => {
		for (const subject of ['join', 'module', 'bottleneck', 'network'] as const) {
			const names = namesOf({ subject });
			expect(new Set(names).size).toBe(names.length);
		}
	});

	it('say what a thing costs on paper', () => {
		const [concat, , , nothing] = planExperiment(choice).things;
		expect(noteOf(concat!, words)).toBe('1.61 MB moved');
		expect(noteOf(nothing!, words)).toBe('no bytes moved');
		const [bottleneck] = planExperiment({ ...choice, subject: 'bottleneck' }).things;
		expect(noteOf(bottleneck!, words)).toBe('40 → 60 → 40 channels, 4.47 M MACs');
	});
});

describe('verdicts', () => {
	const file = new URL(
		'../../../../tests/fixtures/lab/different-bottlenecks.json',
		import.meta.url
	);
	const recording = JSON.parse(readFileSync(file, 'utf8')) as Recording;
	const measurement = cut(recording, 0, 40);
	const summary = summarize(measurement);

	it('are one sentence each, with the ratio and its range', () => {
		const sentences = verdictSentences(summary, measurement.experiment, words);
		expect(sentences).toHaveLength(4);
		expect(sentences[2]).toMatch(
			/^RepGhost, folded is faster than RepGhost, training-time: it takes 0\.\d\d times as long \(0\.\d\d to 0\.\d\d\)\.$/
		);
	});

	it('say when a difference is not clear of the noise floor', () => {
		const times = (factor: number) =>
			Array.from({ length: 40 }, (_, round) => ({
				...{ order: [0, 1, 2, 3, 4, 5], pulse: 1, gap: 0 },
				milliseconds: [10, 10 * factor, 10, 10, 10, 10].map((time) => time + (round % 3) / 100)
			}));
		const { experiment } = measurement;
		const [sentence] = verdictSentences(
			summarize({
				...measurement,
				experiment: { ...experiment, pairs: [{ of: 1, against: 0 }] },
				rounds: times(1.01)
			}),
			experiment,
			words
		);
		expect(sentence).toMatch(
			/^No difference can be told .* 1\.01 .* not clear of the noise floor\.$/
		);
	});

	it('are open while rounds are missing', () => {
		const stopped = summarize({ ...measurement, rounds: measurement.rounds.slice(0, 20) });
		for (const sentence of verdictSentences(stopped, measurement.experiment, words)) {
			expect(sentence).toMatch(/so far\.$/);
		}
	});

	it('come with the noise floor', () => {
		expect(controlSentence(summary, measurement.experiment, words)).toMatch(
			/RepGhost, folded, timed twice, .* Differences up to \d+\.\d % count as none\.$/
		);
	});
});

it.each([
	[0.6234, '0.62'],
	[12.36, '12.4'],
	[0.00126, '0.0013'],
	[0, '0.00'],
	[Infinity, '∞']
])('writes the ratio %f as %s', (ratio, text) => expect(formatRatio(ratio)).toBe(text));

it('has a row for each thing and the control, with times or without', () => {
	const experiment = planExperiment(choice);
	const empty = timedRows(experiment, null, words);
	expect(empty).toHaveLength(5);
	expect(empty[4]).toMatchObject({ name: 'Concat to 16 channels, once more', times: [] });
	const round = { order: [0, 1, 2, 3, 4], milliseconds: [10, 20, 30, 0, 11], pulse: 1, gap: 0 };
	const rows = timedRows(experiment, { rounds: [round], repetitions: [10, 10, 10, 10, 10] }, words);
	expect(rows.map(({ times }) => times)).toEqual([[1], [2], [3], [0], [1.1]]);
});
