/**
 * Scenes as the reader chooses them: one of the samples, and the dials that were turned since. Only the
 * turned ones are kept, so that an address stays short and a picture is exactly the sample's until then.
 */
import { SAMPLE_SCENES } from '#lib/pictures/scenes/samples.ts';
import { parseSceneChanges } from '#lib/pictures/scenes/scene-schema.ts';
import {
	DIALS,
	SUBJECTS,
	type Dial,
	type Scene,
	type Subject
} from '#lib/pictures/scenes/scene.ts';

export { DIALS, SUBJECTS };

export type SceneChanges = Readonly<Partial<Scene>>;

export const SAMPLE_SLUGS: readonly string[] = SAMPLE_SCENES.map(({ name }) => name);

/** Variants are whole numbers below this. */
const VARIANTS = 4_294_967_296;

/**
 * A sample with what was changed on it.
 * @throws Error when there is no sample of that name
 */
export function sceneOf(slug: string, changes: SceneChanges = {}): Scene {
	return { ...findSample(slug), ...changes };
}

function findSample(slug: string): Scene {
	const sample = SAMPLE_SCENES.find(({ name }) => name === slug);
	if (!sample) throw new Error(`Picture: expected one of the samples, found "${slug}".`);
	return sample.scene;
}

/** The changes with one more, or with one fewer where it leads back to the sample. */
export function changeScene(slug: string, changes: SceneChanges, more: SceneChanges): SceneChanges {
	const sample = findSample(slug);
	const merged = Object.entries({ ...changes, ...more }) as [keyof Scene, Scene[keyof Scene]][];
	return Object.fromEntries(merged.filter(([key, value]) => value !== sample[key]));
}

export function isSubject(text: string): text is Subject {
	return SUBJECTS.some((subject) => subject === text);
}

/** Another scene of the same dials: other proportions, clutter and grain. */
export function nextVariant({ variant }: Scene): SceneChanges {
	return { variant: (variant + 1) % VARIANTS };
}

/** The nearest value that a dial can stand on. */
export function onDial({ least, most, step }: Dial, value: number): number {
	const steps = Math.round((Math.min(most, Math.max(least, value)) - least) / step);
	// Two decimals are all that any dial has; without this 0.1 + 0.2 would be written out.
	return Math.min(most, Number((least + steps * step).toFixed(2)));
}

/** `turn_120*style_1.5*subject_mug`, in the order of the dials; '' without any change. */
export function formatChanges(changes: SceneChanges): string {
	return [...(['subject', 'variant'] as const), ...DIALS.map(({ key }) => key)]
		.filter((key) => changes[key] !== undefined)
		.map((key) => `${key}_${changes[key]}`)
		.join('*');
}

/** What `formatChanges` wrote; null when any part is unknown, given twice or out of range. */
export function parseChanges(text: string): SceneChanges | null {
	const changes = new Map<string, string | number>();
	for (const part of text.split('*')) {
		const [key = '', written = '', ...rest] = part.split('_');
		if (rest.length > 0 || changes.has(key)) return null;
		changes.set(key, key === 'subject' ? written : parseNumber(key, written));
	}
	try {
		return parseSceneChanges(Object.fromEntries(changes));
	} catch {
		return null;
	}
}

/** On a step of its dial, as the page's sliders are; NaN for anything but a plain number. */
function parseNumber(key: string, written: string): number {
	if (!/^-?\d{1,10}(\.\d{1,4})?$/.test(written)) return NaN;
	const value = Number(written);
	const dial = DIALS.find((candidate) => candidate.key === key);
	const inRange = dial && value >= dial.least && value <= dial.most;
	return inRange ? onDial(dial, value) : value;
}
