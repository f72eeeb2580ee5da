/**
 * The four networks that this site ships: one recipe, equal MACs within 3 %, so that what differs is
 * the module alone. Each has seven bottlenecks, that is fourteen modules, and takes 64 × 64 pixels.
 *
 * As in the paper, Ghost bottlenecks have twice the expansion of RepGhost ones, because a Ghost module
 * makes half of its maps by the cheap operation.
 */
import { bottleneckRow, createArchitecture, type Architecture } from './architecture.ts';

export interface ShippedNetwork {
	/** Name of the file and of the model in addresses. */
	readonly slug: string;
	/** As in menus and tables. */
	readonly name: string;
	readonly architecture: Architecture;
}

/** Subjects of the scenes. */
const CLASSES = 10;
/** Rows and columns of the pictures. */
const SIDE = 64;

const REPGHOST_STAGES: Architecture['stages'] = [
	[bottleneckRow(3, 16, 16, false, 1)],
	[bottleneckRow(3, 32, 24, false, 2), bottleneckRow(3, 48, 24, false, 1)],
	[
		bottleneckRow(5, 72, 40, true, 2),
		bottleneckRow(3, 80, 40, false, 1),
		bottleneckRow(3, 80, 40, true, 1)
	],
	[bottleneckRow(3, 120, 64, false, 2)]
];

const GHOST_STAGES = REPGHOST_STAGES.map((stage) =>
	stage.map((cell) => ({ ...cell, expansion: 2 * cell.expansion }))
);

const shared = {
	classes: CLASSES,
	inputShape: [3, SIDE, SIDE],
	head: 128,
	dropout: 0.1
} as const;

const repghost = (branch: Architecture['branch']) =>
	createArchitecture('repghostnet', { ...shared, stages: REPGHOST_STAGES, branch });

export const SHIPPED_NETWORKS: readonly ShippedNetwork[] = [
	{ slug: 'scenes-repghost', name: 'RepGhost, BN branch', architecture: repghost('bn') },
	{
		slug: 'scenes-repghost-identity',
		name: 'RepGhost, identity branch',
		architecture: repghost('identity')
	},
	{ slug: 'scenes-repghost-plain', name: 'RepGhost, no branch', architecture: repghost('none') },
	{
		slug: 'scenes-ghost',
		name: 'Ghost',
		architecture: createArchitecture('ghostnet', { ...shared, stages: GHOST_STAGES })
	}
];
