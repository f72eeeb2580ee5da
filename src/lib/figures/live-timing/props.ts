import * as v from 'valibot';
import { PUBLISHED_WIDTHS } from '#lib/core/network/architecture.ts';
import { PLACES } from '#lib/measure/places.ts';

const whole = (least: number, most: number) =>
	v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

export const schema = v.strictObject({
	subject: v.pipe(
		v.optional(v.picklist(['join', 'module', 'bottleneck', 'network']), 'join'),
		v.description('what is timed: joins of maps, modules, bottlenecks or whole networks')
	),
	channels: v.pipe(
		v.optional(v.pipe(whole(2, 512), v.multipleOf(2)), 16),
		v.description('of a join: channels of the result, an even number')
	),
	side: v.pipe(
		v.optional(whole(4, 224), 112),
		v.description('of a join: rows, and columns, of the maps')
	),
	place: v.pipe(
		v.optional(whole(1, PLACES.length), 5),
		v.description('of modules and bottlenecks: which bottleneck of the networks, counted from 1')
	),
	fairness: v.pipe(
		v.optional(v.picklist(['role', 'macs', 'width']), 'role'),
		v.description(
			'in what Ghost and RepGhost are equal; modules have no equal role, and are taken at equal MACs'
		)
	),
	repghostWidth: v.pipe(
		v.optional(v.picklist([...PUBLISHED_WIDTHS.repghostnet]), 0.58),
		v.description('of networks: the width of RepGhostNet')
	),
	ghostWidth: v.pipe(
		v.optional(v.picklist([...PUBLISHED_WIDTHS.ghostnet]), 0.5),
		v.description('of networks: the width of GhostNet')
	),
	pictureSide: v.pipe(
		v.optional(whole(32, 224), 224),
		v.description('of networks: rows, and columns, of the picture')
	),
	rounds: v.pipe(
		v.optional(whole(10, 200), 60),
		v.description('how often each is timed; more rounds find smaller differences')
	)
});

export type Props = v.InferOutput<typeof schema>;
