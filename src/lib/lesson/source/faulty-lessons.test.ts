/** Every fault a writer can make in a lesson, each with the message that stops the build. */
import { describe, expect, test } from 'vitest';
import { context } from '#lib/lesson/source/fixtures/context.ts';
import { parseLesson } from './parse-lesson.ts';

const FILE = 'content/lessons/02-second/index.md';
const FRONT = ['---', 'title: T', 'aim: A', 'summary: S', 'part: how', 'minutes: 5', '---'];

/** What is said of a text, without the file. */
function faultOf(lines: readonly string[], file = FILE): string {
	try {
		parseLesson(lines.join('\n'), file, context);
	} catch (error) {
		return String(error).replace(`LessonError: ${file}:`, '');
	}
	return 'none';
}

/** Of a text whose cell begins on line 8; `lines` begin on line 10. */
const inCell = (...lines: string[]): string => faultOf([...FRONT, '## C {#c}', '', ...lines]);

/** Of the fields of a fence that begins on line 10. */
const inFence = (info: string, ...fields: string[]): string =>
	inCell(`\`\`\`${info}`, ...fields, '```');

const figure = (...fields: string[]): string =>
	inFence('figure batch-norm-line', 'id: f', 'title: T', 'takeaway: t', 'caption: C.', ...fields);

const options = [
	...['options:', '  - text: a', '    correct: true', '    feedback: F'],
	...['  - text: b', '    feedback: F']
];
const gate = (...answer: string[]): string =>
	inFence(
		'gate',
		'id: g',
		'title: T',
		'prompt: P',
		...answer,
		'observe: { text: O }',
		'explain: E'
	);
const number = (value: string, ...wrong: string[]): string =>
	gate(
		...['number:', '  label: L', `  value: ${value}`, '  tolerance: 0.1', '  correct: Y'],
		...['  wrong:', ...wrong, '  otherwise: N']
	);

test('the lesson around the faults has none', () => {
	expect(inCell('Text.')).toBe('none');
	expect(figure('gamma: 2')).toBe('none');
	expect(gate(...options)).toBe('none');
	expect(number('4', '    - { value: 5, feedback: F }')).toBe('none');
});

describe('front matter', () => {
	const withLine = (line: number, text: string): string =>
		faultOf([...FRONT.map((old, index) => (index === line - 1 ? text : old)), '## C {#c}', 'T']);

	test.each([
		[1, 'no', '1: front matter: expected fields between two lines of ---, found "no"'],
		[2, 'title: 4', '2: front matter, title: expected a text (in quotation marks), found 4'],
		[3, '# none', '2: front matter, aim: expected a text, found nothing'],
		[4, 'summary: ""', '4: front matter, summary: expected something here, found ""'],
		[
			5,
			'part: who',
			'5: front matter, part: expected "why" or "how" or "network" or "worth", found "who"'
		],
		[6, 'minutes: 0', '6: front matter, minutes: expected a number of at least 1, found 0'],
		[6, 'minutes: 1.5', '6: front matter, minutes: expected a whole number, found 1.5'],
		[6, 'minutes: "5"', '6: front matter, minutes: expected a number, found "5"'],
		[6, 'mintes: 5', '2: front matter, minutes: expected a number, found nothing'],
		[
			6,
			'minutes: 5\nneeds: [first, third]',
			'7: front matter, needs.1: expected another lesson: first, found "third"'
		],
		[
			6,
			'minutes: 5\nneeds: [second]',
			'7: front matter, needs.0: expected another lesson: first, found "second"'
		],
		[
			6,
			'minutes: 5\nneed: []',
			'7: front matter, need: expected a field that is known: one of title, aim, summary, part, minutes, needs, found "need"'
		],
		[
			3,
			'title: twice',
			'3: front matter: expected YAML (a text goes in quotation marks when it holds ": " or begins with a sign), found "Map keys must be unique"'
		]
	])('line %d: %s', (line, text, fault) => {
		expect(withLine(line, text)).toBe(fault);
	});

	test('the folder has a number and a name', () => {
		expect(faultOf([...FRONT, '## C {#c}', 'T'], 'content/lessons/second/index.md')).toBe(
			'1: folder: expected a name like 06-folding-the-branches, found "content/lessons/second/index.md"'
		);
	});
});

