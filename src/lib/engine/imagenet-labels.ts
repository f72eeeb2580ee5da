/**
 * Names of ImageNet's 1,000 classes in the order of its networks, which is that of their WordNet
 * numbers: from TensorFlow.js' MobileNet package, fetched only when a network needs them.
 */
import type { WeightFile } from '#lib/export/weight-file.ts';

const CLASSES = 1000;

/**
 * One name for each class from lists of synonyms: the first of each, or all of them where two classes
 * share it, with the class's number where even those are the same (there are two kinds of crane).
 */
export function shortNames(synonyms: readonly string[]): string[] {
	const firsts = synonyms.map((names) => names.split(',')[0]!.trim());
	const isShared = (all: readonly string[], name: string) =>
		all.indexOf(name) !== all.lastIndexOf(name);
	return firsts.map((first, index) => {
		if (!isShared(firsts, first)) return first;
		const names = synonyms[index]!;
		return isShared(synonyms, names) ? `${names} (${index})` : names;
	});
}

/** The 1,000 names, fetched at the first call. */
export async function imagenetLabels(): Promise<string[]> {
	const { IMAGENET_CLASSES } =
		await import('@tensorflow-models/mobilenet/dist/imagenet_classes.js');
	return shortNames(Array.from({ length: CLASSES }, (_, index) => IMAGENET_CLASSES[index]!));
}

/**
 * The labels of a weight file: its own, or ImageNet's where it names none and has as many classes.
 * Null where there are none, or the list cannot be fetched: numbers do in its place.
 */
export async function labelsFor({
	labels,
	architecture
}: Pick<WeightFile, 'labels' | 'architecture'>): Promise<readonly string[] | null> {
	if (labels || architecture.classes !== CLASSES) return labels;
	return imagenetLabels().catch(() => null);
}
