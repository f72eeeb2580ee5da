/** The symbols of a step's tensors, as they stand over them. */
import type { ChannelTensors } from '#lib/core/fold/fold-view.ts';

/** Tensors of a step, and the two numbers between them that have no tensor of their own. */
export type TensorPart = keyof ChannelTensors | 'deviation' | 'identityDeviation';

export interface TensorSymbol {
	readonly base: string;
	readonly above?: string;
	readonly below?: string;
	/** Whose colour it has; plain ink unless given. */
	readonly operation?: 'dw' | 'bn';
}

export const SYMBOLS: Readonly<Record<TensorPart, TensorSymbol>> = {
	kernel: { base: 'W', operation: 'dw' },
	gamma: { base: 'γ', below: '1', operation: 'bn' },
	beta: { base: 'β', below: '1', operation: 'bn' },
	mean: { base: 'μ', below: '1', operation: 'bn' },
	variance: { base: 'σ', above: '2', below: '1', operation: 'bn' },
	deviation: { base: '√(σ₁² + ε)', operation: 'bn' },
	scale: { base: 's', below: '1' },
	shift: { base: 't', below: '1' },
	scaledKernel: { base: 'W′', operation: 'dw' },
	kernelBias: { base: 'b′', operation: 'dw' },
	identityKernel: { base: 'δ', operation: 'dw' },
	identityGamma: { base: 'γ', below: '2', operation: 'bn' },
	identityBeta: { base: 'β', below: '2', operation: 'bn' },
	identityMean: { base: 'μ', below: '2', operation: 'bn' },
	identityVariance: { base: 'σ', above: '2', below: '2', operation: 'bn' },
	identityDeviation: { base: '√(σ₂² + ε)', operation: 'bn' },
	identityScale: { base: 's', below: '2' },
	identityShift: { base: 't', below: '2' },
	scaledIdentity: { base: 'W', above: 'id', operation: 'dw' },
	identityBias: { base: 'b', above: 'id', operation: 'dw' },
	sumKernel: { base: 'Ŵ', operation: 'dw' },
	sumBias: { base: 'b̂', operation: 'dw' }
};