describe('cells', () => {
	const after = (...lines: string[]): string => faultOf([...FRONT, ...lines]);

	test.each([
		['no cell', [''], '8: text: expected a cell, begun by ## Heading {#id}, found none'],
		[
			'text before',
			['Text.', '', '## C {#c}'],
			'8: text: expected a heading (## Heading {#id}) first, found none'
		],
		[
			'a fence before',
			['```note', '```'],
			'8: note: expected a heading (## Heading {#id}) first, found none'
		],
		[
			'no id',
			['## C', 'T'],
			'8: cell: expected a heading that ends in {#id}, a name of a-z and 0-9, words joined by -, found "C"'
		],
		[
			'a bad id',
			['## C {#C d}', 'T'],
			'8: cell: expected a heading that ends in {#id}, a name of a-z and 0-9, words joined by -, found "C {#C d}"'
		],
		[
			'nothing',
			['## C {#c}', '', '## D {#d}', 'T'],
			'8: cell: expected something under the heading, found nothing'
		],
		[
			'an id twice',
			['## C {#c}', 'T', '## D {#c}', 'T'],
			'10: cell, id: expected an id that is not there yet, found "c", which stands on line 8 too'
		],
		[
			'the id of a fence',
			['## C {#c}', '```code fold-run', 'id: c', 'title: T', '```'],
			'9: code, id: expected an id that is not there yet, found "c", which stands on line 8 too'
		]
	])('%s', (_, lines, fault) => {
		expect(after(...lines)).toBe(fault);
	});
});

describe('prose', () => {
	test.each([
		[['One', 'two <b>three</b>'], '11: text: expected Markdown without HTML, found "<b>"'],
		[
			['One', '', '<!-- note -->'],
			'12: text: expected Markdown without HTML, found "<!-- note -->"'
		],
		[['![a](b.png)'], '10: text: expected no picture (figures show things), found "![a](b.png)"'],
		[
			['# A'],
			'10: text: expected a heading of ### inside a cell (## begins one, in the first column), found "# A"'
		],
		[
			['#### A'],
			'10: text: expected a heading of ### inside a cell (## begins one, in the first column), found "#### A"'
		],
		[
			['- a', '- ## b'],
			'11: text: expected a heading of ### inside a cell (## begins one, in the first column), found "## b"'
		],
		[['One', '', '***'], '12: text: expected no rule (a heading begins a new cell), found "***"'],
		[
			['One', '', '    code'],
			'12: text: expected no code block (code stands in content/snippets/, named by a fence: ```code name), found "code"'
		],
		[['- [ ] a'], '10: text: expected a list without check boxes, found "- [ ] a"'],
		[['~~a~~'], '10: text: expected no text that is struck out, found "~~a~~"'],
		[
			['One', '', '[a]: b'],
			'12: text: expected the address behind each link, in round brackets, found "[a]: b"'
		],
		[
			['a $x$', '$'],
			'11: text: expected a formula between two dollars, or \\$ for a dollar, found "$"'
		],
		[
			['One', 'costs $5'],
			'11: text: expected a formula between two dollars, or \\$ for a dollar, found "$"'
		],
		[
			['a $x$', 'b $\\frac{1}$'],
			'11: text: expected a formula that KaTeX can set, found "\\frac{1}" (Unexpected end of input in a macro argument, expected \'}\')'
		],
		[
			['a $\\foo$'],
			'10: text: expected a formula that KaTeX can set, found "\\foo" (Undefined control sequence: \\foo)'
		],
		[
			['$$', 'x', '$$', '', 'next'],
			'14: text: expected a sentence in _italics_ that says the formula above in words, found "next"'
		],
		[
			['$$x$$'],
			'10: text: expected a sentence in _italics_ that says the formula above in words, found nothing'
		],
		[
			['a $$x$$ b'],
			'10: text: expected a formula between two dollars, or \\$ for a dollar, found "$"'
		]
	])('%j', (lines, fault) => {
		expect(inCell(...lines)).toBe(fault);
	});
});

