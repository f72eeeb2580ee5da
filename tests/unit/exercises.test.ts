/**
 * The exercises of the lessons: each has its hints, its solution and something to say of every wrong
 * answer, and takes for right and wrong what `tests/fixtures/exercise-answers.ts` says.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judgeResults } from '#lib/exercises/code-task.ts';
import { codeTasks } from '#lib/exercises/tasks.ts';
import { exerciseBlocks } from '#lib/lesson/answers/exercise-list.ts';
import { judgeAnswer, type Verdict } from '#lib/lesson/answers/judge-answer.ts';
import type { Asked, Html } from '#lib/lesson/lesson.ts';
import type { PropsSchema } from '#lib/lesson/source/read-fence.ts';
import { parseContent } from '#lib/server/parse-content.ts';
import type { Given } from '#lib/state/lesson/progress.svelte.ts';
import * as v from 'valibot';
import { exerciseAnswers, type Answer } from '../fixtures/exercise-answers.ts';

/** Takes any figure with any props: they have tests of their own. */
class AnyFigure extends Map<string, PropsSchema> {
	override get(): PropsSchema {
		return v.record(v.string(), v.unknown());
	}
}

const text = (path: string): string => readFileSync(`content/${path}`, 'utf8');
const folders = readdirSync('content/lessons');
const { lessons } = parseContent(
	{
		lessons: Object.fromEntries(
			folders.map((folder) => [
				`content/lessons/${folder}/index.md`,
				text(`lessons/${folder}/index.md`)
			])
		),
		glossary: text('glossary.yaml'),
		references: text('references.yaml')
	},
	{ figures: new AnyFigure(), snippets: new Set(readdirSync('content/snippets')) }
);
const exercises = lessons.flatMap((lesson) =>
	exerciseBlocks(lesson).map((block) => [`${lesson.slug}#${block.id}`, block] as const)
);

/** An answer as a reader gives it; code is run here, and in a browser in the kernel. */
async function give(asked: Asked, answer: Answer): Promise<Given> {
	const one = String(answer);
	const list = [answer].flat();
	switch (asked.kind) {
		case 'choice':
			return { kind: 'option', index: one.charCodeAt(0) - 'A'.charCodeAt(0) };
		case 'number':
			return { kind: 'number', text: one };
		case 'numbers':
			return { kind: 'numbers', texts: list };
		case 'order':
			return { kind: 'order', order: list.map((step) => Number(step) - 1) };
		case 'code': {
			const task = codeTasks[asked.task]!;
			const address = `data:text/javascript,${encodeURIComponent(`${one}\nexport { ${task.name} as made };`)}`;
			const { made } = (await import(/* @vite-ignore */ address)) as {
				made: (...args: unknown[]) => unknown;
			};
			const calls = task.calls(7);
			const results = calls.map((args) => made(...args));
			return { kind: 'code', text: one, outcome: judgeResults(task, calls, results) };
		}
	}
}

/** Everything that can be said of a wrong answer. */
function saidOfWrong(asked: Asked): readonly Html[] {
	if (asked.kind === 'choice') {
		return asked.options.filter(({ correct }) => !correct).map((option) => option.feedbackHtml);
	}
	if (asked.kind === 'numbers') {
		return asked.fields.flatMap((field) => [
			...field.wrong.map((wrong) => wrong.feedbackHtml),
			field.otherwiseHtml
		]);
	}
	return [...asked.wrong.map((wrong) => wrong.feedbackHtml), asked.otherwiseHtml];
}

const said = ({ feedbackHtml, parts }: Verdict): string =>
	[feedbackHtml ?? '', ...parts.map((part) => part.feedbackHtml)].join('');

test('there are twelve at least, of every kind, each with its answers', () => {
	expect(exercises.length).toBeGreaterThanOrEqual(12);
	const kinds = new Set(exercises.map(([, { answer }]) => answer.kind));
	expect([...kinds].sort()).toEqual(['choice', 'code', 'number', 'numbers', 'order']);
	expect(exercises.map(([key]) => key).sort()).toEqual(Object.keys(exerciseAnswers).sort());
});

test('every wrong answer of every gate and question has something of its own said of it', () => {
	for (const { slug, cells } of lessons) {
		for (const block of cells.flatMap(({ blocks }) => blocks)) {
			if (block.kind !== 'gate' && block.kind !== 'question') continue;
			for (const html of saidOfWrong(block.answer))
				expect(html, `${slug}#${block.id}`).not.toBe('');
			const { answer } = block;
			if (answer.kind !== 'choice') continue;
			const all = answer.options.map((option) => option.feedbackHtml);
			expect(new Set(all).size, `${slug}#${block.id}`).toBe(all.length);
		}
	}
});

