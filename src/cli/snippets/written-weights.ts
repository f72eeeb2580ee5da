/**
 * Whether PyTorch takes the weight files that `/network/` writes: the engine writes a network of seeded
 * weights in a form, PyTorch code loads it strictly, and both run it on one picture.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareLogits } from '#lib/core/maps/predictions.ts';
import { randomPicture } from '#lib/core/network/random-weights.ts';
import { startEngine } from './node-engine.ts';

const WIDTHS = [0.5, 1];
const FORMS = ['training-time', 'deploy'] as const;
/** Small, since PyTorch gets it as text. */
const picture = randomPicture([1, 3, 64, 64], 1);

type Answer = { readonly logits: number[] } | { readonly error: string };

interface Written {
	readonly width: number;
	readonly form: (typeof FORMS)[number];
	readonly path: string;
	/** The page's own. */
	readonly logits: Float32Array;
}

async function writeAll(folder: string): Promise<Written[]> {
	const engine = await startEngine();
	const written: Written[] = [];
	for (const width of WIDTHS) {
		const network = { family: 'repghostnet', width, classes: 1000 } as const;
		await engine.loadRandom({ ...network, inputShape: [3, 64, 64] }, 1);
		const { logits } = await engine.run(picture, 'folded');
		for (const form of FORMS) {
			const path = join(folder, `${width}-${form}.safetensors`);
			writeFileSync(path, await engine.writeFile({ kind: 'safetensors', form }));
			written.push({ width, form, path, logits });
		}
	}
	return written;
}

/**
 * Prints a line for every file.
 * @returns how many PyTorch did not take, or gave other logits for
 * @throws Error with Python's own words when it did not get to the end
 */
export async function checkWrittenWeights(python: string): Promise<number> {
	const folder = mkdtempSync(join(tmpdir(), 'written-weights-'));
	try {
		const written = await writeAll(folder);
		const files = written.map(({ path, width, form }) => ({ path, width, form }));
		const order = { picture: { shape: picture.shape, data: [...picture.data] }, files };
		const { status, stdout, stderr } = spawnSync(python, ['src/cli/snippets/load_weights.py'], {
			input: JSON.stringify(order),
			encoding: 'utf8',
			maxBuffer: 1 << 26
		});
		if (status !== 0) throw new Error(`${python} stopped:\n${stderr}`);
		const answers = JSON.parse(stdout) as Answer[];
		console.log('\nWeight files of the site, loaded strictly by PyTorch\n');
		return written.filter((file, index) => !report(file, answers[index]!)).length;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Prints a file's line; whether PyTorch agrees. */
function report({ width, form, logits }: Written, answer: Answer): boolean {
	const name = `${width}x, ${form}`.padEnd(24);
	if ('error' in answer) {
		console.log(`${name}✕ ${answer.error}`);
		return false;
	}
	const found = compareLogits(logits, Float32Array.from(answer.logits));
	const difference = found.difference.toExponential(1).padEnd(12);
	const limit = found.tolerance.toExponential(1);
	console.log(`${name}${difference}${found.within ? '✓' : `✕ more than ${limit}`}`);
	return found.within;
}