describe('links', () => {
	const SCHEMES = 'a link to glossary:, cite:, op:, figure:, lesson:, page: or paper:';

	test.each([
		['glossary:tip', 'a term of content/glossary.yaml: one of tap, cheap-operation', 'tip'],
		['cite:ghost', 'a key of content/references.yaml: one of repghost, batch-norm', 'ghost'],
		['op:pool', 'an operation: one of conv, dw, bn, relu, cat, add, se, fold', 'pool'],
		['figure:f', 'a figure of this lesson (there are none)', 'f'],
		['figure:f.a-b', 'the name of a part, of letters and digits', 'a-b'],
		['lesson:third', 'a lesson: one of first, second', 'third'],
		['lesson:first#"', 'the id of a cell, a name of a-z and 0-9, words joined by -', '\\"'],
		['page:labs', 'a page: one of network, lab, results, gallery, about', 'labs'],
		['page.html', SCHEMES, 'page.html'],
		['javascript:alert', SCHEMES, 'javascript:alert'],
		[
			'https://a.b',
			`${SCHEMES} (addresses outside the site stand in content/references.yaml)`,
			'https://a.b'
		]
	])('%s', (address, expected, found) => {
		expect(inCell('a', `b [c](${address}) d`)).toBe(
			`11: text, link: expected ${expected}, found "${found}"`
		);
	});

	test.each([
		['31.8', 'the published number 31.9 as the text', '"31.8"'],
		['about 31.9', 'the published number 31.9 as the text', '"about 31.9"']
	])('a published number shown as %s', (text, expected, found) => {
		expect(inCell(`[${text}](paper:table/row/column)`)).toBe(
			`10: text, link: expected ${expected}, found ${found}`
		);
	});

	test('a published number that there is not', () => {
		expect(inCell('[1](paper:table/row/other)')).toBe(
			'10: text, link: expected the path of a published number, found There is none.'
		);
		expect(inCell('[31.90](paper:table/row/column)')).toBe('none');
		expect(inCell('[1,234](paper:table/row/large)')).toBe('none');
	});

	test('a title, and an address that stands for itself', () => {
		expect(inCell('[a](op:dw "b")')).toBe(
			'10: text: expected a link without a title, found "[a](op:dw \\"b\\")"'
		);
		expect(inCell('see https://a.b')).toContain('10: text, link: expected a link to glossary:');
	});

	test('the line of a link is found in every kind of text', () => {
		const bad = '[c](op:x)';
		const line = (fault: string): number => Number(fault.split(':')[0]);
		expect(line(inCell('[c](op:dw)', '', '- a', `  ${bad}`))).toBe(13);
		expect(line(inCell('> a', `> ${bad}`))).toBe(11);
		expect(line(inCell('| a |', '| - |', '| b |', `| ${bad} |`))).toBe(13);
		expect(line(inCell('**a', `${bad}**`))).toBe(11);
		expect(line(inCell('```note', 'title: T', 'text: |', '  a', '', `  ${bad}`, '```'))).toBe(15);
		expect(line(inCell('```note', 'title: T', 'text: >-', '  a', `  ${bad}`, '```'))).toBe(14);
		expect(line(inCell('```note', 'title: T', 'text: a', '  b', `  ${bad}`, '```'))).toBe(14);
		expect(line(inCell('```note', 'title: T', `text: "${bad}"`, '```'))).toBe(12);
	});
});

