/** How the picture on view became the network's input, in numbers, as `pictures/preprocess.ts` does it. */
import { CROP_SHARE, MEAN, resizeTarget, STANDARD_DEVIATION } from '#lib/pictures/preprocess.ts';
import type { InputPicture } from './input-picture.ts';

export interface PictureSteps {
	/** A file or photo is resized and cropped, a scene or drawing made at its size, a tensor taken as it is. */
	readonly way: 'cropped' | 'made' | 'tensor';
	readonly rows: number;
	readonly columns: number;
	/** What a picture covers once it is resized, before the crop. */
	readonly covered: { readonly width: number; readonly height: number };
	readonly cropShare: number;
	/** Of red, green and blue. */
	readonly means: readonly number[];
	readonly deviations: readonly number[];
}

const WAYS: Readonly<Record<InputPicture['kind'], PictureSteps['way']>> = {
	sample: 'made',
	drawing: 'made',
	file: 'cropped',
	camera: 'cropped',
	tensor: 'tensor'
};

export function pictureSteps({ kind, input }: Pick<InputPicture, 'kind' | 'input'>): PictureSteps {
	const [rows = 0, columns = 0] = input.shape.slice(-2);
	return {
		way: WAYS[kind],
		...{ rows, columns },
		covered: resizeTarget(rows, columns),
		cropShare: CROP_SHARE,
		means: MEAN,
		deviations: STANDARD_DEVIATION
	};
}
