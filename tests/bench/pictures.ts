/** Drawing a scene of 64 × 64 on one core, the three styles side by side on the same scenes. */
import { drawScene } from '#lib/pictures/scenes/draw-scene.ts';
import { sampleScene } from '#lib/pictures/scenes/sample-scene.ts';
import { STYLES, type Style } from '#lib/pictures/scenes/scene.ts';
import type { Measurement } from './report.ts';
import { quantile, summarizeSideBySide } from './side-by-side.ts';

const SIDE = 64;
const FIRST_SEED = 500_000;
const WARM_UP = 60;
const ROUNDS = 300;

export function measurePictures(): Measurement {
	const styles = Object.keys(STYLES) as Style[];
	const times = new Map(styles.map((style) => [style as string, [] as number[]]));
	for (let round = -WARM_UP; round < ROUNDS; round++) {
		for (const style of styles) {
			const scene = sampleScene(FIRST_SEED + round, { style: STYLES[style] });
			const started = performance.now();
			drawScene(scene, SIDE, SIDE);
			if (round >= 0) times.get(style)!.push(performance.now() - started);
		}
	}
	const all = [...times.values()].flat();
	return {
		tables: [
			{
				title: `A scene of ${SIDE} × ${SIDE}, one core; ratio to the first`,
				unit: 'ms',
				rows: summarizeSideBySide(times)
			}
		],
		milliseconds: { picture_64: quantile(all, 0.5), picture_64_p95: quantile(all, 0.95) }
	};
}
