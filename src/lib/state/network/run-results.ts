/** The file that a run is written to. */
import { resultsFileName, serializeResults, type ResultsSource } from '#lib/export/results.ts';
import { inputShape, type Run } from './held.svelte.ts';

/** @throws Error that names the first number which the file cannot hold */
export function exportRun(run: Run): { fileName: string; text: string } {
	const fileName = resultsFileName(run.network.name, run.result.form);
	return { fileName, text: serializeResults(resultsOf(run)) };
}

/** What a file about a run says of it. */
export function resultsOf({ network, picture, form, result }: Run): ResultsSource {
	const { source } = network;
	const outlines = new Map(form.layers.map((layer) => [layer.name, layer]));
	return {
		model: {
			name: network.name,
			family: network.family,
			width: network.width,
			classes: network.classes,
			form: result.form,
			parameters: form.parameters,
			macs: form.macs,
			weights: {
				source: source.kind === 'random' ? `pseudo-random, seed ${source.seed}` : source.fileName,
				sha256: network.sha256
			}
		},
		input: { kind: picture.kind, shape: inputShape(picture), name: inputName(picture) },
		backend: result.report.backend,
		logits: result.logits,
		labels: network.labels,
		layers: result.layers.map(({ name, min, max, mean, std, milliseconds }) => {
			const { kind, shape } = outlines.get(name)!;
			return { name, op: kind, shape: [...shape], min, max, mean, std, milliseconds };
		}),
		milliseconds: result.milliseconds
	};
}

/** The sample with what was changed on it, so that the very picture can be drawn again. */
function inputName({ name, scene }: Run['picture']): string {
	return scene === '' ? name : `${name} ${scene}`;
}
