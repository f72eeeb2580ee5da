/** The reader's way through the network page, by role and name. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect as quickExpect, type Page } from '@playwright/test';
import * as v from 'valibot';
import { createArchitecture, type Architecture } from '#lib/core/network/architecture.ts';
import { foldStateDict } from '#lib/core/fold/fold-network.ts';
import type { Form } from '#lib/core/graph.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { NETWORK_GAINS, randomStateDict } from '#lib/core/network/random-weights.ts';
import { serializeNpy } from '#lib/export/npy.ts';
import { resultsSchema, type Results } from '#lib/export/results.ts';
import { serializeSafetensors } from '#lib/export/safetensors.ts';
import { axeFaults } from '../support/axe.ts';
import { isComplaint } from '../support/complaints.ts';
import { test } from '../support/live-page.ts';

/** Patient: on a busy machine a large network takes many seconds. */
const expect = quickExpect.configure({ timeout: 30_000 });

test.describe.configure({ timeout: 120_000 });

const pictures = fileURLToPath(new URL('../fixtures/pictures/files/', import.meta.url));

const grid = (page: Page) => page.getByRole('grid', { name: 'Feature maps' });
const form = (page: Page, name: string) => page.getByRole('radio', { name });
const exportButton = (page: Page) => page.getByRole('button', { name: 'Export results (JSON)' });
const sample = (page: Page, name: string) =>
	page.getByRole('list', { name: 'Sample pictures' }).getByRole('button', { name, exact: true });
const chosenMap = (page: Page) => grid(page).getByRole('gridcell', { selected: true });

/** Opens the page and waits for its first run. */
async function open(page: Page, query = ''): Promise<void> {
	await page.goto(`./network/${query}`);
	await expect(exportButton(page)).toBeEnabled();
	await expect(grid(page)).toBeVisible();
}

async function exported(page: Page): Promise<Results> {
	await expect(exportButton(page)).toBeEnabled();
	const [download] = await Promise.all([page.waitForEvent('download'), exportButton(page).click()]);
	return v.parse(resultsSchema, JSON.parse(await readFile(await download.path(), 'utf8')));
}

const npy = (shape: number[], name = 'own.npy') => {
	const data = Float32Array.from(
		{ length: shape.reduce((a, b) => a * b, 1) },
		(_, index) => ((index * 7919) % 200) / 100 - 1
	);
	const buffer = Buffer.from(serializeNpy({ shape, data }));
	return { name, mimeType: 'application/octet-stream', buffer };
};

/** A weight file as others write it, without this project's notes about the network. */
function weights(name: string, architecture: Architecture, form: Form) {
	const graph = buildNetwork(architecture, 'training-time');
	const state = randomStateDict(graph, 3, NETWORK_GAINS[architecture.family]);
	const tensors = new Map(foldStateDict(graph, state, form));
	const buffer = Buffer.from(serializeSafetensors(tensors, {}));
	return { name, mimeType: 'application/octet-stream', buffer };
}

const file = (name: string, text: string) => ({
	name,
	mimeType: 'application/octet-stream',
	buffer: Buffer.from(text)
});

/** Drops or pastes files as a reader would; the browser makes the events' data itself. */
async function give(page: Page, how: 'drop' | 'paste', names: string[]): Promise<void> {
	const bytes = [...(await readFile(`${pictures}exif-6.jpg`))];
	await page.evaluate(
		({ how, names, bytes }) => {
			const data = new DataTransfer();
			for (const name of names) {
				data.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' }));
			}
			const event =
				how === 'drop'
					? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
					: new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
			document.querySelector('main h2')?.dispatchEvent(event);
		},
		{ how, names, bytes }
	);
}

