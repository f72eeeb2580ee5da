/**
 * What a Ghost module saves against an ordinary convolution from `c` to `n` channels (GhostNet, arXiv
 * 1911.11907, §3.2): the primary convolution makes n/s maps, and s − 1 cheap kernels of d × d make the
 * others from each of them.
 *
 *     r = n c k² / ( (n/s) c k² + (s − 1) (n/s) d² ) = s c k² / ( c k² + (s − 1) d² )
 *
 * It holds for MACs and for the weights of the convolutions alike; batch norms are the same on both
 * sides and are left out. It tends to s where c is large, and is 1 at c = d²/k², whatever s is.
 */

export interface GhostPlan {
	/** Channels that come in. */
	readonly channels: number;
	/** Maps that leave for each map that the primary convolution makes; 2 in GhostNet. */
	readonly ratio: number;
	/** Side of the primary convolution's kernel; 1 in GhostNet. */
	readonly primary: number;
	/** Side of the cheap operation's kernel; 3 in GhostNet. */
	readonly cheap: number;
}

/** Multiplications for one place of one of the n maps, on average: c k² against what Ghost takes. */
export function ghostCosts({ channels, ratio, primary, cheap }: GhostPlan): {
	readonly ordinary: number;
	readonly ghost: number;
} {
	const ordinary = channels * primary ** 2;
	return { ordinary, ghost: (ordinary + (ratio - 1) * cheap ** 2) / ratio };
}

/** How many times cheaper the Ghost module is; below 1 it is dearer. */
export function ghostSaving(plan: GhostPlan): number {
	const { ordinary, ghost } = ghostCosts(plan);
	return ordinary / ghost;
}

/** Channels at which nothing is saved: with fewer, the Ghost module costs more. */
export function breakEvenChannels({
	primary,
	cheap
}: Pick<GhostPlan, 'primary' | 'cheap'>): number {
	return cheap ** 2 / primary ** 2;
}
