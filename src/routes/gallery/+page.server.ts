import { figures } from '#lib/figures/registry.ts';
import { lessonsUsing } from './lessons-using.ts';

/** The figures there are, each with the lessons it stands in. */
export const load = () => ({
	figures: Object.keys(figures).map((name) => ({ name, lessons: lessonsUsing(name) }))
});
