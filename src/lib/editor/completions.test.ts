import { CompletionContext } from '@codemirror/autocomplete';
import { javascript } from '@codemirror/lang-javascript';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import * as tf from '@tensorflow/tfjs';
import { scopeOf } from '#lib/figures/code-view/scope.ts';
import { cells } from '#lib/strings/en/cells.ts';
import { completeScope, type ScopeInfo } from './completions.ts';

const info: ScopeInfo = {
	scope: scopeOf('fold-replace'),
	names: [{ name: 'w1', kind: 'tensor', shape: [2, 1, 3, 3] }],
	words: cells
};

function complete(code: string, known = info) {
	const state = EditorState.create({ doc: code, extensions: [javascript()] });
	return completeScope(() => known)(new CompletionContext(state, code.length, false));
}

const labels = (code: string) => complete(code)?.options.map(({ label }) => label);

describe('a name is completed', () => {
	it('by what is in scope, made before or here', () => {
		expect(labels('const mine = 1;\nw')).toEqual(
			expect.arrayContaining(['tf', 'show', 'weights', 'picture', 'depthwise', 'w1', 'bid', 'mine'])
		);
	});

	it('with the shape that the last run found, and with what it does', () => {
		const options = complete('d')?.options;
		expect(options?.find(({ label }) => label === 'w1')?.detail).toBe('tensor [2, 1, 3, 3]');
		expect(options?.find(({ label }) => label === 'depthwise')).toMatchObject({
			info: 'depthwise(maps, kernel, bias = 0): a depthwise convolution; each map has its own kernel.'
		});
	});

	it('behind a dot, by what its owner has', () => {
		expect(labels('tf.con')).toContain('conv2d');
		expect(labels('bn1.ga')).toEqual(['gamma', 'beta', 'mean', 'variance']);
		expect(labels('x.mul(2).re')).toContain('reshape');
		expect(complete('const a = tf.con')?.from).toBe('const a = tf.'.length);
	});

	it('by what a task hands over, and what that has', () => {
		const task = {
			names: { bn: 'bn: the numbers of batch norm.' },
			members: { bn: { eps: 'eps: keeps a division by zero away.' } },
			lists: { map: 'map(f): a new list.' }
		};
		const of = (code: string) => complete(code, { ...info, docs: task })?.options ?? [];
		expect(of('b').find(({ label }) => label === 'bn')?.info).toBe(task.names.bn);
		expect(of('bn.')).toMatchObject([{ label: 'eps', info: task.members.bn.eps }]);
		expect(of('bn.gamma.').map(({ label }) => label)).toEqual(['map']);
	});

	it('by the keys of the weights', () => {
		expect(labels("weights['fusion_")).toContain('fusion_bn.0.running_var');
	});

	it('not in comments and texts', () => {
		expect(complete('// dep')).toBeNull();
		expect(complete("'dep")).toBeNull();
	});
});

it('names only what TensorFlow.js has', () => {
	for (const name of Object.keys(cells.tf)) expect(tf).toHaveProperty(name);
	const tensor = tf.scalar(1);
	for (const name of Object.keys(cells.methods)) expect(tensor[name as 'add'], name).toBeDefined();
	tensor.dispose();
});
