/** Scenes from outside (addresses, files, messages): every value checked against its dial's range. */
import * as v from 'valibot';
import { DIALS, SUBJECTS, type Dial, type Scene } from './scene.ts';

function dialSchema({ least, most, step }: Dial) {
	const inRange = v.pipe(v.number(), v.finite(), v.minValue(least), v.maxValue(most));
	// Things are counted; everything else may stand between two steps.
	return step === 1 && most < 10 ? v.pipe(inRange, v.integer()) : inRange;
}

const dials = Object.fromEntries(DIALS.map((dial) => [dial.key, dialSchema(dial)])) as Record<
	Dial['key'],
	ReturnType<typeof dialSchema>
>;

const sceneSchema = v.strictObject({
	subject: v.picklist(SUBJECTS),
	variant: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4294967295)),
	...dials
});

const partialSchema = v.partial(sceneSchema);

function parse<Schema extends typeof sceneSchema | typeof partialSchema>(
	schema: Schema,
	given: unknown
): v.InferOutput<Schema> {
	const result = v.safeParse(schema, given, { abortEarly: true });
	if (result.success) return result.output;
	const [issue] = result.issues;
	const field = v.getDotPath(issue);
	const expected = issue.requirement ?? issue.expected;
	throw new Error(
		`Scene${field ? `, ${field}` : ''}: expected ${String(expected)}, found ${issue.received}.`
	);
}

/** A whole scene as a fresh object; throws an Error that names field, expected and found. */
export function parseScene(given: unknown): Scene {
	return parse(sceneSchema, given);
}

/** Some values of a scene, to lay over another; the same errors. */
export function parseSceneChanges(given: unknown): Partial<Scene> {
	return parse(partialSchema, given);
}
