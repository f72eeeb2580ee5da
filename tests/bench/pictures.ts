/** Drawing scenes on one core, as the shipped and the published networks see them, the styles side by side. */
import { drawScene } from '#lib/pictures/scenes/draw-scene.ts';
import { sampleScene } from '#lib/pictures/scenes/sample-scene.ts';
import { STYLES, type Style } from '#lib/pictures/scenes/scene.ts';
import type { Measurement } from './report.ts';
import { quantile, summarizeSideBySide } from './side-by-side.ts';

const FIRST_SEED = 500_000;
const SIZES = [
	{ side: 64, warmUp: 60, rounds: 300 },
	{ side: 224, warmUp: 20, rounds: 60 }
];

/** Times by style, in milliseconds. */
function drawAll({ side, warmUp, rounds }: (typeof SIZES)[number]): Map<string, number[]> {
	const styles = Object.keys(STYLES) as Style[];
	const times = new Map(styles.map((style) => [style as string, [] as number[]]));
	for (let round = -warmUp; round < rounds; round++) {
		for (const style of styles) {
			const scene = sampleScene(FIRST_SEED + round, { style: STYLES[style] });
			const started = performance.now();
			drawScene(scene, side, side);
			if (round >= 0) times.get(style)!.push(performance.now() - started);
		}
	}
	return times;
}

export function measurePictures(): Measurement {
	const sizes = SIZES.map((size) => ({ side: size.side, times: drawAll(size) }));
	return {
		tables: sizes.map(({ side, times }) => ({
			title: `A scene of ${side} × ${side}, one core; ratio to the first`,
			unit: 'ms',
			rows: summarizeSideBySide(times)
		})),
		milliseconds: Object.fromEntries(
			sizes.flatMap(({ side, times }) => {
				const all = [...times.values()].flat();
				return [
					[`picture_${side}`, quantile(all, 0.5)],
					[`picture_${side}_p95`, quantile(all, 0.95)]
				];
			})
		)
	};
}