describe('fences', () => {
	test.each([
		[
			'python',
			'10: python: expected a fence of figure, code, note, gate, question, task (code stands in content/snippets/), found "python"'
		],
		[
			'',
			'10: fence: expected a fence of figure, code, note, gate, question, task (code stands in content/snippets/), found ""'
		],
		[
			'constructor',
			'10: constructor: expected a fence of figure, code, note, gate, question, task (code stands in content/snippets/), found "constructor"'
		],
		['figure', '10: figure: expected a figure: one of batch-norm-line, bare, found ""'],
		[
			'figure batch-norm-lin',
			'10: figure "batch-norm-lin": expected a figure: one of batch-norm-line, bare, found "batch-norm-lin"'
		],
		[
			'code fold',
			'10: code "fold": expected a folder of content/snippets/: one of fold-run, bn-as-line, found "fold"'
		],
		['note here', '10: note "here": expected nothing behind note, found "here"'],
		['note', '11: note: expected fields (name: value), found nothing']
	])('%s', (info, fault) => {
		expect(inFence(info)).toBe(fault);
	});

	test('one without an end', () => {
		expect(inCell('```note', 'title: T', 'text: A')).toBe(
			'10: note: expected a line of ``` at the end of the fence, found none'
		);
	});

	test.each([
		['gamma: one', '15: figure "batch-norm-line", gamma: expected a number, found "one"'],
		[
			'gama: 1',
			'15: figure "batch-norm-line", gama: expected a field that is known: one of gamma, channels, show, found "gama"'
		],
		['channels: 1', '15: figure "batch-norm-line", channels: expected a list, found 1'],
		[
			'channels:\n  - 1\n  - -2',
			'17: figure "batch-norm-line", channels.1: expected a number of at least 0, found -2'
		],
		[
			'channels: [0.5]',
			'15: figure "batch-norm-line", channels.0: expected a whole number, found 0.5'
		],
		['show: bars', '15: figure "batch-norm-line", show: expected "line" or "points", found "bars"'],
		[
			'gamma: 1: 2',
			'15: figure "batch-norm-line": expected YAML (a text goes in quotation marks when it holds ": " or begins with a sign), found "Nested mappings are not allowed in compact mappings"'
		],
		[
			'show: &a *a',
			'15: figure "batch-norm-line": expected YAML (a text goes in quotation marks when it holds ": " or begins with a sign), found "An alias node must not specify any properties"'
		],
		[
			'show: *a',
			'15: figure "batch-norm-line": expected YAML (a text goes in quotation marks when it holds ": " or begins with a sign), found "*a"'
		],
		[
			'[a]: 1',
			'15: figure "batch-norm-line": expected YAML (a text goes in quotation marks when it holds ": " or begins with a sign), found "a name that is no text"'
		]
	])('a figure with %s', (field, fault) => {
		expect(figure(field)).toBe(fault);
	});

	test.each([
		[
			'figure bare',
			['id: f', 'title: T', 'takeaway: t'],
			'11: figure "bare", caption: expected a text, found nothing'
		],
		[
			'figure bare',
			['id: F', 'title: T', 'takeaway: t', 'caption: c'],
			'11: figure "bare", id: expected a name of a-z and 0-9, words joined by -, found "F"'
		],
		['code fold-run', ['id: f'], '11: code "fold-run", title: expected a text, found nothing'],
		[
			'note',
			['title: T', 'text: <b>'],
			'12: note, text: expected Markdown without HTML, found "<b>"'
		],
		['note', ['- a'], '11: note: expected fields (name: value), found ["a"]']
	])('%s with %j', (info, fields, fault) => {
		expect(inFence(info, ...fields)).toBe(fault);
	});
});

