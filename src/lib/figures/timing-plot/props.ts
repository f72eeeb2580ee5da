import * as v from 'valibot';

const time = v.pipe(v.number(), v.finite(), v.minValue(0));

export const schema = v.strictObject({
	rows: v.pipe(
		v.array(
			v.strictObject({
				name: v.pipe(v.string(), v.description('what was timed')),
				note: v.pipe(v.optional(v.string(), ''), v.description('a few words under its name')),
				times: v.pipe(
					v.array(time),
					v.description('milliseconds of one run, one number for each round, in their order')
				)
			})
		),
		v.minLength(1),
		v.description('The things that were timed, one below the other.')
	),
	rounds: v.pipe(
		v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 40),
		v.description('How many rounds there are to be; room is left for those still to come.')
	)
});

export type Props = v.InferOutput<typeof schema>;
