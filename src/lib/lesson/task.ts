/**
 * Things to do on the page that runs networks: where the page points, and what counts as done. A lesson
 * with tasks is a guided tour of that page.
 */
import * as v from 'valibot';

/** Parts of the page that a task points at. */
export const TASK_PARTS = [
	'model',
	'form',
	'picture',
	'dials',
	'predictions',
	'layers',
	'maps',
	'all-maps',
	'compare'
] as const;
export type TaskPart = (typeof TASK_PARTS)[number];

const goals = {
	/** The layer is chosen, by its state-dict prefix. */
	layer: v.string(),
	/** The network is chosen, by its slug in the list of models. */
	model: v.string(),
	form: v.picklist(['training-time', 'folded']),
	/** A sample is chosen, by its slug. */
	picture: v.string(),
	/** Some dial of the picture is away from where the sample has it. */
	dial: v.literal(true),
	/** All maps of all layers are on view. */
	'all-maps': v.literal(true),
	/** Some number of the layer is followed. */
	follow: v.literal(true),
	/** The run is compared with one of this network, or of this form. */
	compare: v.strictObject({
		model: v.optional(v.string()),
		form: v.optional(v.picklist(['training-time', 'folded']))
	})
} as const;

/** All of what is named must hold at once. */
export const goalSchema = v.pipe(
	v.partial(v.strictObject(goals)),
	v.check((goal) => Object.keys(goal).length > 0, 'something to be done')
);
export type TaskGoal = v.InferOutput<typeof goalSchema>;
