/** The kernel's script as the site has it, in a Node context of its own in place of a worker. */
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, test } from 'vitest';
import { FOLD_STEPS } from '#lib/core/fold-step-names.ts';
import { TOY_PICTURES, TOY_STATE } from '#lib/core/toy-module.ts';
import { snippetChain } from '#lib/lesson/snippet-chain.ts';
import { readSnippet, snippetNames } from '../../cli/snippets/files.ts';
import { buildKernelScript } from '../../cli/kernel-script.ts';
import { LIMITS, readMessage, type Job, type KernelEvent } from './messages.ts';

let script = '';
beforeAll(async () => {
	script = await buildKernelScript();
});

const values: Job['values'] = {
	weights: Object.fromEntries(TOY_STATE),
	picture: TOY_PICTURES.diagonal
};

/** All that a run says, as the page reads it; null for what the page does not accept. */
function run(code: string, before = ''): (KernelEvent | null)[] {
	const said: (KernelEvent | null)[] = [];
	let start: (message: { data: Job }) => void = () => undefined;
	const context: Record<string, unknown> = {
		postMessage: (text: string) => said.push(readMessage({ id: 'run', text }, 'run')),
		addEventListener: (type: string, listener: typeof start) => {
			if (type === 'message') start = listener;
		},
		WorkerGlobalScope: class {},
		performance,
		setTimeout,
		TextEncoder,
		TextDecoder
	};
	context.self = context;
	runInNewContext(script, context);
	start({ data: { values, before, code } });
	return said;
}

const ofKind = <Kind extends KernelEvent['kind']>(events: (KernelEvent | null)[], kind: Kind) =>
	events.filter((event): event is Extract<KernelEvent, { kind: Kind }> => event?.kind === kind);

describe('a run', () => {
	test('shows what the code made, in order, and the value of its last line', () => {
		const said = run('const a = tf.tensor2d([[1, -2], [0.1, 4]]);\nconst n = 3;\na.mul(2)');
		expect(said).toEqual([
			expect.objectContaining({ kind: 'ready' }),
			{
				kind: 'tensor',
				name: 'a',
				shape: [2, 2],
				low: -2,
				high: 4,
				values: [1, -2, 0.1, 4].map(float)
			},
			{ kind: 'text', text: 'n = 3' },
			{
				kind: 'tensor',
				name: '',
				shape: [2, 2],
				low: -4,
				high: 8,
				values: [2, -4, 0.2, 8].map(float)
			},
			{ kind: 'done' }
		]);
	});

	test('knows the names of what ran before, with their shapes', () => {
		const [ready] = ofKind(run('', readSnippet('prologue', 'tensorflow')), 'ready');
		expect(ready?.names).toContainEqual({ name: 'x', kind: 'tensor', shape: [1, 2, 5, 5] });
		expect(ready?.names).toContainEqual({ name: 'depthwise', kind: 'function', shape: [] });
	});

	test('may make a name anew that ran before', () => {
		expect(run('const eps = 2;', 'const eps = 1;')).toContainEqual({
			kind: 'text',
			text: 'eps = 2'
		});
	});

	test.each([
		['const a = 1;\n\nfold(a);', 'ReferenceError', 3],
		['const a = tf.ones([2, 3]);\nconst b = a.add(tf.ones([4, 4]));', 'Error', 2],
		['const f = () => f();\nf();', 'RangeError', 1],
		["tf.print = 1;\nthrow new TypeError('no');", 'TypeError', 1],
		['const a = ;', 'SyntaxError', null]
	])('%j stops at its line', (code, name, line) => {
		const [error] = ofKind(run(code), 'error');
		expect(error).toMatchObject({ name, line });
	});

	test('shows what was made before an error', () => {
		const said = run('const n = 3;\nconst m = none;\nconst o = 4;');
		expect(said.slice(1)).toEqual([
			{ kind: 'text', text: 'n = 3' },
			expect.objectContaining({ kind: 'error', line: 2 }),
			{ kind: 'done' }
		]);
	});

	test('says what was printed, whatever it was', () => {
		const said = run(
			"print('a', 1.5, [1, 2], { b: null });\nconsole.log(undefined);\nshow(tf.scalar(2), 'two');\nthrow 5;"
		);
		expect(ofKind(said, 'text').map(({ text }) => text)).toEqual([
			'a 1.5 [1, 2] { b: null }',
			'undefined',
			'two = 2'
		]);
		expect(said.at(-2)).toEqual({ kind: 'error', name: 'thrown', message: '5', line: null });
	});

	test.each([
		"const p = new Proxy({}, { ownKeys() { throw new Error('touched'); } });\nshow(p);",
		"show({ get shape() { throw new Error('touched'); }, dataSync() {} });",
		"throw new Proxy(new Error('a'), { get() { throw new Error('touched'); } });"
	])('survives %j', (code) => {
		const said = run(code);
		expect(ofKind(said, 'error')).toHaveLength(1);
		expect(said.at(-1)).toEqual({ kind: 'done' });
	});

	test('sends of a large tensor what can be drawn, and of a huge one its range', () => {
		const [some, none] = ofKind(
			run('const a = tf.ones([9, 30, 30]);\nconst b = tf.ones([300, 300]);'),
			'tensor'
		);
		expect(some?.values).toHaveLength(4 * 900);
		expect(none).toMatchObject({ shape: [300, 300], low: 1, high: 1, values: [] });
	});

	test('is heard when the code replaces what messages are made with', () => {
		const said = run(
			"JSON.stringify = () => 'x';\nself.postMessage = () => {};\nprint('still here');"
		);
		expect(said).toContainEqual({ kind: 'text', text: 'still here' });
		expect(said.at(-1)).toEqual({ kind: 'done' });
	});

	test.each(snippetNames())('%s runs, and stays far from the limits', (name) => {
		const chain = snippetChain(name, FOLD_STEPS);
		const before = chain.slice(0, -1).map((part) => readSnippet(part, 'tensorflow'));
		const said = run(readSnippet(name, 'tensorflow'), before.join('\n'));
		expect(said).not.toContain(null);
		expect(ofKind(said, 'error')).toEqual([]);
		expect(said.length, 'shows something').toBeGreaterThan(2);
		expect(said.length).toBeLessThan(LIMITS.messages / 2);
		expect(JSON.stringify(said).length).toBeLessThan(LIMITS.characters / 2);
	});
});

function float(value: number): number {
	return Number(Math.fround(value).toPrecision(9));
}