test.describe('the first run', () => {
	test('happens by itself and shows predictions and maps', async ({ page }) => {
		const problems: string[] = [];
		const origins = new Set<string>();
		page.on('console', (message) => {
			if (isComplaint(message)) problems.push(message.text());
		});
		page.on('pageerror', (error) => problems.push(error.message));
		page.on('request', (request) => {
			const { protocol, origin } = new URL(request.url());
			if (protocol.startsWith('http')) origins.add(origin);
		});
		await open(page);
		await expect(page.getByRole('combobox', { name: 'Model' })).toHaveValue('scenes-repghost');
		await expect(page.getByText('Untrained: the weights')).toHaveCount(0);
		await expect(form(page, 'Training-time')).toBeChecked();
		await expect(page.getByRole('table', { name: 'Predictions' }).getByRole('row')).toHaveCount(6);
		await expect(page.getByRole('list', { name: 'Sample pictures' })).toBeVisible();
		await expect(grid(page).getByRole('gridcell')).toHaveCount(32);
		await expect(grid(page).getByRole('gridcell').first()).toHaveAccessibleName(
			/^Map 1: \S+ to \S+, mean \S+$/
		);
		await expect(page.getByText('Runs on wasm (one thread), on this computer.')).toBeVisible();
		expect(problems).toEqual([]);
		expect([...origins]).toEqual([new URL(page.url()).origin]);
	});

	test('leaves a page without a fault that axe knows', async ({ page }) => {
		await open(page);
		for (const query of ['theme=light', 'theme=dark', 'theme=light&profile=projector']) {
			await page.evaluate((search) => {
				for (const [name, value] of new URLSearchParams(search)) {
					document.documentElement.dataset[name] = value;
				}
			}, query);
			expect(await axeFaults(page)).toEqual([]);
		}
	});

	test('fits phones', async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 800 });
		await open(page);
		const tooWide = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(tooWide).toBe(0);
	});

	test('cells stand apart on their maps, also after the columns have changed', async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 800 });
		await open(page);
		const corners = await grid(page)
			.getByRole('gridcell')
			.evaluateAll((cells) =>
				cells.map((cell) => {
					const { left, top } = cell.getBoundingClientRect();
					return `${Math.round(left)} ${Math.round(top)}`;
				})
			);
		expect(new Set(corners).size).toBe(32);
	});

	test('can wait: the text is there without JavaScript', async ({ browser }) => {
		const page = await browser.newPage({ javaScriptEnabled: false });
		await page.goto('./network/');
		await expect(page.getByRole('heading', { level: 1, name: 'Run a network' })).toBeVisible();
		await expect(page.getByText('It needs JavaScript.')).toBeVisible();
		await page.close();
	});
});

test('folding keeps the answer, and both forms export what they are', async ({ page }) => {
	await open(page);
	const before = await exported(page);
	expect(before.model.form).toBe('training-time');
	expect(before.layers[0]).toMatchObject({ name: 'conv_stem', shape: [16, 32, 32] });
	const ranking = await page.getByRole('table', { name: 'Predictions' }).textContent();

	await form(page, 'Folded').check();
	const after = await exported(page);
	expect(after.model.form).toBe('folded');
	expect(after.model.parameters).toBeLessThan(before.model.parameters);
	expect(after.layers.map(({ name }) => name).join()).not.toContain('fusion_bn');
	const largest = Math.max(...before.logits.map(Math.abs));
	for (const [index, logit] of after.logits.entries()) {
		expect(Math.abs(logit - before.logits[index]!)).toBeLessThanOrEqual(1e-5 + 1e-5 * largest);
	}
	expect(await page.getByRole('table', { name: 'Predictions' }).textContent()).toBe(ranking);
	await expect(page.getByLabel('Largest change in a logit')).toHaveText(/^(0|\d\.\de-\d+)$/);
	await expect(page.getByText('Within the tolerance')).toBeVisible();
});

for (const [slug, label] of [
	['repghostnet_200', 'RepGhostNet 2.0×'],
	['ghostnet_100', 'GhostNet 1.0×']
] as const) {
	test(`the menu runs ${label} in both forms`, async ({ page }) => {
		await open(page);
		await page.getByRole('combobox', { name: 'Model' }).selectOption(slug);
		for (const name of ['Training-time', 'Folded']) {
			await form(page, name).check();
			const results = await exported(page);
			expect(results.model.name).toBe(label);
			expect(results.model.weights.source).toBe('pseudo-random, seed 1');
		}
	});
}

