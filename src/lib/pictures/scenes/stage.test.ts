/** What stands where: nothing leaves the frame, nothing covers the subject, no shortcut loses a solid. */
import { describe, expect, it } from 'vitest';
import { cameraOf, type Camera } from './camera.ts';
import { distanceOf } from './distance.ts';
import { PARTS, sampleSolids } from './sample-grid.ts';
import { sampleScene } from './sample-scene.ts';
import { SUBJECTS } from './scene.ts';
import type { Solid } from './solid.ts';
import { setStage, type Stage } from './stage.ts';

const SIDE = 64;

const seeds = (count: number) => Array.from({ length: count }, (_, index) => index);

/** What each pixel shows, of the subject alone or of all. */
function idsOf({ solids, subjectSolids, camera }: Stage, withClutter: boolean): Uint16Array {
	const shown = withClutter ? solids : solids.slice(0, subjectSolids);
	return sampleSolids(shown, camera, SIDE, SIDE, 1).ids.slice();
}

function isOnEdge(pixel: number): boolean {
	const column = pixel % SIDE;
	const row = Math.floor(pixel / SIDE);
	return Math.min(column, row) === 0 || Math.max(column, row) === SIDE - 1;
}

describe('setStage', () => {
	it('keeps the subject in the frame, up to a sliver', () => {
		let touched = 0;
		for (const seed of seeds(400)) {
			const ids = idsOf(setStage(sampleScene(seed)), false);
			const shown = [...ids.keys()].filter((pixel) => ids[pixel] !== 0);
			const onEdge = shown.filter(isOnEdge).length;
			if (onEdge > 0) touched++;
			expect(onEdge / shown.length, `seed ${seed}`).toBeLessThan(0.02);
			// The subject is large enough to be told: a small fish from aside has 5 in 100 of the picture.
			expect(shown.length / ids.length, `seed ${seed}`).toBeGreaterThan(0.04);
		}
		expect(touched / 400).toBeLessThan(0.03);
	});

	it('never lets clutter cover the subject', () => {
		let clutter = 0;
		for (const seed of seeds(300)) {
			const stage = setStage(sampleScene(seed, { clutter: 4 }));
			const alone = idsOf(stage, false);
			const together = idsOf(stage, true);
			clutter += together.filter((id, pixel) => id !== 0 && alone[pixel] === 0).length;
			const covered = alone.filter((id, pixel) => id !== 0 && together[pixel] !== id).length;
			expect(covered, `seed ${seed}`).toBe(0);
		}
		expect(clutter / 300).toBeGreaterThan(20);
	});

	it('leaves things in their places when one more joins them', () => {
		const [two, three] = [2, 3].map((clutter) => setStage(sampleScene(6, { clutter })).solids);
		expect(three!.length).toBeGreaterThan(two!.length);
		expect(three!.slice(0, two!.length)).toEqual(two);
	});

	it('sets subjects on the ground, however they lean', () => {
		for (const subject of SUBJECTS.filter((name) => name !== 'sailing-boat')) {
			const { solids, subjectSolids, camera } = setStage(
				sampleScene(2, { subject, lean: 20, elevation: 5 })
			);
			const depthBelow = solids
				.slice(0, subjectSolids)
				.flatMap((solid) => [0, 1, 2, 3].map((step) => solid.y - solid.reach * solid.scale * step));
			expect(Math.min(...depthBelow)).toBeLessThan(0);
			expect(camera.eye[1]).toBeGreaterThan(0);
		}
	});
});

/** The nearest solid on a ray by plain sphere tracing of the union, without any shortcut. */
function seenBy(solids: readonly Solid[], { eye, ahead, right, up }: Camera, u: number, v: number) {
	const ray = [0, 1, 2].map((axis) => ahead[axis]! + u * right[axis]! + v * up[axis]!);
	const length = Math.hypot(...ray);
	let t = 0.6;
	for (let count = 0; count < 2000 && t < 2; count++) {
		const at = ray.map((step, axis) => eye[axis]! + t * step);
		const distances = solids.map((solid) => worldDistance(solid, at));
		const least = Math.min(...distances);
		if (least < 0.0008) return distances.indexOf(least) + 1;
		// Half steps, since not every bound is as careful as a true distance.
		t += (0.5 * least) / length;
	}
	return 0;
}

function worldDistance(solid: Solid, at: readonly number[]): number {
	const { axes, scale } = solid;
	const from = [at[0]! - solid.x, at[1]! - solid.y, at[2]! - solid.z];
	const own = [0, 3, 6].map(
		(axis) =>
			(from[0]! * axes[axis]! + from[1]! * axes[axis + 1]! + from[2]! * axes[axis + 2]!) / scale
	);
	return scale * distanceOf(solid, own[0]!, own[1]!, own[2]!);
}

describe('sampleSolids', () => {
	it.each(SUBJECTS)('sees of a %s what plain sphere tracing sees', (subject) => {
		const { solids, camera } = setStage(sampleScene(4, { subject, clutter: 3 }));
		const side = 24;
		const { ids, left, top, step } = sampleSolids(solids, camera, side, side, 1);
		const expected = [...ids.keys()].map((sample) =>
			seenBy(solids, camera, left + (sample % side) * step, top - Math.floor(sample / side) * step)
		);
		const differing = expected.filter(
			(solid, sample) => solid !== Math.floor(ids[sample]! / PARTS)
		);
		expect(expected.filter((solid) => solid !== 0).length).toBeGreaterThan(20);
		// Where a ray grazes an edge, the two may fall on different sides of it.
		expect(differing.length).toBeLessThanOrEqual(2);
	});

	it('sees what the camera is turned to', () => {
		const { eye, ahead, up } = cameraOf({ elevation: 30 }, 0.5);
		expect(eye[1] + ahead[1]).toBeCloseTo(0.5, 12);
		expect(ahead[1] * up[1] + ahead[2] * up[2]).toBeCloseTo(0, 9);
	});
});
