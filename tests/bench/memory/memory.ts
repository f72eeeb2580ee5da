/**
 * Whether memory stays flat: what lies on the backend, what the backend has taken, and the heap of the
 * page, after many runs, changes of network and lost graphics contexts, in a real browser. WebGL is
 * drawn in software here, so that every machine has it.
 */
import { resolve } from 'node:path';
import type { Page } from 'playwright';
import { build } from 'vite';
import type { Backend } from '#lib/engine/protocol.ts';
import { launchBrowser } from '../built-site.ts';
import type { Measurement } from '../report.ts';
import type { BackendMemory, MemoryPage } from './page.ts';

const BACKENDS: readonly Backend[] = ['wasm', 'webgl'];
const RUNS = 200;
/** One more, so that the last network is the one of the beginning. */
const CHANGES = 21;
const LOSSES = 10;

interface Memory extends BackendMemory {
	/** Bytes that the page's scripts hold after all garbage is collected. */
	readonly heap: number;
}

export async function measureMemory(): Promise<Measurement> {
	const script = await bundlePage();
	const browser = await launchBrowser(true);
	try {
		const ratios: Record<string, number> = {};
		const notes: string[] = [];
		for (const backend of BACKENDS) {
			const page = await browser.newPage();
			await openPage(page, script);
			const stages = await passStages(page, backend);
			await page.close();
			const start = stages.get('at first')!;
			const growth = [...stages.values()].flatMap((now) =>
				(Object.keys(now) as (keyof Memory)[]).map((key) => now[key] / start[key])
			);
			ratios[`memory_${backend}_to_first`] = Math.max(...growth);
			notes.push(...[...stages].map(([stage, now]) => `${backend} ${stage}: ${inWords(now)}`));
		}
		return { tables: [], ratios, notes };
	} finally {
		await browser.close();
	}
}

/** The script of the page, one file with everything in it. */
async function bundlePage(): Promise<string> {
	const root = process.cwd();
	const built = await build({
		root,
		configFile: false,
		publicDir: false,
		logLevel: 'warn',
		resolve: { alias: [{ find: /^#lib\//, replacement: `${resolve(root, 'src/lib')}/` }] },
		build: {
			write: false,
			minify: false,
			lib: { entry: resolve(root, 'tests/bench/memory/page.ts'), formats: ['es'] },
			rolldownOptions: { output: { codeSplitting: false } }
		}
	});
	const [output] = [built].flat();
	const chunk = output && 'output' in output ? output.output[0] : undefined;
	if (!chunk) throw new Error('The page that is measured could not be bundled.');
	return chunk.code;
}

async function openPage(page: Page, script: string): Promise<void> {
	const html = '<!doctype html><title>Memory</title><script type="module" src="/page.js"></script>';
	await page.route('**/*', (route) => {
		const isScript = route.request().url().endsWith('/page.js');
		return route.fulfill({
			contentType: isScript ? 'text/javascript' : 'text/html',
			body: isScript ? script : html
		});
	});
	await page.goto('http://localhost/');
	await page.waitForFunction(() => 'memoryPage' in globalThis);
}

async function passStages(page: Page, backend: Backend): Promise<Map<string, Memory>> {
	const devtools = await page.context().newCDPSession(page);
	const ask = async (call: 'run' | 'change' | 'lose', times: number): Promise<void> =>
		page.evaluate(
			([name, count]) =>
				(globalThis as unknown as { memoryPage: MemoryPage }).memoryPage[name](count),
			[call, times] as const
		);
	const read = async (): Promise<Memory> => {
		await devtools.send('HeapProfiler.collectGarbage');
		const { usedSize } = await devtools.send('Runtime.getHeapUsage');
		const held = await page.evaluate(() =>
			(globalThis as unknown as { memoryPage: MemoryPage }).memoryPage.memory()
		);
		return { ...held, heap: usedSize };
	};
	const { backend: started } = await page.evaluate(
		(wanted) => (globalThis as unknown as { memoryPage: MemoryPage }).memoryPage.start(wanted),
		backend
	);
	if (started !== backend) throw new Error(`This browser has no ${backend}; it runs ${started}.`);
	// Once through everything: what is compiled and reserved for the first time stays.
	await ask('change', 3);
	await ask('lose', 2);
	await ask('change', 3);
	const stages = new Map([['at first', await read()]]);
	await ask('run', RUNS);
	stages.set(`after ${RUNS} runs`, await read());
	await ask('change', CHANGES);
	stages.set(`after ${CHANGES - 1} changes of network`, await read());
	await ask('lose', LOSSES);
	const losses = backend === 'webgl' ? 'lost contexts' : 'restarts of the backend';
	stages.set(`after ${LOSSES} ${losses}`, await read());
	return stages;
}

function inWords({ tensors, buffers, bytes, taken, heap }: Memory): string {
	const heapSize = (heap / 1e6).toFixed(1);
	return `${tensors} tensors in ${buffers} buffers, ${bytes} bytes; ${taken} bytes taken by the backend; ${heapSize} MB of heap.`;
}
