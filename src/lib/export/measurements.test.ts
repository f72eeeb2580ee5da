import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { cut, type Recording } from '../../../tests/support/lab-recording.ts';
import { measurementsSchema, measurementsToCsv, serializeMeasurements } from './measurements.ts';

const file = new URL('../../../tests/fixtures/lab/different-bottlenecks.json', import.meta.url);
const recording = JSON.parse(readFileSync(file, 'utf8')) as Recording;
const measurement = { ...cut(recording, 0, 40), machine: { cores: 2, browser: 'A, "B"' } };

describe('the JSON file', () => {
	it('reads back as the measurement it was made from', () => {
		const { measurements } = v.parse(
			measurementsSchema,
			JSON.parse(serializeMeasurements([measurement]))
		);
		expect(measurements).toMatchObject([measurement]);
	});

	it('holds the verdicts, and no infinity', () => {
		const [first] = measurement.rounds;
		const unseen = {
			...measurement,
			rounds: measurement.rounds.map((round) => ({
				...first!,
				...round,
				milliseconds: [1, 1, 0, 0, 1, 1]
			}))
		};
		const { measurements } = JSON.parse(serializeMeasurements([measurement, unseen])) as {
			measurements: { results: { comparisons: { ratio: number | null; verdict: string }[] } }[];
		};
		expect(measurements[0]!.results.comparisons[2]).toMatchObject({ verdict: 'faster' });
		expect(measurements[1]!.results.comparisons[2]).toMatchObject({ ratio: null });
	});

	it.each([
		['another format', { format: 'other' }],
		['another version', { version: 2 }],
		['times below zero', { measurements: [{ ...measurement, clockStep: -1 }] }],
		[
			'a comparison of what is not there',
			{
				measurements: [
					{
						...measurement,
						experiment: { ...measurement.experiment, pairs: [{ of: 9, against: 0 }] }
					}
				]
			}
		]
	])('is refused with %s', (_, changes) => {
		const whole = JSON.parse(serializeMeasurements([measurement])) as object;
		expect(v.safeParse(measurementsSchema, { ...whole, ...changes }).success).toBe(false);
	});
});

describe('the CSV file', () => {
	const lines = measurementsToCsv([measurement]).trimEnd().split('\r\n');

	it('has a line for each time, in the order in which they were taken', () => {
		expect(lines).toHaveLength(1 + 40 * 6);
		const rows = lines.slice(1, 7).map((line) => line.split(','));
		const { order, milliseconds } = measurement.rounds[0]!;
		rows.forEach((row, place) => {
			expect(row.slice(3, 5)).toEqual(['1', String(place + 1)]);
			expect(row[6]).toBe(String(order[place] === 5));
			const each = milliseconds[order[place]!]! / measurement.repetitions[order[place]!]!;
			expect(Number(row[8])).toBeCloseTo(each, 4);
		});
	});

	it('quotes what would break a line', () => {
		const [, line] = measurementsToCsv([{ ...measurement, id: 'a,"b"' }]).split('\r\n');
		expect(line).toMatch(/^"a,""b""",/);
	});
});
