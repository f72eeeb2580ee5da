/**
 * PyTorch as a neighbour process that trains one step whenever it is asked to, so that its steps and ours
 * can take turns on the same processor.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Debian's own Python has its PyTorch, also where another Python comes first. */
const PYTHONS = ['python3', '/usr/bin/python3'];

/** The network to build, as `pytorch_training.py` reads it. */
export interface PytorchPlan {
	readonly stem: number;
	/** Channels in, inside and out, kernel, stride, reduced channels of squeeze-excite (0: none). */
	readonly bottlenecks: readonly (readonly number[])[];
	readonly last: number;
	readonly head: number;
	readonly dropout: number;
	readonly classes: number;
	readonly batch: number;
	readonly side: number;
}

export interface Pytorch {
	readonly version: string;
	/** Numbers that are learned. */
	readonly parameters: number;
	/** Trains one step and gives the seconds it took. */
	step(): Promise<number>;
	stop(): void;
}

/** Starts it on one thread; null where no Python has PyTorch. */
export async function startPytorch(plan: PytorchPlan): Promise<Pytorch | null> {
	const python = PYTHONS.find(
		(name) => spawnSync(name, ['-c', 'import torch'], { stdio: 'ignore' }).status === 0
	);
	if (python === undefined) return null;
	const child = spawn(python, ['tests/bench/pytorch_training.py', JSON.stringify(plan)], {
		stdio: ['pipe', 'pipe', 'inherit'],
		env: { ...process.env, OMP_NUM_THREADS: '1' }
	});
	const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	const nextLine = async (): Promise<string> => {
		const line = await lines.next();
		if (line.done) throw new Error('PyTorch: expected an answer, but its process has ended.');
		return line.value;
	};
	const { version, parameters } = JSON.parse(await nextLine()) as Pick<
		Pytorch,
		'version' | 'parameters'
	>;
	return {
		version,
		parameters,
		async step() {
			child.stdin.write('\n');
			return Number(await nextLine());
		},
		stop: () => void child.stdin.end()
	};
}
