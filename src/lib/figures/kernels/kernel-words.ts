/** Words of the kernels on view, for the page and for pictures of it. */
import { formatCount } from '#lib/strings/format.ts';
import type { Strings } from '#lib/strings/strings.ts';
import type { KernelShape } from './kernel-data.ts';

type Words = Strings['layerKernels'];

/** How many there are, how large each is, and what belongs to what. */
export function kernelsSentence(shape: KernelShape, words: Words): string {
	const [kernels, planes] = [formatCount(shape.kernels), formatCount(shape.planes)];
	const side = String(shape.side);
	if (shape.layout === 'matrix') return words.matrix(kernels, planes);
	return shape.layout === 'planes'
		? words.planes(kernels, planes, side)
		: words.depthwise(kernels, side);
}

/** Whether the planes are those of red, green and blue. */
export function isInColour({ layout, planes }: KernelShape): boolean {
	return layout === 'planes' && planes === 3;
}

/** A name for each plane of the kernel of that number; a matrix has none. */
export function planeNames(shape: KernelShape, number: string, words: Words): readonly string[] {
	if (shape.layout === 'matrix') return [];
	if (shape.planes === 1) return [words.chosen(number)];
	if (isInColour(shape)) return words.colours;
	return Array.from({ length: shape.planes }, (_, plane) => words.plane(String(plane + 1)));
}
