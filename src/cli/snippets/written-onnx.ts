/**
 * Whether the ONNX files that `/network/` writes are what the ONNX project's own checker expects. That
 * package is not everywhere: where Python has none, this is said, and nothing is wrong.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from './node-engine.ts';

const FORMS = ['training-time', 'deploy', 'folded'] as const;
const NETWORKS = [
	{ family: 'repghostnet', width: 0.5 },
	{ family: 'repghostnet', width: 2 },
	{ family: 'ghostnet', width: 1 }
] as const;

interface Answer {
	readonly version: string | null;
	readonly files: readonly ({ readonly nodes: number } | { readonly error: string })[];
}

async function writeAll(folder: string): Promise<Map<string, string>> {
	const engine = await startEngine();
	const paths = new Map<string, string>();
	for (const network of NETWORKS) {
		const inputShape = [3, 224, 224] as const;
		const { name } = await engine.loadRandom({ ...network, classes: 1000, inputShape }, 1);
		for (const form of FORMS) {
			const path = join(folder, `${paths.size}.onnx`);
			writeFileSync(path, await engine.writeFile({ kind: 'onnx', form }));
			paths.set(`${name}, ${form}`, path);
		}
	}
	return paths;
}

/**
 * Prints a line for every file, or that they were not checked.
 * @returns how many were refused
 * @throws Error with Python's own words when it did not get to the end
 */
export async function checkWrittenOnnx(python: string): Promise<number> {
	const folder = mkdtempSync(join(tmpdir(), 'written-onnx-'));
	try {
		const paths = await writeAll(folder);
		const { status, stdout, stderr } = spawnSync(python, ['src/cli/snippets/check_onnx.py'], {
			input: JSON.stringify([...paths.values()]),
			encoding: 'utf8'
		});
		if (status !== 0) throw new Error(`${python} stopped:\n${stderr}`);
		const { version, files } = JSON.parse(stdout) as Answer;
		if (version === null) {
			console.log(
				`\nONNX files were not checked: ${python} has no package onnx (Debian's python3-onnx).`
			);
			return 0;
		}
		console.log(`\nONNX files of the site, by the checker of onnx ${version}\n`);
		for (const [at, name] of [...paths.keys()].entries()) {
			const answer = files[at]!;
			const result = 'nodes' in answer ? `✓ ${answer.nodes} nodes` : `✕ ${answer.error}`;
			console.log(`${name.padEnd(36)}${result}`);
		}
		return files.filter((answer) => 'error' in answer).length;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