test('every lesson lets its readers predict, and change and run code', () => {
	for (const { slug, cells } of lessons) {
		const kinds = cells.flatMap(({ blocks }) => blocks.map(({ kind }) => kind));
		expect(kinds, slug).toContain('gate');
		expect(kinds.filter((kind) => kind === 'code').length, slug).toBeGreaterThanOrEqual(2);
	}
});

test('every question has two hints, and they are two', () => {
	for (const { slug, cells } of lessons) {
		for (const block of cells.flatMap(({ blocks }) => blocks)) {
			if (block.kind !== 'question') continue;
			expect(new Set(block.hints).size, `${slug}#${block.id}`).toBe(2);
			expect(block.solutionHtml, `${slug}#${block.id}`).not.toBe('');
		}
	}
});

/** Other ways to type a number. */
const spellings: readonly { readonly name: string; readonly spell: (text: string) => string }[] = [
	{ name: 'with a comma', spell: (text) => text.replace('.', ',') },
	{ name: 'with a point', spell: (text) => text.replace(',', '.') },
	{ name: 'with a minus sign', spell: (text) => text.replace(/^[-‐]/, '−') },
	{ name: 'with a hyphen', spell: (text) => text.replace(/^[−‐]/, '-') },
	{
		name: 'in full width',
		spell: (text) =>
			text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
	},
	{ name: 'with spaces around', spell: (text) => `\u00a0${text}\t` }
];

describe.each(exercises)('%s', (key, block) => {
	const answers = exerciseAnswers[key] ?? { right: [], wrong: [] };
	const asked = block.answer;

	test('has two hints, a solution, and enough answers to be tried', () => {
		const solution = block.kind === 'gate' ? block.explainHtml : block.solutionHtml;
		expect(block.hints).toHaveLength(2);
		expect(solution).not.toBe('');
		// Of lettered options and orders of steps only one is right.
		const single = asked.kind === 'choice' || asked.kind === 'order';
		expect(answers.right.length).toBeGreaterThanOrEqual(single ? 1 : 2);
		expect(answers.wrong.length).toBeGreaterThanOrEqual(3);
		if (asked.kind === 'choice') expect(answers.wrong).toHaveLength(asked.options.length - 1);
	});

	test.each(answers.right.map((answer) => ({ answer })))('right: $answer', async ({ answer }) => {
		const verdict = judgeAnswer(asked, await give(asked, answer));
		expect(verdict.correct).toBe(true);
		expect(said(verdict)).not.toBe('');
	});

	test.each(answers.wrong.map((answer) => ({ answer })))('wrong: $answer', async ({ answer }) => {
		const verdict = judgeAnswer(asked, await give(asked, answer));
		expect(verdict.correct).toBe(false);
		expect(said(verdict)).not.toBe('');
	});

	const noAnswers = [
		'',
		' ',
		'NaN',
		'banana',
		'1e999',
		'-1e999',
		'∞',
		'--1',
		'1,2,3',
		'0x10',
		'９９９z'
	];
	if (asked.kind === 'number' || asked.kind === 'numbers') {
		test.each(spellings)('a right number is right $name', async ({ spell }) => {
			for (const answer of answers.right) {
				const typed = typeof answer === 'string' ? spell(answer) : answer.map(spell);
				expect(judgeAnswer(asked, await give(asked, typed)).correct, String(typed)).toBe(true);
			}
		});

		test.each(noAnswers)('no answer: %j', async (typed) => {
			const count = asked.kind === 'numbers' ? asked.fields.length : 1;
			const given = await give(
				asked,
				count === 1 ? typed : Array.from({ length: count }, () => typed)
			);
			expect(judgeAnswer(asked, given)).toEqual({ correct: false, feedbackHtml: null, parts: [] });
		});
	}

	test('not knowing is not right', () => {
		expect(judgeAnswer(asked, { kind: 'unknown' }).correct).toBe(false);
	});
});

test('a wrong order is answered by its own mistake', () => {
	const seen = new Map<string, Set<string>>();
	for (const [key, { answer }] of exercises) {
		if (answer.kind !== 'order') continue;
		for (const order of exerciseAnswers[key]!.wrong) {
			const given = { kind: 'order', order: [...order].map((step) => Number(step) - 1) } as const;
			const html = said(judgeAnswer(answer, given));
			seen.set(key, (seen.get(key) ?? new Set()).add(html));
		}
	}
	for (const [key, html] of seen) expect(html.size, key).toBe(5);
});
