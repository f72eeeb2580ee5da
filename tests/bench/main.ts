/**
 * Every benchmark of the project, run by `npm run bench`, never by the tests.
 *
 * `--json` prints one object for machines in place of the tables; names limit the run (`forms`).
 */
import { startTensorFlow, useRunningKernels } from '../../src/cli/training/tensorflow.ts';
import { measureDialToMaps } from './dial-to-maps.ts';
import { measureForms } from './forms.ts';
import { measureMemory } from './memory/memory.ts';
import { measureOnnxRuntime } from './onnxruntime.ts';
import { measureOwnPictures } from './own-pictures.ts';
import { measurePictures } from './pictures.ts';
import { measureFirstPrediction } from './published.ts';
import { printTables, toJson, type Measurement } from './report.ts';
import { measureScrub } from './scrub.ts';
import { measureTraining } from './training.ts';

const benchmarks: Readonly<Record<string, () => Measurement | Promise<Measurement>>> = {
	forms: measureForms,
	training: measureTraining,
	pictures: measurePictures,
	dials: measureDialToMaps,
	camera: measureOwnPictures,
	scrub: measureScrub,
	onnxruntime: measureOnnxRuntime,
	memory: measureMemory,
	published: measureFirstPrediction
};

const json = process.argv.includes('--json');
const named = process.argv.slice(2).filter((word) => word !== '--json');
const unknown = named.find((name) => !(name in benchmarks));
if (unknown !== undefined) {
	const known = Object.keys(benchmarks).join(', ');
	console.error(`Benchmark: expected some of ${known}, found "${unknown}".`);
	process.exit(1);
}
/** One that cannot run here, for want of a browser say, must not take the others' numbers with it. */
async function measure(name: string): Promise<Measurement> {
	try {
		return await benchmarks[name]!();
	} catch (error) {
		process.exitCode = 1;
		const reason = error instanceof Error ? error.message : String(error);
		return { tables: [], notes: [`${name} could not be measured: ${reason}`] };
	}
}

await startTensorFlow();
await useRunningKernels();
const measurements: Measurement[] = [];
for (const name of named.length > 0 ? named : Object.keys(benchmarks)) {
	if (json) console.error(`measuring ${name} …`);
	const measurement = await measure(name);
	measurements.push(measurement);
	if (!json) printTables(measurement);
}
if (json) console.log(JSON.stringify(toJson(measurements), null, '\t'));
