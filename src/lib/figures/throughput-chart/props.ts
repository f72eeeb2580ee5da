import * as v from 'valibot';
import { THROUGHPUT_WIDTHS } from '#lib/paper/throughput.ts';

export const schema = v.strictObject({
	width: v.pipe(
		v.optional(v.picklist(THROUGHPUT_WIDTHS), '050'),
		v.description('width of both networks as timm names it: `050`, `100` or `130`')
	)
});

export type Props = v.InferOutput<typeof schema>;
