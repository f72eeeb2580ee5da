/**
 * What a weight file of this project says about itself: the network's table as JSON in the file's
 * `__metadata__`, so that a network of any table can be read back.
 */
import * as v from 'valibot';
import {
	lastChannels,
	planBottlenecks,
	type Architecture
} from '#lib/core/network/architecture.ts';
import type { Form } from '#lib/core/graph.ts';
import { parseStrictJson } from './strict-json.ts';
import { describeValue, WeightFileError } from './weight-file-error.ts';

/** Key of the configuration in `__metadata__`. */
export const CONFIGURATION_KEY = 'repghost-notebook';

/** Far beyond the published networks, yet small enough that a hostile table stays a small graph. */
const MOST_CHANNELS = 8192;
const MOST_BOTTLENECKS = 64;
export const MOST_CLASSES = 100_000;
const LONGEST_LABEL = 200;

export interface WeightConfiguration {
	readonly architecture: Architecture;
	readonly form: Form;
	/** Names of the classes, one for each. */
	readonly labels: readonly string[] | null;
}

/** Every message below says what is expected; `describeIssue` adds where, and what was found. */
const numberFrom = (least: number, most: number) => {
	const expected = `a number from ${least} to ${most}`;
	return v.pipe(v.number(expected), v.minValue(least, expected), v.maxValue(most, expected));
};
const wholeNumber = (least: number, most: number) => {
	const expected = `a whole number from ${least} to ${most}`;
	return v.pipe(
		v.number(expected),
		v.integer(expected),
		v.minValue(least, expected),
		v.maxValue(most, expected)
	);
};
const oneOf = <const Options extends readonly (string | number)[]>(options: Options) =>
	v.picklist(options, `one of ${options.join(', ')}`);
const flag = v.boolean('true or false');
const fields = <const Entries extends v.ObjectEntries>(entries: Entries) =>
	v.strictObject(entries, ({ expected }) => {
		if (expected === 'never') return 'no field of this name';
		// Valibot quotes the name of a field that is missing.
		if (expected?.startsWith('"')) return 'a value';
		return `an object with ${Object.keys(entries).join(', ')}`;
	});

const rowSchema = fields({
	kernel: oneOf([1, 3, 5, 7]),
	expansion: wholeNumber(1, MOST_CHANNELS),
	out: wholeNumber(1, MOST_CHANNELS),
	squeezeExcite: flag,
	stride: oneOf([1, 2])
});

const stageSchema = v.pipe(
	v.array(rowSchema, 'a list of bottlenecks'),
	v.minLength(1, 'at least one bottleneck')
);

/** The network's table, as files of this project write it. */
export const architectureFields = {
	family: oneOf(['repghostnet', 'ghostnet']),
	width: numberFrom(0.05, 8),
	classes: wholeNumber(1, MOST_CLASSES),
	inputShape: v.strictTuple(
		[wholeNumber(1, 16), wholeNumber(1, 1024), wholeNumber(1, 1024)],
		'channels, rows and columns'
	),
	branch: oneOf(['bn', 'identity', 'both', 'none']),
	identityShortcuts: flag,
	stem: wholeNumber(1, MOST_CHANNELS),
	stages: v.pipe(
		v.array(stageSchema, 'a list of stages'),
		v.minLength(1, 'at least one stage'),
		v.maxLength(MOST_BOTTLENECKS, `at most ${MOST_BOTTLENECKS} stages`)
	),
	head: wholeNumber(1, MOST_CHANNELS),
	dropout: numberFrom(0, 0.99)
} as const;

const configurationSchema = v.pipe(
	fields({
		version: oneOf([1]),
		...architectureFields,
		form: oneOf(['training-time', 'deploy', 'folded']),
		labels: v.optional(
			v.array(
				v.pipe(
					v.string('a text'),
					v.maxLength(LONGEST_LABEL, `a text of at most ${LONGEST_LABEL} characters`)
				),
				'a list of texts'
			)
		)
	}),
	v.transform(({ version, form, labels, ...architecture }) => ({
		version,
		form,
		labels,
		architecture
	}))
);

/** The `__metadata__` of a weight file: what `parseConfiguration` reads back. */
export function weightMetadata(
	architecture: Architecture,
	form: Form,
	labels: readonly string[] | null = null
): Record<string, string> {
	// A Ghost module has no branch to name.
	const branch = architecture.family === 'ghostnet' ? 'none' : architecture.branch;
	const configuration = {
		version: 1,
		...architecture,
		branch,
		form,
		...(labels && { labels })
	};
	return { format: 'pt', [CONFIGURATION_KEY]: JSON.stringify(configuration) };
}

/**
 * The configuration in a file's metadata; `undefined` when there is none.
 *
 * @throws WeightFileError naming the field, what was expected and what was found
 */
export function parseConfiguration(
	metadata: ReadonlyMap<string, string>
): WeightConfiguration | undefined {
	const text = metadata.get(CONFIGURATION_KEY);
	if (text === undefined) return undefined;
	const result = v.safeParse(configurationSchema, parseStrictJson(text, 'The configuration'), {
		abortEarly: true
	});
	if (!result.success) throw new WeightFileError(describeIssue(result.issues[0]));
	const { form, labels = null, architecture } = result.output;
	checkSizes(architecture);
	if (labels && labels.length !== architecture.classes) {
		refuse('labels', `one for each of ${architecture.classes} classes`, `${labels.length}`);
	}
	return { architecture, form, labels };
}

/** Limits that no field alone can state. */
function checkSizes(architecture: Architecture): void {
	const rows = architecture.stages.flat().length;
	if (rows > MOST_BOTTLENECKS)
		refuse('stages', `at most ${MOST_BOTTLENECKS} bottlenecks`, `${rows}`);
	if (architecture.family === 'ghostnet' && architecture.branch !== 'none') {
		refuse('branch', '"none" for a GhostNet, whose modules have no branch', architecture.branch);
	}
	const widest = Math.max(
		lastChannels(architecture),
		...planBottlenecks(architecture).flatMap((plan) => [
			plan.inChannels,
			plan.midChannels,
			plan.outChannels
		])
	);
	if (widest > MOST_CHANNELS) {
		refuse('width', `at most ${MOST_CHANNELS} channels in every layer`, `${widest}`);
	}
}

function describeIssue(issue: v.InferIssue<typeof configurationSchema>): string {
	const path = v.getDotPath(issue) ?? 'as a whole';
	return `The configuration, ${path}: expected ${issue.message}, found ${describeValue(issue.input)}.`;
}

function refuse(field: string, expected: string, found: string): never {
	throw new WeightFileError(`The configuration, ${field}: expected ${expected}, found ${found}.`);
}
