/** What a benchmark gives: a table for people, and single numbers for machines. */
import { cpus } from 'node:os';
import type { Timing } from './side-by-side.ts';

export interface Table {
	readonly title: string;
	/** Of everything but the ratios. */
	readonly unit: string;
	readonly rows: readonly Timing[];
}

/** Numbers by name; one that could not be measured here is absent, and a note says why. */
export interface Measurement {
	readonly tables: readonly Table[];
	readonly ratios?: Readonly<Record<string, number>>;
	readonly milliseconds?: Readonly<Record<string, number | { median: number; p95: number }>>;
	readonly notes?: readonly string[];
}

export function printTables({ tables, notes = [] }: Measurement): void {
	for (const { title, unit, rows } of tables) {
		console.log(`\n${title}`);
		console.table(
			Object.fromEntries(
				rows.map(({ name, median, lower, upper, ratio }) => [
					name,
					{
						[`median, ${unit}`]: median.toFixed(2),
						quartiles: `${lower.toFixed(2)} to ${upper.toFixed(2)}`,
						ratio: ratio.toFixed(2)
					}
				])
			)
		);
	}
	for (const note of notes) console.log(note);
}

/** Everything in one object, version 1 of `--json`. */
export function toJson(measurements: readonly Measurement[]): object {
	return {
		format: 'repghost-notebook-benchmarks',
		version: 1,
		machine: {
			processor: cpus()[0]?.model ?? 'unknown',
			cores: cpus().length,
			platform: `${process.platform} ${process.arch}`,
			node: process.versions.node
		},
		ratios: Object.assign({}, ...measurements.map(({ ratios }) => ratios)),
		milliseconds: Object.assign({}, ...measurements.map(({ milliseconds }) => milliseconds)),
		notes: measurements.flatMap(({ notes = [] }) => notes),
		tables: measurements.flatMap(({ tables }) => tables)
	};
}
