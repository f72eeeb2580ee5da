/**
 * The files that `Export measurements` writes: JSON, format `repghost-notebook-measurements`, version 1,
 * with every time that was taken and what follows from them; and CSV with one line for each time.
 */
import * as v from 'valibot';
import { findDisturbances } from '#lib/measure/disturbances.ts';
import { controlPosition, type Measurement } from '#lib/measure/measurement.ts';
import { summarize } from '#lib/measure/summary.ts';
import { thingKey, type Thing } from '#lib/measure/thing.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
const positive = v.pipe(v.number(), v.finite(), v.minValue(0));
const text = v.pipe(v.string(), v.maxLength(300));
const form = v.picklist(['training-time', 'deploy', 'folded']);
const moduleFamily = v.picklist(['ghost', 'repghost']);

const thing: v.GenericSchema<unknown, Thing> = v.variant('kind', [
	v.strictObject({
		kind: v.literal('join'),
		join: v.picklist(['concat', 'add-halves', 'add', 'nothing']),
		channels: count,
		side: count
	}),
	v.strictObject({
		kind: v.literal('module'),
		family: moduleFamily,
		form,
		inChannels: count,
		outChannels: count,
		side: count
	}),
	v.strictObject({
		kind: v.literal('bottleneck'),
		family: moduleFamily,
		form,
		inChannels: count,
		midChannels: count,
		outChannels: count,
		kernel: count,
		stride: count,
		squeezeExcite: count,
		shortcut: v.picklist(['identity', 'convolution', 'none']),
		side: count
	}),
	v.strictObject({
		kind: v.literal('network'),
		family: v.picklist(['repghostnet', 'ghostnet']),
		form,
		width: positive,
		side: count
	})
]);

const experiment = v.pipe(
	v.strictObject({
		things: v.pipe(v.array(thing), v.minLength(1), v.maxLength(12)),
		pairs: v.pipe(v.array(v.strictObject({ of: count, against: count })), v.maxLength(20)),
		control: count
	}),
	v.check(
		({ things, pairs, control }) =>
			[control, ...pairs.flatMap(({ of, against }) => [of, against])].every(
				(position) => position < things.length
			),
		'Positions of things that are in the list'
	)
);

/** All of a measurement but its rounds, as it is exported and as it is kept. */
export const measurementEntries = {
	id: text,
	taken: v.pipe(v.string(), v.isoTimestamp()),
	experiment,
	seed: count,
	roundsWanted: count,
	backend: text,
	processor: v.nullable(text),
	clockStep: positive,
	repetitions: v.pipe(v.array(v.pipe(count, v.minValue(1))), v.maxLength(13)),
	machine: v.strictObject({ cores: v.nullable(count), browser: text }),
	hidden: v.boolean()
};

const round = v.strictObject({
	order: v.array(count),
	milliseconds: v.array(positive),
	pulse: positive,
	gap: positive
});

/** What a reader of the JSON file may rely on; what follows from the times is not read back. */
export const measurementsSchema = v.object({
	format: v.literal('repghost-notebook-measurements'),
	version: v.literal(1),
	measurements: v.array(
		v.object({ ...measurementEntries, rounds: v.array(round) }) satisfies v.GenericSchema<
			unknown,
			Measurement
		>
	)
});

/** The JSON file's text. */
export function serializeMeasurements(measurements: readonly Measurement[]): string {
	const file = {
		format: 'repghost-notebook-measurements',
		version: 1,
		measurements: measurements.map((measurement) => ({
			...measurement,
			results: resultsOf(measurement)
		}))
	};
	return `${JSON.stringify(file, writeNumbers, '\t')}\n`;
}

/** JSON knows no infinity: a ratio to a time that the clock did not see becomes null. */
const writeNumbers = (_: string, value: unknown): unknown =>
	typeof value === 'number' && !Number.isFinite(value) ? null : value;

function resultsOf(measurement: Measurement) {
	const { things, control } = measurement.experiment;
	const { times, pairs, control: twice, margin, complete } = summarize(measurement);
	return {
		complete,
		margin,
		disturbances: findDisturbances(measurement),
		things: times.map(({ median, interval }, position) => ({
			thing: thingKey(things[position] ?? things[control]!),
			control: position === controlPosition(measurement.experiment),
			milliseconds: { median, ...interval }
		})),
		comparisons: pairs.map(({ of, against, comparison }) => ({
			...{ of: thingKey(things[of]!), against: thingKey(things[against]!) },
			...{ ratio: comparison.median, ...comparison.interval, verdict: comparison.verdict }
		})),
		control: { ratio: twice.median, ...twice.interval, verdict: twice.verdict }
	};
}

const COLUMNS = [
	...['measurement', 'taken', 'backend', 'round', 'place', 'thing', 'control'],
	...['repetitions', 'milliseconds', 'pulse']
];

/** One line for each time, in the order in which they were taken; milliseconds are of one run. */
export function measurementsToCsv(measurements: readonly Measurement[]): string {
	const lines = measurements.flatMap((measurement) => {
		const { id, taken, backend, repetitions, experiment: plan, rounds } = measurement;
		return rounds.flatMap(({ order, milliseconds, pulse }, number) =>
			order.map((position, place) => {
				const measured = plan.things[position] ?? plan.things[plan.control]!;
				return [
					...[id, taken, backend, number + 1, place + 1, thingKey(measured)],
					...[position === controlPosition(plan), repetitions[position]!],
					...[Number((milliseconds[position]! / repetitions[position]!).toPrecision(6)), pulse]
				];
			})
		);
	});
	return `${[COLUMNS, ...lines].map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** Quoted where it must be (RFC 4180). */
function csvCell(value: string | number | boolean): string {
	const cell = String(value);
	return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
