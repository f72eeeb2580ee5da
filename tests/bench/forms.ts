/** What folding and the module give: whole networks at 224 × 224 in each form, wasm on one thread. */
import { randomPicture } from '#lib/core/network/random-weights.ts';
import { disposeWeights, uploadMaps } from '#lib/model/layout.ts';
import { makeNetwork, preparePass } from './network-pass.ts';
import type { Measurement, Table } from './report.ts';
import { timeSideBySide } from './side-by-side.ts';

const NETWORKS = [
	['repghostnet', 'training-time'],
	['repghostnet', 'deploy'],
	['repghostnet', 'folded'],
	['ghostnet', 'training-time'],
	['ghostnet', 'folded']
] as const;

async function measureWidth(width: number): Promise<Table> {
	const input = uploadMaps(randomPicture([1, 3, 224, 224], 1));
	const passes = new Map(
		NETWORKS.map(([family, form]) => [
			`${family} ${form}`,
			preparePass(makeNetwork(family, width, form), input)
		])
	);
	const things = new Map([...passes].map(([name, { run }]) => [name, run]));
	const rows = await timeSideBySide(things, { warmUp: 5, rounds: 40 });
	for (const { weights } of passes.values()) disposeWeights(weights);
	input.dispose();
	return {
		title: `${width}x at 224 × 224, wasm, one thread; ratio to the first`,
		unit: 'ms',
		rows
	};
}

/** Times on the wasm backend, which must be running. */
export async function measureForms(): Promise<Measurement> {
	const tables = [await measureWidth(0.5), await measureWidth(1)];
	const ratio = (name: string) => tables[0]!.rows.find((row) => row.name === name)!.ratio;
	return {
		tables,
		ratios: {
			folded_over_training_time: ratio('repghostnet folded'),
			repghostnet_over_ghostnet: ratio('repghostnet folded') / ratio('ghostnet folded')
		}
	};
}
