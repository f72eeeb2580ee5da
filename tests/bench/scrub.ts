/**
 * How long the fold stepper holds the page's thread while its slider is dragged over all steps, one a
 * frame: every task of that thread is read from the browser's own trace. The first drag after loading
 * compiles and fetches what is new to it; both belong to what a reader feels.
 */
import type { Browser, Page } from 'playwright';
import { onBuiltSite } from './built-site.ts';
import type { Measurement } from './report.ts';
import { summarizeSideBySide } from './side-by-side.ts';

const ROUNDS = 5;
const DRAGS = ['first drag', 'second drag'] as const;
const SIZES = [
	{ name: '1440 px', viewport: { width: 1440, height: 900 } },
	{ name: '390 px', viewport: { width: 390, height: 844 } }
] as const;

/** A page must answer within 50 ms to feel immediate (RAIL; the Long Tasks API's own bound). */
const LONG_TASK_MILLISECONDS = 50;

export function measureScrub(): Promise<Measurement> {
	return onBuiltSite(async (browser, address) => {
		const longest = new Map<string, number[]>();
		for (let round = 0; round < ROUNDS; round++) {
			for (const { name, viewport } of SIZES) {
				const page = await browser.newPage({ viewport });
				await openStepper(page, address);
				for (const drag of DRAGS) {
					const tasks = await tasksWhile(browser, page, () => dragOverSteps(page));
					const key = `${name}, ${drag}`;
					longest.set(key, [...(longest.get(key) ?? []), Math.max(...tasks)]);
				}
				await page.close();
			}
		}
		const worst = Math.max(...[...longest.values()].flat());
		return {
			tables: [
				{
					title: 'Longest task of the page while the fold stepper is scrubbed; ratio to the first',
					unit: 'ms',
					rows: summarizeSideBySide(longest)
				}
			],
			ratios: { scrub_longest_task_to_50ms: worst / LONG_TASK_MILLISECONDS },
			milliseconds: { scrub_longest_task: worst }
		};
	});
}

const slider = (page: Page) => page.getByRole('slider', { name: 'Step' });

async function openStepper(page: Page, address: string): Promise<void> {
	await page.goto(`${address}lessons/folding-the-branches/?step=1`);
	await slider(page).scrollIntoViewIfNeeded();
	await page
		.getByText(/runs so far/)
		.first()
		.waitFor();
}

/** Sets the slider to each of its steps in turn, one a frame, and lets the last morph end. */
async function dragOverSteps(page: Page): Promise<void> {
	await slider(page).evaluate(async (input: HTMLInputElement) => {
		for (let step = Number(input.min); step <= Number(input.max); step++) {
			input.valueAsNumber = step;
			input.dispatchEvent(new Event('input', { bubbles: true }));
			await new Promise((resolve) => requestAnimationFrame(resolve));
		}
		await new Promise((resolve) => setTimeout(resolve, 800));
	});
}

interface TraceEvent {
	readonly name: string;
	readonly ph: string;
	readonly pid: number;
	readonly tid: number;
	/** Microseconds. */
	readonly dur?: number;
	readonly args?: { readonly name?: string };
}

/** @returns milliseconds of each task that the page's main thread ran meanwhile */
async function tasksWhile(
	browser: Browser,
	page: Page,
	act: () => Promise<void>
): Promise<number[]> {
	await browser.startTracing(page, { categories: ['toplevel'] });
	await act();
	const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
		traceEvents: TraceEvent[];
	};
	const thread = ({ pid, tid }: TraceEvent) => `${pid}:${tid}`;
	const mainThreads = new Set(
		traceEvents
			.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
			.map(thread)
	);
	return traceEvents
		.filter(({ name, ph }) => ph === 'X' && name.endsWith('RunTask'))
		.filter((event) => mainThreads.has(thread(event)))
		.map(({ dur = 0 }) => dur / 1000);
}
