/**
 * What is timed in one run, and which times are compared.
 *
 * Ghost and RepGhost are compared in three ways, because only one of them is fair in every respect. At an
 * equal role (whole bottlenecks, the same maps in and out) both do the same work for the network. At
 * equal MACs they do the same arithmetic. At an equal width RepGhost does about twice the arithmetic,
 * since it makes by convolution the half that Ghost gets from the cheap operation.
 */
import type { Form } from '#lib/core/graph.ts';
import { PLACES, type Place } from './places.ts';
import {
	costOf,
	type BottleneckThing,
	type ModuleFamily,
	type ModuleThing,
	type NetworkThing,
	type Thing
} from './thing.ts';

export type Subject = 'join' | 'module' | 'bottleneck' | 'network';
type Fairness = 'role' | 'macs' | 'width';

/** What the reader chooses; each subject reads only its own part. */
export interface ExperimentChoice {
	readonly subject: Subject;
	/** Of a join: channels of the result, an even number; rows. */
	readonly channels: number;
	readonly side: number;
	/** Of modules and bottlenecks: counted from 1, see `places.ts`. */
	readonly place: number;
	readonly fairness: Fairness;
	/** Of networks. */
	readonly repghostWidth: number;
	readonly ghostWidth: number;
	readonly pictureSide: number;
}

/** The time of one thing as a multiple of another's; both are positions in the list of things. */
export interface Pair {
	readonly of: number;
	readonly against: number;
}

export interface Experiment {
	readonly things: readonly Thing[];
	readonly pairs: readonly Pair[];
	/** The thing that is timed twice, to see how much two equal things come out apart. */
	readonly control: number;
}

/** The ways of comparing that make sense for a subject. */
export function fairnessFor(subject: Subject): readonly Fairness[] {
	if (subject === 'bottleneck') return ['role', 'macs', 'width'];
	return subject === 'module' ? ['macs', 'width'] : [];
}

export function planExperiment(choice: ExperimentChoice): Experiment {
	switch (choice.subject) {
		case 'join': {
			const { channels, side } = choice;
			const things = (['concat', 'add-halves', 'add', 'nothing'] as const).map(
				(join) => ({ kind: 'join', join, channels, side }) as const
			);
			const pairs = [1, 2, 3].map((of) => ({ of, against: 0 }));
			return { things, pairs, control: 0 };
		}
		case 'module':
			return compareForms((family, form) =>
				moduleAt(placeOf(choice), choice.fairness, family, form)
			);
		case 'bottleneck':
			return compareForms((family, form) =>
				bottleneckAt(placeOf(choice), choice.fairness, family, form)
			);
		case 'network':
			return compareForms((family, form): NetworkThing => {
				const isGhost = family === 'ghost';
				return {
					kind: 'network',
					family: isGhost ? 'ghostnet' : 'repghostnet',
					form,
					width: isGhost ? choice.ghostWidth : choice.repghostWidth,
					side: choice.pictureSide
				};
			});
	}
}

function placeOf({ place }: ExperimentChoice): Place {
	return PLACES[place - 1] ?? PLACES[0]!;
}

/** Three forms of RepGhost and two of Ghost, whose deploy form is its training-time form. */
function compareForms(thing: (family: ModuleFamily, form: Form) => Thing): Experiment {
	return {
		things: [
			thing('repghost', 'folded'),
			thing('repghost', 'deploy'),
			thing('repghost', 'training-time'),
			thing('ghost', 'folded'),
			thing('ghost', 'training-time')
		],
		pairs: [
			{ of: 0, against: 3 },
			{ of: 2, against: 4 },
			{ of: 0, against: 2 },
			{ of: 0, against: 1 }
		],
		control: 0
	};
}

/** The first module of the bottleneck, GhostNet's channels; RepGhost has half of them at equal MACs. */
function moduleAt(
	{ side, ghost }: Place,
	fairness: Fairness,
	family: ModuleFamily,
	form: Form
): ModuleThing {
	const halved = family === 'repghost' && fairness !== 'width';
	const outChannels = halved ? ghost.midChannels / 2 : ghost.midChannels;
	return { kind: 'module', family, form, inChannels: ghost.inChannels, outChannels, side };
}

function bottleneckAt(
	{ side, ghost, repghost }: Place,
	fairness: Fairness,
	family: ModuleFamily,
	form: Form
): BottleneckThing {
	const plain = (plan: Place['ghost'], midChannels: number): BottleneckThing => {
		const { inChannels, outChannels, kernel, stride, squeezeExcite, shortcut } = plan;
		return {
			...{ kind: 'bottleneck', family, form, inChannels, midChannels, outChannels, kernel },
			...{ stride, squeezeExcite, shortcut, side }
		};
	};
	if (family === 'ghost') return plain(ghost, ghost.midChannels);
	if (fairness === 'role') return plain(repghost, repghost.midChannels);
	// The same squeeze-excite as Ghost's, so that only the width differs.
	if (fairness === 'width') return plain(ghost, ghost.midChannels);
	const wanted = costOf({
		...plain(ghost, ghost.midChannels),
		family: 'ghost',
		form: 'folded'
	}).macs;
	return plain(
		repghost,
		widthOfMacs((mid) => plain(repghost, mid), wanted, ghost.midChannels)
	);
}

/** The channels between the two modules that give the MACs nearest to `wanted`. */
function widthOfMacs(at: (mid: number) => Thing, wanted: number, most: number): number {
	let best = 1;
	let distance = Infinity;
	for (let mid = 1; mid <= most; mid++) {
		const apart = Math.abs(costOf(at(mid)).macs - wanted);
		if (apart >= distance) continue;
		best = mid;
		distance = apart;
	}
	return best;
}