test.describe('own weights', () => {
	const small = createArchitecture('repghostnet', { width: 0.5, classes: 7 });
	const model = (page: Page) => page.getByRole('combobox', { name: 'Model' });

	test('run, and stay in the menu', async ({ page }) => {
		await open(page);
		const own = weights('own.safetensors', small, 'training-time');
		await page.getByLabel('Weights file').setInputFiles(own);
		await expect(model(page)).toHaveValue('file');
		const results = await exported(page);
		expect(results.model.weights.source).toBe('own.safetensors');
		expect(results.logits).toHaveLength(7);
		await expect(page.getByText('Untrained: the weights')).toHaveCount(0);
		await model(page).selectOption('ghostnet_050');
		expect((await exported(page)).model.family).toBe('ghostnet');
		await model(page).selectOption('own.safetensors');
		expect((await exported(page)).logits).toEqual(results.logits);
	});

	test('that are folded have no training-time form to choose', async ({ page }) => {
		await open(page);
		await page.getByLabel('Weights file').setInputFiles(weights('f.safetensors', small, 'folded'));
		await expect(form(page, 'Folded')).toBeChecked();
		await expect(form(page, 'Training-time')).toBeDisabled();
		await expect(page.getByText('it has no training-time form')).toBeVisible();
		expect((await exported(page)).model.form).toBe('folded');
	});

	test('that leave their branch open ask for it', async ({ page }) => {
		await open(page);
		const undecided = weights('open.safetensors', { ...small, branch: 'none' }, 'training-time');
		await page.getByLabel('Weights file').setInputFiles(undecided);
		await expect(page.getByRole('radio', { name: 'None' })).toBeChecked();
		const without = await exported(page);
		const identity = page.getByRole('radio', { name: 'Plain identity' });
		await identity.check();
		await expect(exportButton(page)).toBeEnabled();
		await expect(async () => {
			expect((await exported(page)).logits).not.toEqual(without.logits);
		}).toPass();
		// The choice stays, so that it can be made otherwise.
		await expect(identity).toBeChecked();
		await page.getByRole('radio', { name: 'None' }).check();
		await expect(async () => {
			expect((await exported(page)).logits).toEqual(without.logits);
		}).toPass();
	});
});

