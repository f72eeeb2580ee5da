import * as v from 'valibot';
import { trainingLogs } from '#lib/paper/training-logs.ts';

export const schema = v.strictObject({
	width: v.pipe(
		v.optional(v.picklist([...trainingLogs.keys()]), '1.0x'),
		v.description('width of the network whose log is shown at first: `0.5x` to `2.0x`')
	)
});

export type Props = v.InferOutput<typeof schema>;
