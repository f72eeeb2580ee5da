/** Presenter mode of a lesson, its speaker notes in a second window, and the link that is shared. */
import { expect, type Page } from '@playwright/test';
import { test } from '../support/live-page.ts';

const lesson = './lessons/folding-the-branches/';

async function present(page: Page, cell = ''): Promise<void> {
	await page.goto(`${lesson}?present${cell === '' ? '' : `#${cell}`}`);
	await expect(page.getByRole('group', { name: 'Presenter' })).toBeVisible();
}

const screen = (page: Page) => page.getByRole('group', { name: 'Presenter' }).getByText(/^Screen/);

test('a link leads to one cell, alone on a screen that the last row can read', async ({ page }) => {
	await page.setViewportSize({ width: 1280, height: 720 });
	// From the first part of the plan for teachers.
	await page.goto('./teach/folding-the-branches/');
	await page.getByRole('link', { name: 'Present from here' }).first().click();
	await expect(screen(page)).toHaveText('Screen 2 of 8');
	await expect(page.getByRole('heading', { name: 'Two readings of one map' })).toBeFocused();
	await expect(page.getByRole('heading', { name: 'Step by step' })).toBeHidden();
	await expect(page.getByRole('navigation', { name: 'Site' })).toBeHidden();
	await expect(page.locator('html')).toHaveAttribute('data-profile', 'projector');
	const text = page.locator('#two-readings p').first();
	expect(await text.evaluate((it) => parseFloat(getComputedStyle(it).fontSize))).toBeGreaterThan(
		24
	);
	// A figure stands above its text. What breaks the fold and what shows it are seen together, and keys go
	// through all of the figure before the text.
	await page.evaluate(() => void (window.location.hash = 'step-by-step'));
	await expect(page.getByRole('heading', { name: 'Step by step' })).toBeFocused();
	// As small as it gets; until then it still moves.
	const place = page.locator('#step-by-step .plate-place');
	await expect(place).toHaveAttribute('style', /--fit: 0\.72/);
	const whole = { ratio: 1 };
	await expect(page.getByRole('group', { name: 'Break it' })).toBeInViewport(whole);
	await expect(page.getByRole('status', { name: 'Largest difference' })).toBeInViewport(whole);
	const end = page.getByText('All numbers of this step as a table');
	await expect(end).not.toBeInViewport();
	await page.keyboard.press('ArrowRight');
	await expect(end).toBeInViewport(whole);
});

test('keys move between screens, controls stay live, Escape returns to the cell', async ({
	page
}) => {
	await page.goto(`${lesson}#how-many-taps`);
	const heading = page.getByRole('heading', { name: 'How many taps will change?' });
	await page.getByRole('radio', { name: /The centre gains 0.60/ }).check();
	await heading.focus();
	await page.keyboard.press('p');
	await expect(screen(page)).toHaveText('Screen 3 of 8');
	await page.getByRole('button', { name: 'Commit prediction' }).click();
	await expect(page.getByRole('button', { name: /^Reveal|^Show|^See/ })).toBeEnabled();

	// The cell is taller than the screen: first its end, then the next one.
	await heading.focus();
	const more = page.getByText('more below');
	await expect(more).toBeVisible();
	await page.keyboard.press('ArrowRight');
	await expect(screen(page)).toHaveText('Screen 3 of 8');
	while (await more.isVisible()) await page.keyboard.press('ArrowRight');
	await expect(screen(page)).toHaveText('Screen 3 of 8');
	await page.keyboard.press('ArrowRight');
	await expect(page).toHaveURL(/present=true#step-by-step$/);
	// Controls and drawing of the figure are seen together.
	const drawing = page.getByText('The picture through both', { exact: true });
	await expect(drawing).toBeInViewport();
	const step = page.getByRole('slider', { name: 'Step' });
	await step.focus();
	await page.keyboard.press('ArrowRight');
	await expect(screen(page)).toHaveText('Screen 4 of 8');
	await expect(page.getByText('Step 2 of 11', { exact: true })).toBeVisible();

	// A clicker goes on and back, wherever the focus is.
	await expect(step).toBeFocused();
	await page.keyboard.press('PageUp');
	await expect(screen(page)).toHaveText('Screen 3 of 8');
	await expect(more).toBeVisible();
	while (await more.isVisible()) await page.keyboard.press('Space');
	await page.keyboard.press('Space');
	await expect(screen(page)).toHaveText('Screen 4 of 8');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('group', { name: 'Presenter' })).toBeHidden();
	await expect(page.getByRole('heading', { name: 'Step by step' })).toBeFocused();
	await expect(page.getByRole('heading', { name: 'Step by step' })).toBeInViewport();
	await expect(page.getByText('Step 2 of 11', { exact: true })).toBeVisible();
	await expect(page.locator('html')).not.toHaveAttribute('data-profile');
	expect(page.url()).not.toContain('present');
});

test('the screen goes black, and a spotlight follows mouse and keys', async ({ page }) => {
	await present(page, 'two-readings');
	await page.keyboard.press('b');
	const black = page.getByRole('button', { name: /^The screen is black/ });
	await expect(black).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(black).toBeHidden();
	await expect(page.getByRole('heading', { name: 'Two readings of one map' })).toBeFocused();

	await page.keyboard.press('l');
	const light = page.locator('.spotlight');
	const place = () => light.evaluate((it) => (it as HTMLElement).style.getPropertyValue('--x'));
	await expect.poll(place).toBe('50%');
	await page.keyboard.press('Shift+ArrowRight');
	await expect.poll(place).toBe('54%');
	await page.mouse.move(320, 200);
	await expect.poll(place).toBe('25%');
	await page.keyboard.press('l');
	await expect(light).toBeHidden();
});

test('the speaker notes keep step with the lesson, both ways', async ({ page, context }) => {
	await present(page, 'two-readings');
	const opened = context.waitForEvent('page');
	await page.getByRole('button', { name: 'Open speaker notes' }).click();
	const notes = await opened;
	await expect(notes.getByText('Connected to the presented lesson.')).toBeVisible();
	await expect(notes.getByRole('heading', { name: '6.1 Two readings of one map' })).toBeVisible();
	await expect(notes.getByText('Next: 6.2 How many taps will change?')).toBeVisible();
	await notes.getByRole('button', { name: 'Next screen' }).click();
	await expect(screen(page)).toHaveText('Screen 3 of 8');
	// To the end of the cell, which is taller than the screen, and on.
	const next = page.getByRole('button', { name: 'Next screen' });
	while (await page.getByText('more below').isVisible()) await next.click();
	await next.click();
	await expect(notes.getByRole('heading', { name: '6.3 Step by step' })).toBeVisible();

	const timer = notes.getByRole('group', { name: 'Timer' });
	await timer.getByRole('button', { name: 'Pause' }).click();
	await timer.getByRole('button', { name: 'Back to zero' }).click();
	await expect(timer.getByRole('timer')).toHaveText('0:00');
	await page.getByRole('button', { name: 'Back to reading' }).click();
	await expect(notes.getByText(/^No presented lesson is connected/)).toBeVisible();
});

test('a shared link restores cell and figure', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto(`${lesson}?step=8&channel=2&break=forget-bias#step-by-step`);
	await page.getByRole('button', { name: 'Share' }).click();
	await expect(page.getByText(/^Link copied/)).toBeVisible();
	const link = await page.evaluate(() => navigator.clipboard.readText());
	expect(link.length).toBeLessThanOrEqual(2000);
	await page.goto('about:blank');
	await page.goto(link);
	await expect(page.getByText('Step 8 of 11', { exact: true })).toBeVisible();
	await expect(page.getByRole('combobox', { name: 'Channel' })).toHaveValue(/[12]/);
	expect(new URL(page.url()).hash).toBe('#step-by-step');
});

test('a hostile link opens the lesson, and says quietly what was left out', async ({ page }) => {
	await page.goto(`${lesson}?step=1e9&present=<script>&__proto__=1#"><img src=x onerror=alert(1)>`);
	await expect(
		page.getByText('Not understood in the address and left out: present, step.')
	).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Folding the branches');
	await expect(page.getByRole('group', { name: 'Presenter' })).toBeHidden();
});
