/** What can be timed, each as a few words that can be stored, and the graph of `core` that it stands for. */
import { createArchitecture, type Family } from '#lib/core/network/architecture.ts';
import { buildBottleneck, type BottleneckPlan } from '#lib/core/network/bottleneck.ts';
import { bytesMoved, countGraph } from '#lib/core/cost/counts.ts';
import { foldStateDict } from '#lib/core/fold/fold-network.ts';
import { INPUT, type Form, type Graph, type GraphNode } from '#lib/core/graph.ts';
import { buildModule } from '#lib/core/network/modules.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { MODULE_GAINS, NETWORK_GAINS, randomStateDict } from '#lib/core/network/random-weights.ts';
import { operationShape, type MapShape } from '#lib/core/shapes.ts';
import { sizeOf, type StateDict } from '#lib/core/tensor.ts';

export type ModuleFamily = 'ghost' | 'repghost';

/** Two sets of maps become one; the channels are those of the result. */
interface JoinThing {
	readonly kind: 'join';
	/**
	 * `concat`: two halves. `add-halves`: the same two halves, so that the result has half the channels.
	 * `add`: two of the full width. `nothing`: what is left of either when it is folded away.
	 */
	readonly join: 'concat' | 'add-halves' | 'add' | 'nothing';
	readonly channels: number;
	/** Rows, and columns. */
	readonly side: number;
}

export interface ModuleThing {
	readonly kind: 'module';
	readonly family: ModuleFamily;
	readonly form: Form;
	readonly inChannels: number;
	readonly outChannels: number;
	readonly side: number;
}

export interface BottleneckThing extends Pick<
	BottleneckPlan,
	| 'family'
	| 'form'
	| 'inChannels'
	| 'midChannels'
	| 'outChannels'
	| 'kernel'
	| 'stride'
	| 'squeezeExcite'
	| 'shortcut'
> {
	readonly kind: 'bottleneck';
	readonly side: number;
}

export interface NetworkThing {
	readonly kind: 'network';
	readonly family: Family;
	readonly form: Form;
	readonly width: number;
	/** Of the picture, in pixels. */
	readonly side: number;
}

export type Thing = JoinThing | ModuleThing | BottleneckThing | NetworkThing;

/** What a thing is made of: one operation on inputs of its own, or a graph with weights. */
type BuiltThing =
	| {
			readonly kind: 'operation';
			/** Null: the first input is the result. */
			readonly node: GraphNode | null;
			readonly inputs: readonly MapShape[];
	  }
	| {
			readonly kind: 'graph';
			readonly graph: Graph;
			/** Makes the pseudo-random weights of the thing's form; they take time and memory. */
			readonly weights: (seed: number) => StateDict;
			readonly input: MapShape;
	  };

interface ThingCost {
	readonly macs: number;
	readonly parameters: number;
	/** Bytes read and written, float32, nothing elided. */
	readonly bytes: number;
}

/** The branch of the paper's final module; Ghost modules have none. */
const branchOf = (family: ModuleFamily) => (family === 'ghost' ? 'none' : 'bn');

/** @throws Error when the channels of a `join` cannot be halved */
export function buildThing(thing: Thing): BuiltThing {
	switch (thing.kind) {
		case 'join':
			return buildJoin(thing);
		case 'module': {
			const { family, inChannels, outChannels, side } = thing;
			const plan = {
				family,
				inChannels,
				outChannels,
				relu: true,
				branch: branchOf(family)
			} as const;
			const input: MapShape = [1, inChannels, side, side];
			return withWeights((form) => buildModule({ ...plan, form }), thing.form, input, MODULE_GAINS);
		}
		case 'bottleneck': {
			const { family, inChannels, side } = thing;
			const branch = branchOf(family);
			const input: MapShape = [1, inChannels, side, side];
			const build = (form: Form) => buildBottleneck({ ...thing, branch, form });
			return withWeights(build, thing.form, input, MODULE_GAINS);
		}
		case 'network': {
			const { family, width, side } = thing;
			const architecture = createArchitecture(family, { width, inputShape: [3, side, side] });
			const build = (form: Form) => buildNetwork(architecture, form);
			return withWeights(build, thing.form, [1, 3, side, side], NETWORK_GAINS[family]);
		}
	}
}

function withWeights(
	build: (form: Form) => Graph,
	form: Form,
	input: MapShape,
	gains: Parameters<typeof randomStateDict>[2]
): BuiltThing {
	const weights = (seed: number) => {
		const training = build('training-time');
		return foldStateDict(training, randomStateDict(training, seed, gains), form);
	};
	return { kind: 'graph', graph: build(form), weights, input };
}

function buildJoin({ join, channels, side }: JoinThing): BuiltThing {
	if (channels % 2 !== 0) {
		throw new Error(
			`Channels to be joined from two halves: expected an even number, found ${channels}.`
		);
	}
	const whole: MapShape = [1, channels, side, side];
	const half: MapShape = [1, channels / 2, side, side];
	const inputs = [INPUT, 'second'];
	switch (join) {
		case 'concat':
			return {
				kind: 'operation',
				node: { name: join, inputs, operation: { kind: 'concat', channels } },
				inputs: [half, half]
			};
		case 'add-halves':
		case 'add': {
			const input = join === 'add' ? whole : half;
			const node: GraphNode = { name: join, inputs, operation: { kind: 'add' } };
			return { kind: 'operation', node, inputs: [input, input] };
		}
		case 'nothing':
			return { kind: 'operation', node: null, inputs: [whole] };
	}
}

export function costOf(thing: Thing): ThingCost {
	const built = buildThing(thing);
	if (built.kind === 'graph') {
		const cost = countGraph(built.graph, built.input);
		return { macs: cost.macs, parameters: cost.parameters, bytes: bytesMoved(cost) };
	}
	const { node, inputs } = built;
	if (!node) return { macs: 0, parameters: 0, bytes: 0 };
	const values = [...inputs, operationShape(node.operation, inputs)].map(sizeOf);
	return { macs: 0, parameters: 0, bytes: 4 * values.reduce((sum, count) => sum + count, 0) };
}

/** A thing in a few ASCII words, for files and as a key: `repghost module folded 16-16 at 112`. */
export function thingKey(thing: Thing): string {
	switch (thing.kind) {
		case 'join':
			return `${thing.join} ${thing.channels} at ${thing.side}`;
		case 'module':
			return `${thing.family} module ${thing.form} ${thing.inChannels}-${thing.outChannels} at ${thing.side}`;
		case 'bottleneck': {
			const { inChannels, midChannels, outChannels, stride } = thing;
			return `${thing.family} bottleneck ${thing.form} ${inChannels}-${midChannels}-${outChannels} stride ${stride} at ${thing.side}`;
		}
		case 'network':
			return `${thing.family} ${thing.width}x ${thing.form} at ${thing.side}`;
	}
}
