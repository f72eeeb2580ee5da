/** The four subjects that are solids of geometry: ball, cube, cone and ring. */
import { box, cone, ellipsoid, painted, rolled, tipped, torus, turned } from '../solid.ts';
import type { SubjectBuilder } from './subject-plan.ts';

/** Plain, or a beach ball, or with a band about it. */
export const ball: SubjectBuilder = (chance, { main, partner, cream }) => {
	const pattern = chance.pick(['plain', 'sectors', 'band'] as const);
	const second = chance.pick([cream, partner]);
	const tilted = rolled(tipped(ellipsoid([0, 0.5, 0], 0.5), 25), chance.between(-35, 35));
	return {
		solids: [painted(tilted, main, { pattern, second, width: chance.between(0.08, 0.14) })]
	};
};

/** A toy block: plain, framed, or a die. */
export const cube: SubjectBuilder = (chance, { main, deep, cream }) => {
	const pattern = chance.pick(['plain', 'frame', 'pips'] as const);
	const half = chance.between(0.4, 0.44);
	const width = pattern === 'pips' ? 0.2 : chance.between(0.14, 0.22);
	const second = pattern === 'pips' ? cream : deep;
	const block = box([0, half, 0], half, half, half, chance.between(0.015, 0.05));
	return { solids: [painted(turned(block, 30), main, { pattern, second, width })] };
};

/** Plain, or with a band or two like a road cone's. */
export const coneSubject: SubjectBuilder = (chance, { main, cream, partner }) => {
	const height = chance.between(0.98, 1.14);
	const radius = chance.between(0.4, 0.48);
	const bands = chance.pick([0, 1, 1] as const);
	return {
		solids: [
			painted(cone([0, 0, 0], height, radius, 0.03, 0.02), main, {
				pattern: bands === 0 ? 'plain' : 'band',
				second: chance.pick([cream, cream, partner]),
				place: chance.between(-0.12, 0.06),
				width: chance.between(0.06, 0.1)
			})
		]
	};
};

/** Stands upright like a wheel, its hole always to be seen. */
export const ring: SubjectBuilder = (chance, { main, partner }) => {
	const thickness = chance.between(0.09, 0.135);
	const radius = 0.53 - thickness;
	const banded = chance.happens(0.3);
	return {
		solids: [
			painted(torus([0, radius + thickness, 0], radius, thickness), main, {
				pattern: banded ? 'band' : 'plain',
				second: partner,
				width: 0.1
			})
		],
		swing: [-50, 50]
	};
};
