/** Whether what a task asks for is so. */
import type { TaskGoal } from '#lib/lesson/task.ts';
import type { ModelChoice } from '#lib/state/network/choices.ts';
import type { NetworkSession } from '#lib/state/network/network-session.svelte.ts';

/** What of the page a goal looks at. */
export type Looked = Pick<NetworkSession, 'choices' | 'layer' | 'scene' | 'wantsOverview'>;

type Checks = {
	readonly [K in keyof Required<TaskGoal>]: (
		wanted: Required<TaskGoal>[K],
		page: Looked
	) => boolean;
};

const CHECKS: Checks = {
	layer: (name, { layer }) => layer === name,
	model: (slug, { choices }) => isModel(choices.model, slug),
	form: (form, { choices }) => choices.form === form,
	picture: (slug, { scene }) => scene?.slug === slug,
	dial: (_, { scene }) => scene?.changes !== undefined,
	'all-maps': (_, { wantsOverview }) => wantsOverview,
	follow: (_, { choices }) => choices.value !== null,
	compare: ({ model, form }, { choices: { compare } }) =>
		compare !== null &&
		(model === undefined || isModel(compare.model, model)) &&
		(form === undefined || compare.form === form)
};

function isModel(model: ModelChoice, slug: string): boolean {
	return model.kind !== 'file' && model.slug === slug;
}

/** True when all that the goal names holds. */
export function isReached(goal: TaskGoal, page: Looked): boolean {
	return (Object.keys(goal) as (keyof TaskGoal)[]).every((key) => holds(key, goal, page));
}

function holds<K extends keyof Checks>(
	key: K,
	goal: Partial<Required<TaskGoal>>,
	page: Looked
): boolean {
	const wanted: Required<TaskGoal>[K] | undefined = goal[key];
	return wanted === undefined || CHECKS[key](wanted, page);
}