test('a load can be cancelled, and goes on with the next choice', async ({ page, context }) => {
	let release = (): void => undefined;
	const held = new Promise<void>((resolve) => (release = resolve));
	await context.route('**/*.wasm', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto('./network/');
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Stopped.' })).toBeVisible();
	await expect(exportButton(page)).toBeDisabled();
	release();
	await page.getByRole('combobox', { name: 'Model' }).selectOption('repghostnet_058');
	expect((await exported(page)).model.width).toBe(0.58);
});

test('another backend gives the same answer and is named', async ({ page }) => {
	await open(page);
	await page.getByLabel('Picture or tensor').setInputFiles(npy([3, 64, 64]));
	await expect(page.getByRole('img', { name: /own\.npy/ })).toBeVisible();
	const wasm = await exported(page);
	await page.getByRole('combobox', { name: 'Backend' }).selectOption('cpu');
	await expect(page.getByText('Runs on cpu')).toBeVisible();
	const cpu = await exported(page);
	expect(cpu.backend).toBe('cpu');
	const largest = Math.max(...wasm.logits.map(Math.abs));
	for (const [index, logit] of cpu.logits.entries()) {
		expect(Math.abs(logit - wasm.logits[index]!)).toBeLessThanOrEqual(1e-5 + 1e-5 * largest);
	}
});

test.describe('own pictures', () => {
	test('come in by file, with the name alone in the export', async ({ page }) => {
		await open(page);
		await page.getByLabel('Picture or tensor').setInputFiles(`${pictures}alpha.png`);
		await expect(page.getByRole('img', { name: /alpha\.png/ })).toBeVisible();
		expect((await exported(page)).input).toEqual({
			kind: 'file',
			name: 'alpha.png',
			shape: [3, 64, 64]
		});
	});

	test('may be tensors, also of another size', async ({ page }) => {
		await open(page);
		await page.getByLabel('Picture or tensor').setInputFiles(npy([3, 96, 160]));
		await expect(page.getByRole('img', { name: /own\.npy/ })).toBeVisible();
		const { input, layers } = await exported(page);
		expect(input).toEqual({ kind: 'tensor', name: 'own.npy', shape: [3, 96, 160] });
		expect(layers[0]?.shape).toEqual([16, 48, 80]);
	});

	for (const how of ['drop', 'paste'] as const) {
		test(`come in by ${how}, the first of several, the name as text`, async ({ page }) => {
			await open(page);
			const hostile = '"><img src=x onerror=alert(1)>.jpg';
			await give(page, how, [hostile, 'second.jpg', 'third.jpg']);
			await expect(page.getByText(hostile, { exact: true })).toBeVisible();
			await expect(page.getByRole('status').filter({ hasText: '2 left out' })).toBeVisible();
			expect((await exported(page)).input.name).toBe(hostile);
		});
	}
});

test.describe('wrong files', () => {
	const wrong = [
		['Weights file', file('page.safetensors', '<!doctype html><title>404</title>'), /HTML/],
		['Weights file', file('empty.safetensors', ''), /\S/],
		['Picture or tensor', file('drawing.png', '<svg xmlns="http://www.w3.org/2000/svg"/>'), /SVG/],
		['Picture or tensor', npy([224, 224, 3]), /\[224, 224, 3\]/],
		['Picture or tensor', file('cut.npy', '\x93NUM'), /\S/]
	] as const;
	for (const [input, content, sentence] of wrong) {
		test(`${content.name} as ${input} is refused, and everything stays`, async ({ page }) => {
			await open(page);
			const before = await exported(page);
			await page.getByLabel(input, { exact: true }).setInputFiles(content);
			await expect(page.getByRole('alert')).toHaveText(sentence);
			await expect(page.getByRole('combobox', { name: 'Model' })).toHaveValue('scenes-repghost');
			await expect(sample(page, 'Red ball')).toHaveAttribute('aria-pressed', 'true');
			expect((await exported(page)).logits).toEqual(before.logits);
			await page.getByRole('button', { name: 'Dismiss' }).click();
			await expect(page.getByRole('alert')).toHaveCount(0);
		});
	}
});

test.describe('looking inside', () => {
	test('the grid follows the keys of the APG pattern, with one tab stop', async ({ page }) => {
		await open(page);
		await chosenMap(page).focus();
		await page.keyboard.press('Control+Home');
		await expect(chosenMap(page)).toHaveAccessibleName(/^Map 1:/);
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Home');
		await expect(chosenMap(page)).toBeFocused();
		await expect(chosenMap(page)).toHaveAttribute('aria-colindex', '1');
		await page.keyboard.press('Control+End');
		await expect(chosenMap(page)).toHaveAccessibleName(/^Map 32:/);
		expect(await grid(page).locator('[tabindex="0"]').count()).toBe(1);
		await page.keyboard.press('Tab');
		await expect(page.getByRole('slider', { name: 'Probe' })).toBeFocused();
	});

	test('the probe begins at the highest value, moves by 1 and by 8, and says where it is', async ({
		page
	}) => {
		await open(page);
		const probe = page.getByRole('slider', { name: 'Probe' });
		const highest = await page.getByText(/The highest value is in map/).innerText();
		const [, map, row, column] = /map (\d+), row (\d+), column (\d+)/.exec(highest)!;
		const readout = new RegExp(`^map ${map}, row ${row}, column ${column}: `);
		await expect(page.getByText(readout)).toBeVisible();
		const box = (await probe.boundingBox())!;
		await probe.click({ position: { x: box.width / 2 + 1, y: box.height / 2 + 1 } });
		await expect(probe).toHaveAttribute('aria-valuetext', /^row 17, column 17: /);
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('Shift+ArrowUp');
		await expect(probe).toHaveAttribute('aria-valuetext', /^row 9, column 18: /);
		await expect(page.getByText(/^map \d+, row 9, column 18: /)).toBeVisible();
	});

	test('layers are chosen by list, view, drawing and key', async ({ page }) => {
		await open(page, '?model=repghostnet_050');
		const layer = page.getByRole('combobox', { name: 'Layer', exact: true });
		await layer.selectOption('conv_stem');
		await expect(grid(page).getByRole('gridcell')).toHaveCount(8);
		const stages = page.getByRole('list', { name: 'Stages' });
		await stages.getByRole('button', { name: 'Stage 5' }).click();
		const blocks = page.getByRole('list', { name: 'Blocks' });
		await blocks.getByRole('button', { name: 'block 16' }).click();
		await expect(layer).toHaveValue('blocks.8.3');
		await page
			.getByRole('group', { name: 'Operations of block 16' })
			.getByRole('button', { name: /blocks\.8\.3\.se$/ })
			.click();
		await expect(layer).toHaveValue('blocks.8.3.se');
		await page.getByRole('heading', { level: 1 }).click();
		await page.keyboard.press(']');
		await expect(layer).not.toHaveValue('blocks.8.3.se');
		await page.keyboard.press('[');
		await expect(layer).toHaveValue('blocks.8.3.se');
		await page.keyboard.press('f');
		await expect(form(page, 'Folded')).toBeChecked();
		await page.keyboard.press('Control+z');
		await expect(form(page, 'Training-time')).toBeChecked();
	});

	test('the drawing follows the form and the view follows the width', async ({ page }) => {
		await open(page, '?model=repghostnet_050&zoom=block');
		const operations = page.getByRole('group', { name: 'Operations of block 5' });
		await expect(operations.getByRole('button', { name: /^BN/ })).toHaveCount(2);
		await form(page, 'Folded').check();
		await expect(operations.getByRole('button', { name: /^BN/ })).toHaveCount(0);
		await expect(operations.getByRole('button', { pressed: true })).toHaveAccessibleName(
			'ReLU, blocks.4.0.ghost1'
		);
		await page.getByRole('combobox', { name: 'Model' }).selectOption('repghostnet_100');
		const place = page.getByRole('navigation', { name: 'Place in the network' });
		await place.getByRole('button', { name: 'Network' }).click();
		await expect(page.getByRole('list', { name: 'Stages' }).getByText('160 × 7 × 7')).toHaveCount(
			1
		);
	});

	test('many maps come in pages', async ({ page }) => {
		await open(page, '?model=repghostnet_050&layer=conv_head');
		await expect(grid(page).getByRole('gridcell')).toHaveCount(120);
		await page.getByRole('button', { name: 'Next maps' }).click();
		await expect(page.getByText('maps 121–240 of 1,280')).toBeVisible();
		await expect(grid(page).getByRole('gridcell').first()).toHaveAccessibleName(/^Map 121:/);
	});
});

test('an address restores what was chosen', async ({ page }) => {
	await open(page);
	await page.getByRole('combobox', { name: 'Model' }).selectOption('ghostnet_050');
	await form(page, 'Folded').check();
	await sample(page, 'Toadstool').click();
	await page
		.getByRole('combobox', { name: 'Layer', exact: true })
		.selectOption('blocks.2.0.ghost1');
	await page.getByRole('combobox', { name: 'Colour scale' }).selectOption('own');
	await expect(page).toHaveURL(/scale=own/);
	await page.getByRole('combobox', { name: 'Sort' }).selectOption('energy');
	await grid(page).getByRole('gridcell').nth(2).click();
	await expect(page).toHaveURL(/order=energy&map=\d/);
	const map = (await chosenMap(page).getAttribute('aria-label'))!;
	await expect(exportButton(page)).toBeEnabled();
	const before = await exported(page);
	await page.reload();
	await expect(exportButton(page)).toBeEnabled();
	await expect(page.getByRole('combobox', { name: 'Layer', exact: true })).toHaveValue(
		'blocks.2.0.ghost1'
	);
	await expect(page.getByRole('combobox', { name: 'Colour scale' })).toHaveValue('own');
	await expect(chosenMap(page)).toHaveAccessibleName(map);
	const after = await exported(page);
	expect(after.model).toEqual(before.model);
	expect(after.input).toEqual(before.input);
	expect(after.logits).toEqual(before.logits);
});

test('unknown names in an address give way to the defaults, with a word', async ({ page }) => {
	await open(page, '?model=resnet50&picture=cat&layer=nowhere');
	await expect(page.getByText('left out: model, picture')).toBeVisible();
	await expect(page.getByRole('combobox', { name: 'Model' })).toHaveValue('scenes-repghost');
	await expect(page.getByRole('combobox', { name: 'Layer', exact: true })).toHaveValue(
		'blocks.1.0.ghost1'
	);
});