describe('gates and questions', () => {
	test('one kind of answer', () => {
		const kinds = 'one of options, number, numbers, order, code';
		expect(gate()).toBe(`11: gate: expected ${kinds}, found none`);
		expect(
			gate(
				...options,
				'number: { label: L, value: 1, tolerance: 0, correct: C, wrong: [], otherwise: O }'
			)
		).toBe(`20: gate, number: expected ${kinds}, found options and number`);
	});

	test('several numbers: each value can be given, and has something said of others', () => {
		const numbers = (...fields: string[]): string =>
			gate('numbers:', '  tolerance: 0.1', '  correct: C', '  fields:', ...fields);
		const blank = '    - { label: A, value: 1, otherwise: O }';
		expect(numbers(blank, blank)).toBe('none');
		expect(numbers(blank)).toBe('17: gate, numbers.fields: expected at least 2 of them, found 1');
		expect(numbers(blank, '    - { label: B, value: 2 }')).toBe(
			'19: gate, numbers.fields.1: expected otherwise, here or for all numbers, found nothing'
		);
		expect(
			numbers(
				blank,
				'    - { label: B, value: 2, wrong: [{ value: 2.05, feedback: F }], otherwise: O }'
			)
		).toBe(
			'19: gate, numbers.fields.1.wrong.0.value: expected a value more than 0.1 away from those before, found 2.05'
		);
	});

	test('steps in order: three or more, and what is wrong is not right', () => {
		const order = (...wrong: string[]): string =>
			gate('order:', '  steps: [a, b, c]', '  correct: C', '  otherwise: O', '  wrong:', ...wrong);
		expect(order('    - { early: 3, before: 1, feedback: F }')).toBe('none');
		expect(order('    - { early: 1, before: 3, feedback: F }')).toBe(
			'19: gate, order.wrong.0.early: expected a step after step 3, found 1'
		);
		expect(order('    - { early: 4, before: 1, feedback: F }')).toBe(
			'19: gate, order.wrong.0.early: expected a step after step 1, found 4'
		);
	});

	test('code: a task that is there, all its mistakes with feedback, and no gate', () => {
		const code = (task: string): string[] => [
			...['code:', `  task: ${task}`, '  correct: C', '  otherwise: O'],
			...['  wrong: [{ name: no-root, feedback: F }]']
		];
		const question = (...fields: string[]): string =>
			inFence('question', 'id: q', 'prompt: P', ...fields, 'solution: S');
		expect(question(...code('fuse'))).toContain('14: question, code.task: expected a task');
		expect(question(...code('fuse-batch-norm'))).toContain('expected feedback for unchanged, ');
		expect(gate(...code('fuse-batch-norm'))).toBe(
			'14: gate, code: expected code in a question only, found a gate'
		);
	});

	test('an exercise has two hints', () => {
		expect(gate(...options, 'exercise: E', 'hints: [one, two]')).toBe('none');
		expect(gate(...options, 'exercise: E', 'hints: [one]')).toBe(
			'21: gate, hints: expected 2 hints, since it is an exercise, found 1'
		);
	});

	test('options: two or more, one right, each with its feedback, none twice', () => {
		expect(gate(...options.slice(0, 4))).toBe(
			'14: gate, options: expected at least 2 of them, found 1'
		);
		expect(gate(...options.filter((line) => !line.includes('correct')))).toBe(
			'14: gate, options: expected at least one with correct: true, found none'
		);
		expect(gate(...options.slice(0, -1))).toBe(
			'18: gate, options.1.feedback: expected a text, found nothing'
		);
		expect(gate(...options.map((line) => line.replace('text: b', 'text: a')))).toBe(
			'18: gate, options.1.text: expected an option that is not there yet, found "a"'
		);
		expect(gate(...options.map((line) => line.replace('true', 'yes')))).toBe(
			'16: gate, options.0.correct: expected true or false, found "yes"'
		);
		expect(gate(...options.map((line) => line.replace('correct', 'right')))).toBe(
			'16: gate, options.0.right: expected a field that is known: one of text, correct, feedback, found "right"'
		);
	});

	test('a number, and wrong ones that can be told from it', () => {
		expect(number('.inf', '    []')).toBe(
			'16: gate, number.value: expected a finite number, found Infinity'
		);
		expect(number('4', '    - { value: 5 }')).toBe(
			'20: gate, number.wrong.0.feedback: expected a text, found nothing'
		);
		expect(
			number('4', '    - { value: 5, feedback: F }', '    - { value: 4.05, feedback: F }')
		).toBe(
			'21: gate, number.wrong.1.value: expected a value more than 0.1 away from those before, found 4.05'
		);
	});

	test('what is observed may be a figure, with props of its own', () => {
		const observe = (...lines: string[]): string =>
			inFence(
				'gate',
				'id: g',
				'title: T',
				'prompt: P',
				...options,
				'explain: E',
				'observe:',
				'  text: O',
				...lines
			);
		expect(observe('  figure:', '    name: bar')).toBe(
			'24: gate, observe.figure.name: expected a figure: one of batch-norm-line, bare, found "bar"'
		);
		expect(observe('  figure:', '    name: batch-norm-line', '    gamma: x')).toBe(
			'25: gate, observe.figure.gamma: expected a number, found "x"'
		);
	});

	test('two hints at most', () => {
		expect(
			inFence('question', 'id: q', 'prompt: P', ...options, 'solution: S', 'hints: [a, b, c]')
		).toBe('20: question, hints: expected at most 2 of them, found 3');
	});
});

describe('tasks', () => {
	const task = (part: string, goal: string): string =>
		inFence('task', 'id: t', 'title: T', 'text: X', `part: ${part}`, `goal: ${goal}`);

	test('one without fault', () => {
		expect(task('maps', '{ layer: conv_stem }')).toBe('none');
		expect(task('compare', '{ compare: { form: folded } }')).toBe('none');
	});

	test.each([
		['kernels', '{ layer: conv_stem }', /^14: task, part: expected "model" or .*found "kernels"$/],
		['maps', '{}', /^15: task, goal: expected something to be done/],
		[
			'maps',
			'{ layr: conv_stem }',
			/^15: task, goal\.layr: expected a field that is known: one of layer, model/
		],
		['form', '{ form: deploy }', /^15: task, goal\.form: expected "training-time" or "folded"/],
		['dials', '{ dial: false }', /^15: task, goal\.dial: expected true, found false$/]
	])('%s, %s', (part, goal, fault) => {
		expect(task(part, goal)).toMatch(fault);
	});
});
