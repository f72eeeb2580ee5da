/**
 * `npm run train` as a whole, on its miniature recipe: it must reach a stated accuracy from nothing but
 * the generator, and a killed run must end at the same bits as one that was left alone.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseModelCard } from '#lib/export/model-card.ts';
import { readOptions } from '../../src/cli/train.mjs';

const SLUG = 'scenes-repghost';
const program = path.resolve(import.meta.dirname, '../../src/cli/train.mjs');
const work = mkdtempSync(path.join(tmpdir(), 'training-'));
const [whole, resumed] = [path.join(work, 'whole'), path.join(work, 'resumed')];
const checkpoint = path.join(work, `${SLUG}.miniature.safetensors`);

afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Trains into `out`; once `isEnough` of what was printed, the run and all it started are killed. */
function train(out: string, options: string[], isEnough: (said: string) => boolean = () => false) {
	const parameters = [SLUG, '--miniature', '--work', work, '--out', out, '--jobs', '1', ...options];
	// A group of its own, so that the kill reaches the process that computes.
	const child = spawn(process.execPath, [program, ...parameters], { detached: true });
	let said = '';
	let killed = false;
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => {
			said += text;
			if (killed || !isEnough(said)) return;
			killed = true;
			process.kill(-child.pid!, 'SIGKILL');
		});
	}
	return new Promise<{ said: string; status: number | null }>((done) => {
		child.once('close', (status) => done({ said, status }));
	});
}

const weightsIn = (folder: string) => readFileSync(path.join(folder, `${SLUG}.safetensors`));

beforeAll(async () => {
	const { said, status } = await train(whole, []);
	expect(status, said).toBe(0);
}, 240_000);

test('a minute of training is right on at least 80 % of unseen pictures', () => {
	const card = parseModelCard(readFileSync(path.join(whole, `${SLUG}.json`), 'utf8'));
	expect(card.accuracy.all).toBeGreaterThan(0.8);
	expect(card.curves.loss.at(-1)!).toBeLessThan(card.curves.loss[0]!);
});

test('a killed run loses little and ends at the same bits', { timeout: 240_000 }, async () => {
	// Reports and checkpoints come at one pace: at the second report there is a checkpoint.
	const killed = await train(resumed, ['--fresh'], (said) => said.split('pictures/s').length > 2);
	expect(killed.status).not.toBe(0);
	expect(existsSync(checkpoint)).toBe(true);
	expect(existsSync(path.join(resumed, `${SLUG}.safetensors`))).toBe(false);

	const { said, status } = await train(resumed, []);
	expect(status, said).toBe(0);
	const [, step] = /goes on after step (\d+)/.exec(said)!;
	expect(Number(step)).toBeGreaterThan(0);
	expect(weightsIn(resumed).equals(weightsIn(whole))).toBe(true);
});

test.each([
	[['scenes-goat'], 'Network: expected one of scenes-repghost, '],
	[['--jobs', '0'], '--jobs: expected a whole number from 1 on, found "0".'],
	[['--fast'], "Unknown option '--fast'"]
])('%j is refused', (parameters, message) => {
	expect(() => readOptions(parameters)).toThrow(message);
});
