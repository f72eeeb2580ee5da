/**
 * Follow one number of the fold: what each tensor of one channel was made of, by the arithmetic of
 * `fold-procedure.ts`. Places are named as in `ChannelTensors`.
 */
import type { FoldMistakes } from '#lib/core/fold/fold-procedure.ts';
import type { ChannelTensors } from '#lib/core/fold/fold-view.ts';
import { constant, product, single, taken, type Followed, type Term } from './follow-term.ts';
import { BATCH_NORM_EPSILON } from '#lib/core/graph.ts';

/** A number of one channel: a tensor, and the tap of a kernel (0 for single numbers). */
export interface TensorPlace {
	readonly kind: 'tensor';
	readonly name: keyof ChannelTensors;
	readonly index: number;
}

export type FoldSource =
	| TensorPlace
	/** √(σ² + ε) of one of the two batch norms, which no tensor holds. */
	| { readonly kind: 'deviation'; readonly of: 'variance' | 'identityVariance' };

type FollowedFold = Followed<FoldSource>;
type FoldTerm = Term<FoldSource>;
type Making = Pick<FollowedFold, 'rule' | 'terms'>;

/** What the fold has made of one channel, and how. */
export interface FoldRecord {
	readonly tensors: ChannelTensors;
	readonly mistakes?: FoldMistakes;
}

/** The number at a place; NaN where the fold has not come to it. */
export function foldValue({ tensors }: FoldRecord, { name, index }: TensorPlace): number {
	const tensor = tensors[name];
	return (typeof tensor === 'object' ? tensor[index] : tensor) ?? NaN;
}

/** What the number at `source` was made of. */
export function followFold(fold: FoldRecord, source: FoldSource): FollowedFold {
	if (source.kind === 'deviation') {
		const epsilon = constant(fold.mistakes?.epsilon ?? BATCH_NORM_EPSILON);
		const terms = [termOf(fold, source.of), epsilon];
		return { source, value: deviation(fold, source.of), rule: 'root', terms };
	}
	return { source, value: foldValue(fold, source), ...making(fold, source) };
}

const GIVEN: Making = { rule: 'given', terms: [] };

function making(fold: FoldRecord, { name, index }: TensorPlace): Making {
	const term = (of: keyof ChannelTensors) => termOf(fold, of, index);
	const { tensors, mistakes } = fold;
	const hasNorm = tensors.identityGamma !== undefined;
	switch (name) {
		case 'scale':
			return quotient(term('gamma'), deviationTerm(fold, 'variance'));
		case 'shift':
			return sum(term('beta'), taken(times(term('mean'), term('scale'))));
		case 'scaledKernel':
			return sum(times(term('scale'), term('kernel')));
		case 'kernelBias':
			return same(term('shift'));
		case 'identityScale':
			if (!hasNorm) return GIVEN;
			return quotient(term('identityGamma'), deviationTerm(fold, 'identityVariance'));
		case 'identityShift':
			if (!hasNorm) return GIVEN;
			return sum(term('identityBeta'), taken(times(term('identityMean'), term('identityScale'))));
		case 'scaledIdentity': {
			const factor = mistakes?.centrePlusOne ? constant(1) : term('identityScale');
			return sum(times(factor, term('identityKernel')));
		}
		case 'identityBias':
			return mistakes?.forgetBias ? GIVEN : same(term('identityShift'));
		case 'sumKernel':
			return sum(term('scaledKernel'), term('scaledIdentity'));
		case 'sumBias':
			return sum(term('kernelBias'), term('identityBias'));
		default:
			return GIVEN;
	}
}

/** A tap for kernels, the one number for the rest. */
function termOf(fold: FoldRecord, name: keyof ChannelTensors, index = 0): FoldTerm {
	const at = typeof fold.tensors[name] === 'object' ? index : 0;
	const source: TensorPlace = { kind: 'tensor', name, index: at };
	return single<FoldSource>(foldValue(fold, source), source);
}

function deviation(fold: FoldRecord, of: 'variance' | 'identityVariance'): number {
	return Math.sqrt((fold.tensors[of] ?? NaN) + (fold.mistakes?.epsilon ?? BATCH_NORM_EPSILON));
}

function deviationTerm(fold: FoldRecord, of: 'variance' | 'identityVariance'): FoldTerm {
	return single<FoldSource>(deviation(fold, of), { kind: 'deviation', of });
}

const times = (a: FoldTerm, b: FoldTerm): FoldTerm => product(...a.factors, ...b.factors);
const sum = (...terms: FoldTerm[]): Making => ({ rule: 'sum', terms });
const same = (term: FoldTerm): Making => ({ rule: 'same', terms: [term] });
const quotient = (a: FoldTerm, b: FoldTerm): Making => ({ rule: 'quotient', terms: [a, b] });
