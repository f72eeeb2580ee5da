/** Networks whose trained weights timm publishes on the model hub, all of them trained on ImageNet. */
import { PUBLISHED_WIDTHS, type Family } from './architecture.ts';

export interface PublishedWeightsEntry {
	/** timm's name: `repghostnet_050.in1k`. */
	readonly slug: string;
	readonly family: Family;
	readonly width: number;
}

/** timm has all RepGhostNets, and of GhostNet width 1 alone. */
export const PUBLISHED_WEIGHTS: readonly PublishedWeightsEntry[] = [
	...PUBLISHED_WIDTHS.repghostnet.map((width) => ({ family: 'repghostnet', width }) as const),
	{ family: 'ghostnet', width: 1 } as const
].map(({ family, width }) => ({
	slug: `${family}_${String(Math.round(width * 100)).padStart(3, '0')}.in1k`,
	family,
	width
}));
