/**
 * Scenes from seeds: the distribution that the networks learn from. Every value is drawn before any is
 * fixed from outside, so that fixing one changes no other.
 */
import { chanceOf, type Chance } from './chance.ts';
import { DIALS, SUBJECTS, type Dial, type Scene, type Subject } from './scene.ts';

/** Trees are green or autumnal more often than not; everything else has any hue. */
function hueOf(chance: Chance, subject: Subject): number {
	const any = chance.between(0, 360);
	const leaves = chance.between(55, 125);
	const autumn = chance.between(5, 55);
	const season = chance.between(0, 1);
	if (subject !== 'tree') return any;
	return season < 0.65 ? leaves : season < 0.9 ? autumn : any;
}

/** Papers are mostly warm, water mostly blue. */
function backgroundOf(chance: Chance, subject: Subject): number {
	const any = chance.between(0, 360);
	const warm = chance.between(20, 80);
	const blue = chance.between(170, 225);
	const choice = chance.between(0, 1);
	if (subject === 'sailing-boat') return choice < 0.7 ? blue : any;
	return choice < 0.55 ? warm : choice < 0.7 ? blue : any;
}

/** As a reader could set it: on the nearest step of its dial. */
function onSteps(values: Readonly<Record<Dial['key'], number>>): Record<Dial['key'], number> {
	const entries = DIALS.map(({ key, step }) => {
		const perUnit = Math.round(1 / step);
		return [key, Math.round(values[key] * perUnit) / perUnit] as const;
	});
	return Object.fromEntries(entries) as Record<Dial['key'], number>;
}

/**
 * The scene of a seed, a whole number from 0 to 4294967295: each of the ten subjects as likely, each of
 * the three styles as likely. `fixed` replaces single values; all others stay what they were.
 */
export function sampleScene(seed: number, fixed: Partial<Scene> = {}): Scene {
	const chance = chanceOf(seed, 7);
	const drawn = chance.pick(SUBJECTS);
	const style = chance.pick([0, 1, 2] as const);
	const subject = fixed.subject ?? drawn;
	const variant = Math.floor(chance.between(0, 4294967296));
	const values = onSteps({
		turn: chance.between(0, 360),
		lean: chance.between(-20, 20),
		elevation: chance.between(8, 46),
		size: chance.between(0.72, 1.34),
		across: chance.between(-0.3, 0.3),
		forward: chance.between(-0.3, 0.3),
		hue: hueOf(chance, subject),
		colour: chance.between(0.25, 1),
		gloss: chance.between(0, 1),
		light: chance.between(0, 360),
		lightHeight: chance.between(26, 74),
		background: backgroundOf(chance, subject),
		backgroundLight: chance.between(0.3, 1),
		clutter: Math.floor(chance.between(0, 4)),
		noise: chance.happens(0.5) ? chance.between(0, 0.35) : 0,
		style
	});
	return { subject, variant, ...values, ...fixed };
}
