/** The frame round a receptive field, in pixels of the picture that it is drawn on. */
import {
	spanCentre,
	spanSize,
	type ReceptiveField,
	type Window
} from '#lib/core/network/receptive-field.ts';

interface Frame {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

interface FieldFrame {
	/** Round the pixels that are seen. */
	readonly seen: Frame;
	/** Round the kernels' whole reach, as far as the margin shows it; null where it is the same. */
	readonly reach: Frame | null;
	/** The reach less the picture, as a path to be filled by the even-odd rule; '' where it is empty. */
	readonly beyond: string;
	/** Middle of the reach, in the picture or beyond its border. */
	readonly centre: { readonly x: number; readonly y: number };
}

/** @param margin pixels on each side of the picture that are drawn as well */
export function fieldFrame(
	{ seen, reach }: Pick<ReceptiveField, 'seen' | 'reach'>,
	picture: { readonly width: number; readonly height: number },
	margin: number
): FieldFrame {
	const inside = frameOf(seen);
	const drawn = cut(frameOf(reach), {
		x: -margin,
		y: -margin,
		width: picture.width + 2 * margin,
		height: picture.height + 2 * margin
	});
	const isSame = rectangle(drawn) === rectangle(inside);
	return {
		seen: inside,
		reach: isSame ? null : drawn,
		beyond: isSame ? '' : rectangle(drawn) + rectangle(inside),
		centre: { x: spanCentre(reach.columns), y: spanCentre(reach.rows) }
	};
}

function frameOf({ rows, columns }: Window): Frame {
	return {
		x: columns.first,
		y: rows.first,
		width: spanSize(columns),
		height: spanSize(rows)
	};
}

function cut(frame: Frame, around: Frame): Frame {
	const left = Math.max(frame.x, around.x);
	const top = Math.max(frame.y, around.y);
	return {
		x: left,
		y: top,
		width: Math.min(frame.x + frame.width, around.x + around.width) - left,
		height: Math.min(frame.y + frame.height, around.y + around.height) - top
	};
}

function rectangle({ x, y, width, height }: Frame): string {
	return `M${x} ${y}h${width}v${height}h${-width}z`;
}
