/**
 * Published numbers with their sources, read once from the dossier beside this file
 * (`dossier.json`, whose values were collected from the authors' repository, figures and other
 * publications) and from timm's lists of results on other test sets (`robustness.json`). Nothing is
 * typed by hand anywhere else: texts and charts name a number by its path,
 * `repghostnet-imagenet/repghostnet-0.58x/latency-ms-arm`.
 */
import dossier from './dossier.json';
import robustness from './robustness.json';
import { walk, type Around, type Published } from './walk-dossier.ts';

const START: Around = { path: [], row: '', confidence: null, sources: [] };

/** The benchmark files carry no marks of their own: each number stands in one file of one project. */
const BENCHMARKS: Around = {
	path: ['timm-benchmarks'],
	row: '',
	confidence: 'S1',
	sources: ['timm_bench']
};

/** Counts of the published layer tables; their source is the counting itself. */
const COUNTED: Around = { path: ['derived'], row: '', confidence: 'CALC', sources: ['calc'] };

function* everything(): Generator<Published> {
	const { timm_benchmarks: benchmarks, ...tables } = dossier.tables;
	yield* walk(tables, START);
	yield* walk(benchmarks, BENCHMARKS);
	const { architecture, derived, training_recipe: recipe } = dossier;
	yield* walk({ architecture, 'training recipe': recipe }, START);
	yield* walk(derived, COUNTED);
	yield* walk(robustness, { ...START, path: ['timm-robustness'] });
}

/** Every number of the dossier, by its path. */
export const facts: ReadonlyMap<string, Published> = new Map(
	[...everything()].map((fact) => [fact.path, fact])
);

/** @throws Error for a path that names nothing, with the nearest table's rows or columns */
export function publishedAt(path: string): Published {
	const fact = facts.get(path);
	if (fact) return fact;
	const known = [...facts.keys()];
	const parts = path.split('/');
	while (parts.length > 0 && !known.some((name) => name.startsWith(`${parts.join('/')}/`))) {
		parts.pop();
	}
	const next = new Set(
		known
			.filter((name) => parts.length === 0 || name.startsWith(`${parts.join('/')}/`))
			.map((name) => name.split('/')[parts.length]!)
	);
	throw new Error(
		`Published number: expected ${[...parts, '…'].join('/')} with one of ${[...next].join(', ')}, found "${path}".`
	);
}
