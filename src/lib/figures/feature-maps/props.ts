import * as v from 'valibot';
import { float32Array } from '../arrays.ts';

export const schema = v.strictObject({
	/** The layer's maps: shape [1, channels, rows, columns]. */
	maps: v.strictObject({ shape: v.array(v.number()), data: float32Array }),
	/** One colour scale for all maps, or one for each. */
	scale: v.picklist(['shared', 'own'])
});

export interface Props {
	readonly maps: { readonly shape: readonly number[]; readonly data: Float32Array };
	readonly scale: v.InferOutput<typeof schema>['scale'];
	onscale: (scale: Props['scale']) => void;
}
