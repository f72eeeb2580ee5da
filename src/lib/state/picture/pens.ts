/** What a reader draws with. */
import type { Pen } from '#lib/pictures/drawing.ts';

/** The rubber brings the ground back. */
export const PENS = {
	black: [0, 0, 0],
	white: [255, 255, 255],
	red: [214, 40, 40],
	orange: [240, 140, 30],
	yellow: [250, 215, 60],
	green: [60, 150, 70],
	blue: [40, 95, 190],
	brown: [120, 75, 40],
	rubber: null
} as const satisfies Readonly<Record<string, Pen | null>>;

export type PenName = keyof typeof PENS;

export const PEN_NAMES = Object.keys(PENS) as PenName[];
