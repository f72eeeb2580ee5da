/**
 * The networks of the menu: those that this site ships, published tables with pseudo-random weights, and
 * published weights that a reader can fetch.
 */
import {
	architectureLabel,
	PUBLISHED_WIDTHS,
	type Family
} from '#lib/core/network/architecture.ts';
import { PUBLISHED_WEIGHTS } from '#lib/core/network/published-weights.ts';

/** A network of this site; what there is to say of it stands in its model card. */
interface ShippedEntry {
	/** Name of its files, and in addresses. */
	readonly slug: string;
	readonly label: string;
}

/** The first is what a reader meets first. */
export const SHIPPED: readonly ShippedEntry[] = [
	{ slug: 'scenes-repghost', label: 'RepGhost, BN branch' },
	{ slug: 'scenes-repghost-identity', label: 'RepGhost, identity branch' },
	{ slug: 'scenes-repghost-plain', label: 'RepGhost, no branch' },
	{ slug: 'scenes-ghost', label: 'Ghost' }
];

export interface ModelEntry {
	/** As in timm: `repghostnet_050`. */
	readonly slug: string;
	/** `RepGhostNet 0.5×`. */
	readonly label: string;
	readonly family: Family;
	readonly width: number;
}

/** Seed of every untrained network of the menu. */
export const MENU_SEED = 1;

/** Inputs and classes of ImageNet, as in both papers. */
export const MENU_INPUT = [3, 224, 224] as const;
export const MENU_CLASSES = 1000;

function entry(family: Family, width: number): ModelEntry {
	const hundredths = String(Math.round(width * 100)).padStart(3, '0');
	return {
		slug: `${family}_${hundredths}`,
		label: architectureLabel({ family, width }),
		family,
		width
	};
}

export const MODELS: readonly ModelEntry[] = (['repghostnet', 'ghostnet'] as const).flatMap(
	(family) => PUBLISHED_WIDTHS[family].map((width) => entry(family, width))
);

/** Networks whose weights timm publishes, by its names: `repghostnet_050.in1k`, trained on ImageNet. */
export const PUBLISHED: readonly ModelEntry[] = PUBLISHED_WEIGHTS.map((entry) => ({
	...entry,
	label: architectureLabel(entry)
}));

export function findPublished(slug: string): ModelEntry | undefined {
	return PUBLISHED.find((model) => model.slug === slug);
}

export function findModel(slug: string): ModelEntry | undefined {
	return MODELS.find((model) => model.slug === slug);
}

export function findShipped(slug: string): ShippedEntry | undefined {
	return SHIPPED.find((model) => model.slug === slug);
}
