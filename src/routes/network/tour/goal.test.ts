import { describe, expect, test } from 'vitest';
import type { TaskGoal } from '#lib/lesson/task.ts';
import { DEFAULT_CHOICES, type Choices } from '#lib/state/network/choices.ts';
import { isReached, type Looked } from './goal.ts';

const scene = { kind: 'sample', slug: 'red-ball' } as const;
const page = (changes: Partial<Choices> = {}, rest: Partial<Looked> = {}): Looked => ({
	choices: { ...DEFAULT_CHOICES, ...changes },
	layer: 'conv_stem',
	scene,
	wantsOverview: false,
	...rest
});
const shipped = (slug: string) => ({ kind: 'shipped', slug }) as const;
const other = { model: shipped('scenes-ghost'), form: 'folded', picture: null } as const;

describe('a goal', () => {
	const cases: readonly [goal: TaskGoal, reached: Looked, not: Looked][] = [
		[{ layer: 'conv_stem' }, page(), page({}, { layer: 'blocks.0.0' })],
		[{ model: 'scenes-ghost' }, page({ model: shipped('scenes-ghost') }), page()],
		[{ form: 'folded' }, page({ form: 'folded' }), page()],
		[{ picture: 'red-ball' }, page(), page({}, { scene: null })],
		[{ dial: true }, page({}, { scene: { ...scene, changes: { turn: 1 } as never } }), page()],
		[{ 'all-maps': true }, page({}, { wantsOverview: true }), page()],
		[{ follow: true }, page({ value: { channel: 0, row: 1, column: 2 } }), page()],
		[{ compare: {} }, page({ compare: other }), page()],
		[
			{ compare: { model: 'scenes-ghost', form: 'folded' } },
			page({ compare: other }),
			page({ compare: { ...other, form: 'training-time' } })
		],
		[
			{ compare: { model: 'scenes-ghost' } },
			page({ compare: other }),
			page({ compare: { ...other, model: shipped('scenes-repghost') } })
		]
	];

	test.each(cases)('%o', (goal, reached, not) => {
		expect(isReached(goal, reached)).toBe(true);
		expect(isReached(goal, not)).toBe(false);
	});

	test('of several things needs all of them', () => {
		const goal: TaskGoal = { layer: 'conv_stem', form: 'folded' };
		expect(isReached(goal, page())).toBe(false);
		expect(isReached(goal, page({ form: 'folded' }, { layer: 'blocks.0.0' }))).toBe(false);
		expect(isReached(goal, page({ form: 'folded' }))).toBe(true);
	});
});
