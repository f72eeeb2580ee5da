/**
 * What is known of a network that this site ships, format `repghost-notebook-model-card`, version 1:
 * how it was trained, on which seeds, and how often it is right. The trainer writes it, the page reads
 * it; everything the page says about a shipped network comes from here. All shares run from 0 to 1 and
 * are measured on the weight file as it is shipped.
 */
import * as v from 'valibot';
import type { Architecture } from '#lib/core/network/architecture.ts';
import { parseStrictJson } from './strict-json.ts';
import { architectureFields } from './weight-config.ts';
import { describeValue, WeightFileError } from './weight-file-error.ts';

const LONGEST_TEXT = 500;
const MOST_CLASSES = 1000;
const MOST_EPOCHS = 10_000;
/** Longest card that is parsed, in characters. */
const LONGEST_CARD = 1_000_000;

const text = v.pipe(
	v.string('a text'),
	v.nonEmpty('a text'),
	v.maxLength(LONGEST_TEXT, `a text of at most ${LONGEST_TEXT} characters`)
);
const count = v.pipe(
	v.number('a whole number from 0'),
	v.safeInteger('a whole number from 0'),
	v.minValue(0, 'a whole number from 0')
);
const finite = v.pipe(v.number('a finite number'), v.finite('a finite number'));
const positive = v.pipe(finite, v.minValue(0, 'a number from 0'));
const share = v.pipe(
	v.number('a share from 0 to 1'),
	v.minValue(0, 'a share from 0 to 1'),
	v.maxValue(1, 'a share from 0 to 1')
);
const curve = <T extends v.GenericSchema<unknown, number>>(of: T) =>
	v.pipe(v.array(of, 'a list of numbers'), v.maxLength(MOST_EPOCHS, 'fewer numbers'));
const fields = <const Entries extends v.ObjectEntries>(entries: Entries) =>
	v.strictObject(entries, ({ expected }) =>
		expected === 'never'
			? 'no field of this name'
			: `an object with ${Object.keys(entries).join(', ')}`
	);
const slug = v.pipe(
	v.string('a name of a-z, 0-9 and -'),
	v.regex(/^[a-z0-9-]{1,64}$/, 'a name of a-z, 0-9 and -')
);

/** [first seed, how many]. */
const seeds = v.strictTuple([count, count], 'the first seed and how many');
const counts = fields({ parameters: count, macs: count });

const cardFields = fields({
	format: v.literal('repghost-notebook-model-card', '"repghost-notebook-model-card"'),
	version: v.literal(1, '1'),
	/** `RepGhost, BN branch`. */
	name: text,
	/** As in addresses: `scenes-repghost`. */
	slug,
	file: fields({
		name: v.pipe(
			v.string('a file name'),
			v.regex(/^[a-z0-9-]{1,64}\.safetensors$/, 'a file name like scenes-ghost.safetensors')
		),
		bytes: count,
		sha256: v.pipe(
			v.string('64 hexadecimal digits'),
			v.regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits')
		),
		dtype: v.picklist(['F32', 'F16', 'BF16'], 'one of F32, F16, BF16')
	}),
	architecture: fields(architectureFields),
	/** Of the folded form, as are the MACs, for one picture. */
	parameters: count,
	macs: count,
	counts: fields({ 'training-time': counts, folded: counts }),
	/** In the order of the logits. */
	classes: v.pipe(
		v.array(text, 'a list of names'),
		v.minLength(1, 'at least one class'),
		v.maxLength(MOST_CLASSES, `at most ${MOST_CLASSES} classes`)
	),
	data: fields({ generator: text, trainingSeeds: seeds, testSeeds: seeds }),
	recipe: v.objectWithRest(
		{
			seed: count,
			epochs: count,
			batch: count,
			optimiser: text,
			learningRate: positive,
			schedule: text,
			weightDecay: positive,
			labelSmoothing: share,
			augmentation: text
		},
		v.union([text, finite], 'a text or a number'),
		'an object with the recipe'
	),
	/** One value for each epoch; accuracies are of unseen pictures. */
	curves: fields({
		epoch: curve(count),
		loss: curve(finite),
		testLoss: v.optional(curve(finite)),
		accuracy: curve(share),
		learningRate: curve(positive)
	}),
	accuracy: fields({
		all: share,
		byStyle: fields({ shaded: share, flat: share, lines: share }),
		/** With every dial of the test scenes turned anywhere: beyond what was learned from. */
		turned: share,
		/** By the name of the class. */
		byClass: v.record(text, share, 'a share for each class')
	}),
	/** Rows: what is shown; columns: what is answered; both in the order of the classes. */
	confusion: v.array(v.array(count, 'a list of counts'), 'a list of rows'),
	trainedWith: fields({
		seconds: positive,
		examplesPerSecond: positive,
		backend: text,
		/** Version of Node. */
		node: text
	})
});

type Fields = v.InferOutput<typeof cardFields>;

export interface ModelCard extends Omit<Fields, 'architecture'> {
	readonly architecture: Architecture;
}

/**
 * Reads a card.
 * @throws WeightFileError with one sentence that names the field, what was expected and what was found
 */
export function parseModelCard(source: string): ModelCard {
	if (source.length > LONGEST_CARD) {
		throw new WeightFileError(
			`The model card: expected at most ${LONGEST_CARD} characters, found ${source.length}.`
		);
	}
	return checkModelCard(parseStrictJson(source, 'The model card'));
}

/**
 * The text of a card, tabs for indentation; lists of numbers stay on one line each.
 * @throws WeightFileError when the card does not hold what it must
 */
export function serializeModelCard(card: ModelCard): string {
	const indented = JSON.stringify(checkModelCard(card), null, '\t');
	const numbersOnly = /\[\s*(-?[\d.e+-]+(?:,\s*-?[\d.e+-]+)*)\s*\]/g;
	return `${indented.replace(numbersOnly, (_, list: string) => `[${list.replace(/\s+/g, ' ')}]`)}\n`;
}

function checkModelCard(value: unknown): ModelCard {
	const result = v.safeParse(cardFields, value, { abortEarly: true });
	if (!result.success) {
		const [issue] = result.issues;
		refuse(v.getDotPath(issue) ?? 'as a whole', issue.message, describeValue(issue.input));
	}
	const card = result.output;
	checkClasses(card);
	checkCurves(card.curves);
	return card;
}

/** Everything that is given for each class is given for just these classes. */
function checkClasses({ classes, architecture, accuracy, confusion }: Fields): void {
	if (classes.length !== architecture.classes) {
		refuse('classes', `${architecture.classes} names`, `${classes.length}`);
	}
	const named = Object.keys(accuracy.byClass).sort().join(', ');
	const expected = [...classes].sort().join(', ');
	if (named !== expected) refuse('accuracy.byClass', expected, named);
	const sizes = [confusion.length, ...confusion.map(({ length }) => length)];
	if (sizes.some((size) => size !== classes.length)) {
		refuse('confusion', `${classes.length} rows and columns`, sizes.join(', '));
	}
}

function checkCurves({ epoch, loss, testLoss, accuracy, learningRate }: Fields['curves']): void {
	const lengths = [loss, testLoss ?? epoch, accuracy, learningRate].map(({ length }) => length);
	if (lengths.some((length) => length !== epoch.length)) {
		refuse('curves', `${epoch.length} values in each`, lengths.join(', '));
	}
}

function refuse(field: string, expected: string, found: string): never {
	throw new WeightFileError(`The model card, ${field}: expected ${expected}, found ${found}.`);
}
