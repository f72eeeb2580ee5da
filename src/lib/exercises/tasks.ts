/** The functions that lessons ask for, by the name that a fence gives. */
import type { CodeTask } from './code-task.ts';
import { fuseBatchNorm } from './fuse-batch-norm.ts';

export const codeTasks: Readonly<Record<string, CodeTask>> = {
	'fuse-batch-norm': fuseBatchNorm
};
