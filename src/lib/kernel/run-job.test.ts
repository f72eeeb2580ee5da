/** The kernel's script as the site has it, in a Node context of its own in place of a worker. */
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { FOLD_STEPS } from '#lib/core/fold/fold-step-names.ts';
import { TOY_PICTURES, TOY_STATE } from '#lib/core/fold/toy-module.ts';
import { snippetChain } from '#lib/lesson/source/snippet-chain.ts';
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

interface Rejection {
	readonly reason: unknown;
	preventDefault(): void;
}

/** All that a run says, as the page reads it; null for what the page does not accept. */
async function run(code: string, before = ''): Promise<(KernelEvent | null)[]> {
	const said: (KernelEvent | null)[] = [];
	let start: (message: { data: Job }) => void = () => undefined;
	let reject: (event: Rejection) => void = () => undefined;
	const context: Record<string, unknown> = {
		postMessage: (text: string) => said.push(readMessage({ id: 'run', text }, 'run')),
		addEventListener: (type: string, listener: typeof start & typeof reject) => {
			if (type === 'message') start = listener;
			else if (type === 'unhandledrejection') reject = listener;
		},
		WorkerGlobalScope: class {},
		performance,
		setTimeout,
		TextEncoder,
		TextDecoder
	};
	context.self = context;
	runInNewContext(script, context);
	const tell = (reason: unknown): void => reject({ reason, preventDefault: () => undefined });
	const others = process.listeners('unhandledRejection');
	process.removeAllListeners('unhandledRejection').on('unhandledRejection', tell);
	try {
		start({ data: { values, before, code } });
		await vi.waitFor(() => expect(said.at(-1)).toEqual({ kind: 'done' }), { interval: 2 });
	} finally {
		process.removeAllListeners('unhandledRejection');
		for (const other of others) process.on('unhandledRejection', other);
	}
	return said;
}

const ofKind = <Kind extends KernelEvent['kind']>(events: (KernelEvent | null)[], kind: Kind) =>
	events.filter((event): event is Extract<KernelEvent, { kind: Kind }> => event?.kind === kind);

describe('a run', () => {
	test('shows what the code made, in order, and the value of its last line', async () => {
		const said = await run('const a = tf.tensor2d([[1, -2], [0.1, 4]]);\nconst n = 3;\na.mul(2)');
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

	test('knows the names of what ran before, with their shapes', async () => {
		const [ready] = ofKind(await run('', readSnippet('prologue', 'tensorflow')), 'ready');
		expect(ready?.names).toContainEqual({ name: 'x', kind: 'tensor', shape: [1, 2, 5, 5] });
		expect(ready?.names).toContainEqual({ name: 'depthwise', kind: 'function', shape: [] });
	});

	test('may make a name anew that ran before', async () => {
		expect(await run('const eps = 2;', 'const eps = 1;')).toContainEqual({
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
	])('%j stops at its line', async (code, name, line) => {
		const [error] = ofKind(await run(code), 'error');
		expect(error).toMatchObject({ name, line });
	});

	test('shows what was made before an error', async () => {
		const said = await run('const n = 3;\nconst m = none;\nconst o = 4;');
		expect(said.slice(1)).toEqual([
			{ kind: 'text', text: 'n = 3' },
			expect.objectContaining({ kind: 'error', line: 2 }),
			{ kind: 'done' }
		]);
	});

	test('says what was printed, whatever it was', async () => {
		const said = await run(
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
	])('survives %j', async (code) => {
		const said = await run(code);
		expect(ofKind(said, 'error')).toHaveLength(1);
		expect(said.at(-1)).toEqual({ kind: 'done' });
	});

	test('sends of a large tensor what can be drawn, and of a huge one its range', async () => {
		const [some, none] = ofKind(
			await run('const a = tf.ones([9, 30, 30]);\nconst b = tf.ones([300, 300]);'),
			'tensor'
		);
		expect(some?.values).toHaveLength(4 * 900);
		expect(none).toMatchObject({ shape: [300, 300], low: 1, high: 1, values: [] });
	});

	test('is heard when the code replaces what messages are made with', async () => {
		const said = await run(
			"JSON.stringify = () => 'x';\nself.postMessage = () => {};\nprint('still here');"
		);
		expect(said).toContainEqual({ kind: 'text', text: 'still here' });
		expect(said.at(-1)).toEqual({ kind: 'done' });
	});

	test('waits for what an async function comes to, and for its names', async () => {
		const said = await run(
			'let late = 0;\nconst f = async () => {\n  const [first] = await tf.scalar(7).data();\n  late = first;\n  return 2 * first;\n};\nf();'
		);
		expect(ofKind(said, 'text').map(({ text }) => text)).toEqual(['late = 7', '14']);
	});

	test.each([
		['const a = 1;\nconst f = async () => {\n  a.b.c;\n};\nf();', 3],
		['tf.scalar(1).data().then((d) => {\n  d.foo.bar();\n});\nprint(1);', 2]
	])('an error that comes late is said at its line: %j', async (code, line) => {
		const [error] = ofKind(await run(code), 'error');
		expect(error).toMatchObject({ name: 'TypeError', line });
	});

	test('what cannot be shown hides neither the error nor what else was made', async () => {
		const code = 'const a = tf.ones([2]);\nconst n = 3;\na.dispose();\na.add(1);';
		const said = await run(code);
		expect(ofKind(said, 'text')).toEqual([{ kind: 'text', text: 'n = 3' }]);
		expect(ofKind(said, 'error')).toMatchObject([{ message: 'Tensor is disposed.', line: 4 }]);
	});

	test.each([
		["const t = tf.tensor(['a', 'b']);", 't = tensor [2] ["a", "b"]'],
		['const t = tf.complex([1, 2], [3, 4]);', 't = tensor [2] [1, 3, 2, 4]'],
		['const t = tf.ones([1, 1, 1, 1, 1, 1, 2]);', 't = tensor [1, 1, 1, 1, 1, 1, 2] [1, 1]'],
		["print('x'.repeat(3000));", `${'x'.repeat(2000)}…`],
		['print(new Map(), Promise.resolve(), {});', '[object Map] [object Promise] {}']
	])('%j is a line of text', async (code, text) => {
		expect(ofKind(await run(code), 'text')).toEqual([{ kind: 'text', text }]);
	});

	test('a tensor that is printed alone is drawn', async () => {
		const said = await run('print(picture);\nshow(picture);\npicture');
		const shape = [1, 2, 5, 5];
		expect(ofKind(said, 'tensor')).toMatchObject([
			{ name: 'tensor', shape },
			{ name: 'tensor', shape },
			{ name: '', shape }
		]);
	});

	test.each(snippetNames())('%s runs, and stays far from the limits', async (name) => {
		const chain = snippetChain(name, FOLD_STEPS);
		const before = chain.slice(0, -1).map((part) => readSnippet(part, 'tensorflow'));
		const said = await run(readSnippet(name, 'tensorflow'), before.join('\n'));
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
