import { describe, expect, it } from 'vitest';
import { fairnessFor, planExperiment, type ExperimentChoice } from './experiment.ts';
import { PLACES } from './places.ts';
import { buildThing, costOf, type Thing } from './thing.ts';

const choice: ExperimentChoice = {
	subject: 'join',
	channels: 16,
	side: 112,
	place: 1,
	fairness: 'role',
	repghostWidth: 0.58,
	ghostWidth: 0.5,
	pictureSide: 224
};

const things = (changes: Partial<ExperimentChoice>): readonly Thing[] =>
	planExperiment({ ...choice, ...changes }).things;

const macs = (list: readonly Thing[]) => list.map((thing) => costOf(thing).macs);

describe('joins of maps', () => {
	it('move the bytes of the worked example', () => {
		expect(things({}).map((thing) => costOf(thing).bytes)).toEqual([
			1_605_632, 1_204_224, 2_408_448, 0
		]);
	});

	it('refuse channels that have no half', () => {
		expect(() => costOf({ kind: 'join', join: 'concat', channels: 7, side: 4 })).toThrow(
			'expected an even number, found 7'
		);
	});
});

describe.each(PLACES)('place $number', ({ number, ghost, repghost, side }) => {
	it('is the same role in both networks', () => {
		expect(ghost.inChannels).toBe(repghost.inChannels);
		expect(ghost.outChannels).toBe(repghost.outChannels);
		expect(ghost.stride).toBe(repghost.stride);
		expect(side).toBeGreaterThanOrEqual(7);
	});

	it('gives modules of equal MACs when they are folded, and about twice at equal width', () => {
		const equal = macs(things({ subject: 'module', place: number, fairness: 'macs' }));
		expect(equal[0]).toBe(equal[3]);
		const wide = macs(things({ subject: 'module', place: number, fairness: 'width' }));
		expect(wide[0]).toBe(2 * wide[3]!);
	});

	it('gives bottlenecks of MACs as near as one channel allows', () => {
		const list = things({ subject: 'bottleneck', place: number, fairness: 'macs' });
		const [ours, theirs] = [list[0], list[3]] as [Thing, Thing];
		const apart = (mid: number) =>
			Math.abs(costOf({ ...ours, midChannels: mid } as Thing).macs - costOf(theirs).macs);
		const { midChannels } = ours as Thing & { midChannels: number };
		expect(apart(midChannels)).toBeLessThanOrEqual(apart(midChannels - 1));
		expect(apart(midChannels)).toBeLessThanOrEqual(apart(midChannels + 1));
	});
});

describe('every experiment', () => {
	const subjects = ['join', 'module', 'bottleneck', 'network'] as const;
	const all = subjects.flatMap((subject) =>
		[...fairnessFor(subject), 'role' as const].map((fairness) => ({ subject, fairness }))
	);

	it.each(all)('compares things that it has: $subject, $fairness', (changes) => {
		const { things: list, pairs, control } = planExperiment({ ...choice, ...changes });
		for (const { of, against } of pairs) {
			expect(list[of]).toBeDefined();
			expect(list[against]).toBeDefined();
			expect(of).not.toBe(against);
		}
		expect(list[control]).toBeDefined();
	});

	it('has weights for each of its graphs', () => {
		for (const thing of things({ subject: 'bottleneck', place: 4 })) {
			const built = buildThing(thing);
			if (built.kind !== 'graph') throw new Error('A bottleneck is a graph.');
			const names = new Set([...built.weights(1).keys()].map((key) => key.replace(/\.[^.]+$/, '')));
			const convolutions = built.graph.nodes.filter(
				({ operation }) => operation.kind === 'convolution'
			);
			for (const { name } of convolutions) expect(names).toContain(name);
		}
	});

	it('takes the networks as published', () => {
		const [folded, , , ghost] = macs(things({ subject: 'network', repghostWidth: 0.5 }));
		expect(Math.round(folded! / 1e6)).toBe(43);
		expect(Math.round(ghost! / 1e6)).toBe(42);
	});
});
