/**
 * A scene as data: what stands in a generated picture and how it is seen. Every number is a dial a
 * reader can turn; `draw-scene.ts` makes the picture, `sample-scene.ts` draws a scene from a seed.
 */

/** The ten classes, in the order of the networks' logits. */
export const SUBJECTS = [
	'ball',
	'cube',
	'cone',
	'ring',
	'mug',
	'mushroom',
	'snowman',
	'tree',
	'fish',
	'sailing-boat'
] as const;

export type Subject = (typeof SUBJECTS)[number];

/** The three styles that the networks learn and are examined on; see `Scene.style`. */
export const STYLES = { shaded: 0, flat: 1, lines: 2 } as const;

export type Style = keyof typeof STYLES;

/** All numbers lie within the range of their dial. */
export interface Scene {
	readonly subject: Subject;
	/** Whole number from 0 to 4294967295: proportions of the subject, places of the clutter, grain. */
	readonly variant: number;
	/** Degrees about the upright axis. */
	readonly turn: number;
	/** Degrees by which the subject leans to the right. */
	readonly lean: number;
	/** Degrees of the camera above the horizon. */
	readonly elevation: number;
	/** 1: the subject fills about half of the picture's side. */
	readonly size: number;
	/** Place to the right, in shares of half a picture's side. */
	readonly across: number;
	/** Place towards the reader, in the same unit on the ground. */
	readonly forward: number;
	/** Hue of the subject, degrees. */
	readonly hue: number;
	/** Colourfulness of the subject, 0 grey to 1. */
	readonly colour: number;
	/** 0 matt to 1 glossy. */
	readonly gloss: number;
	/** Degrees from which the light comes, 0 from the reader's left. */
	readonly light: number;
	/** Degrees of the light above the horizon. */
	readonly lightHeight: number;
	/** Hue of ground and wall, degrees. */
	readonly background: number;
	/** Brightness of ground and wall, 0 to 1. */
	readonly backgroundLight: number;
	/** Number of small things that stand about. */
	readonly clutter: number;
	/** Grain, 0 to 1. */
	readonly noise: number;
	/** 0 shaded, 1 flat, 2 line drawing; between two of them the picture is their mixture. */
	readonly style: number;
}

/** One number of a scene that a reader can turn. */
export interface Dial {
	readonly key: Exclude<keyof Scene, 'subject' | 'variant'>;
	readonly least: number;
	readonly most: number;
	readonly step: number;
	readonly unit: 'degrees' | 'none';
	/** True where `most` is `least` once more, as after a full turn. */
	readonly wraps: boolean;
}

const dial = (
	key: Dial['key'],
	least: number,
	most: number,
	step: number,
	unit: Dial['unit'] = 'none',
	wraps = false
): Dial => ({ key, least, most, step, unit, wraps });

/** In the order of the page's list. */
export const DIALS: readonly Dial[] = [
	dial('turn', 0, 360, 1, 'degrees', true),
	dial('lean', -30, 30, 1, 'degrees'),
	dial('size', 0.6, 1.4, 0.01),
	dial('across', -0.5, 0.5, 0.01),
	dial('forward', -0.5, 0.5, 0.01),
	dial('elevation', 5, 60, 1, 'degrees'),
	dial('hue', 0, 360, 1, 'degrees', true),
	dial('colour', 0, 1, 0.01),
	dial('gloss', 0, 1, 0.01),
	dial('light', 0, 360, 1, 'degrees', true),
	dial('lightHeight', 20, 80, 1, 'degrees'),
	dial('background', 0, 360, 1, 'degrees', true),
	dial('backgroundLight', 0, 1, 0.01),
	dial('clutter', 0, 4, 1),
	dial('noise', 0, 1, 0.01),
	dial('style', 0, 2, 0.01)
];
