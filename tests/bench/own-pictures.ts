/**
 * From a frame of the camera, and from a move of the pen, to painted maps, in the built site and a real
 * browser. Only how the picture is made differs from a dial; the page's own measures are the same.
 */
import type { Page } from 'playwright';
import { onBuiltSite } from './built-site.ts';
import type { Measurement } from './report.ts';
import { quantile, summarizeSideBySide } from './side-by-side.ts';

const MILLISECONDS = 4000;
const FRAME = 1000 / 60;

/** Measures in the built site, made beforehand. */
export function measureOwnPictures(): Promise<Measurement> {
	return onBuiltSite(async (browser, address) => {
		const page = await browser.newPage({
			viewport: { width: 1440, height: 900 },
			// The copy for use without a network would be made meanwhile.
			serviceWorkers: 'block'
		});
		await page.goto(`${address}network/`);
		await page.getByRole('button', { name: 'Export results (JSON)', disabled: false }).waitFor();
		await page.getByRole('button', { name: 'Camera', exact: true }).click();
		await page.getByText('The camera is on.').waitFor();
		await listen(page);
		const camera = await listen(page);
		await page.getByRole('button', { name: 'Draw', exact: true }).click();
		const surface = page.getByRole('slider', { name: /^Drawing surface/ });
		await surface.scrollIntoViewIfNeeded();
		const box = (await surface.boundingBox())!;
		await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
		await page.mouse.down();
		const circling = circle(page, box);
		const drawing = await listen(page);
		await circling;
		await page.mouse.up();
		return describe(new Map(Object.entries({ camera, drawing })));
	});
}

/** Draws a circle, again and again, as long as `listen` listens. */
async function circle(
	page: Page,
	{ x, y, width, height }: { x: number; y: number; width: number; height: number }
): Promise<void> {
	const end = performance.now() + MILLISECONDS;
	for (let step = 0; performance.now() < end; step++) {
		const turn = step / 20;
		const [right, down] = [Math.cos(turn) / 3 + 0.5, Math.sin(turn) / 3 + 0.5];
		await page.mouse.move(x + width * right, y + height * down);
	}
}

/** Runs in the page: how long each picture took to its painted maps. */
function listen(page: Page): Promise<number[]> {
	return page.evaluate(async (length) => {
		const latencies: number[] = [];
		const measures = new PerformanceObserver((list) => {
			for (const { name, duration } of list.getEntries()) {
				if (name === 'dial-to-maps') latencies.push(duration);
			}
		});
		measures.observe({ entryTypes: ['measure'] });
		await new Promise((resolve) => setTimeout(resolve, length));
		measures.disconnect();
		return latencies;
	}, MILLISECONDS);
}

function describe(times: ReadonlyMap<string, number[]>): Measurement {
	const notes = [...times].map(([name, list]) => {
		const within = list.filter((time) => time <= FRAME).length / list.length;
		const rate = (list.length / MILLISECONDS) * 1000;
		return `${name}: ${rate.toFixed(1)} pictures a second, ${(within * 100).toFixed(0)} % within ${FRAME.toFixed(1)} ms.`;
	});
	const summary = (name: string) => {
		const list = times.get(name) ?? [];
		return { median: quantile(list, 0.5), p95: quantile(list, 0.95) };
	};
	return {
		tables: [
			{
				title: 'From a picture of the camera or the pen to its maps, painted; ratio to the first',
				unit: 'ms',
				rows: summarizeSideBySide(times)
			}
		],
		milliseconds: {
			camera_to_maps: summary('camera'),
			pen_to_maps: summary('drawing')
		},
		notes
	};
}
