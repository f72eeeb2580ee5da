/**
 * From a turned dial to painted maps, in the built site and a real browser: a dial is moved with every
 * frame of the display, as by a hand that does not rest, and the page's own measures are read.
 */
import type { Page } from 'playwright';
import { onBuiltSite } from './built-site.ts';
import type { Measurement } from './report.ts';
import { quantile, summarizeSideBySide } from './side-by-side.ts';

/** Length of one drag; the first drag of each form warms up and is not counted. */
const DRAG_MILLISECONDS = 4000;
const DRAGS = 3;

/** What follows the dial: the maps of a layer and of each block, or all maps of the network too. */
const VIEWS = [
	{ name: 'Training-time', form: 'Training-time', all: false },
	{ name: 'Folded', form: 'Folded', all: false },
	{ name: 'Training-time, all maps', form: 'Training-time', all: true },
	{ name: 'Folded, all maps', form: 'Folded', all: true }
] as const;

/** One drag as the page saw it. */
interface Drag {
	/** From each event that was answered to its maps, painted; milliseconds. */
	readonly latencies: number[];
	/** Frames of the display, and those with new maps. */
	readonly frames: number;
	readonly painted: number;
	/** Tasks of more than 50 ms on the page's thread. */
	readonly longTasks: number[];
	readonly milliseconds: number;
}

/** Measures in the built site, made beforehand. */
export function measureDialToMaps(): Promise<Measurement> {
	return onBuiltSite(async (browser, address) => {
		const page = await browser.newPage({
			viewport: { width: 1440, height: 900 },
			// The copy for use without a network would be made meanwhile.
			serviceWorkers: 'block'
		});
		await page.goto(`${address}network/`);
		const drags = new Map<string, Drag[]>(VIEWS.map(({ name }) => [name, []]));
		for (let round = -1; round < DRAGS; round++) {
			for (const { name, form, all } of VIEWS) {
				const list = drags.get(name)!;
				await page.getByRole('switch', { name: /^Show all/ }).setChecked(all);
				await chooseForm(page, form);
				const drag = await dragDial(page, DRAG_MILLISECONDS);
				if (round >= 0) list.push(drag);
			}
		}
		return describe(drags);
	});
}

async function chooseForm(page: Page, form: string): Promise<void> {
	await page.getByRole('radio', { name: form }).check();
	await page.getByRole('button', { name: 'Export results (JSON)', disabled: false }).waitFor();
}

/** Runs in the page: moves the dial `Turn` by one step a frame, and listens to the page's measures. */
async function dragDial(page: Page, milliseconds: number): Promise<Drag> {
	const slider = page.getByRole('slider', { name: 'Turn' });
	const drag = await slider.evaluate(async (input: HTMLInputElement, length) => {
		const ends: number[] = [];
		const latencies: number[] = [];
		const longTasks: number[] = [];
		const started = performance.now();
		const measures = new PerformanceObserver((list) => {
			for (const { name, startTime, duration } of list.getEntries()) {
				if (name !== 'dial-to-maps') continue;
				latencies.push(duration);
				ends.push(startTime + duration);
			}
		});
		const tasks = new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) longTasks.push(duration);
		});
		measures.observe({ entryTypes: ['measure'] });
		tasks.observe({ entryTypes: ['longtask'] });
		const frames: number[] = [];
		while (performance.now() - started < length) {
			frames.push(await new Promise<number>((resolve) => requestAnimationFrame(resolve)));
			input.valueAsNumber = (input.valueAsNumber + 1) % 360;
			input.dispatchEvent(new Event('input', { bubbles: true }));
		}
		input.dispatchEvent(new Event('change', { bubbles: true }));
		await new Promise((resolve) => setTimeout(resolve, 600));
		measures.disconnect();
		tasks.disconnect();
		const painted = frames.filter((frame, index) => {
			const next = frames[index + 1] ?? Infinity;
			return ends.some((end) => end >= frame && end < next);
		});
		return { latencies, longTasks, frames: frames.length, painted: painted.length };
	}, milliseconds);
	return { ...drag, milliseconds };
}

function describe(drags: ReadonlyMap<string, readonly Drag[]>): Measurement {
	const latencies = new Map(
		[...drags].map(([form, list]) => [form, list.flatMap((drag) => drag.latencies)])
	);
	const summary = (all: boolean) => {
		const values = VIEWS.filter((view) => view.all === all).flatMap(
			({ name }) => latencies.get(name) ?? []
		);
		return { median: quantile(values, 0.5), p95: quantile(values, 0.95) };
	};
	const notes = [...drags].map(([form, list]) => {
		const sum = (of: (drag: Drag) => number) => list.reduce((total, drag) => total + of(drag), 0);
		const seconds = sum(({ milliseconds }) => milliseconds) / 1000;
		const rate = (of: (drag: Drag) => number) => (sum(of) / seconds).toFixed(1);
		const longTasks = list.flatMap((drag) => drag.longTasks);
		return `${form}: ${rate(({ painted }) => painted)} pictures of ${rate(({ frames }) => frames)} frames a second with new maps, ${longTasks.length} tasks over 50 ms on the page's thread.`;
	});
	return {
		tables: [
			{
				title: 'From a dial to its maps, painted, in the browser; ratio to the first',
				unit: 'ms',
				rows: summarizeSideBySide(latencies)
			}
		],
		milliseconds: { dial_to_maps: summary(false), dial_to_all_maps: summary(true) },
		notes
	};
}
