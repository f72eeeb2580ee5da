/** Fences with fields: ```` ```figure name ````, `code name`, `note`, `gate`, `question`, `task`. */
import * as v from 'valibot';
import type { BlockDraft } from './draft.ts';
import { describeFound, LessonError, oneOf, type Place } from './lesson-error.ts';
import type { FigureUse } from '#lib/lesson/lesson.ts';
import { name, words } from './names.ts';
import { answerFields, readAnswer } from './read-answer.ts';
import { exerciseFields, readExercise } from './read-exercise.ts';
import { goalSchema, TASK_PARTS } from '#lib/lesson/task.ts';
import { YamlSource, type Path } from './yaml-source.ts';

/** What a figure takes. */
export type PropsSchema = v.GenericSchema<unknown, Record<string, unknown>>;

/** What fences may name. */
export interface FenceNames {
	/** The figures there are, each with its schema. */
	readonly figures: ReadonlyMap<string, PropsSchema>;
	/** Folders of `content/snippets/`. */
	readonly snippets: ReadonlySet<string>;
}

interface Fence {
	/** `figure`, and what stands behind it. */
	readonly kind: string;
	readonly name: string;
	readonly body: string;
	readonly place: Place;
	/** For a block without an id of its own. */
	readonly spareId: string;
	/** Of the next figure. */
	readonly figureNumber: number;
}

const figureHead = v.looseObject({ id: name, title: words, takeaway: words, caption: words });
const codeFields = v.strictObject({ id: name, title: words });
const noteFields = v.strictObject({ title: words, text: words });
const gateFields = v.strictObject({
	id: name,
	title: words,
	prompt: words,
	...answerFields,
	...exerciseFields,
	observe: v.strictObject({
		text: words,
		figure: v.optional(v.looseObject({ name: v.string() }))
	}),
	explain: words
});
const questionFields = v.strictObject({
	id: name,
	prompt: words,
	...answerFields,
	...exerciseFields,
	solution: words
});

const taskFields = v.strictObject({
	id: name,
	title: words,
	text: words,
	part: v.picklist(TASK_PARTS),
	goal: goalSchema
});

type Reader = (fence: Fence, yaml: YamlSource, names: FenceNames) => BlockDraft;

const READERS: Readonly<Record<string, Reader>> = {
	figure: readFigure,
	code: readCode,
	note: readNote,
	gate: readGate,
	question: readQuestion,
	task: readTask
};

/** Kinds whose fence goes on with a name. */
const NAMED = ['figure', 'code'];

/** @throws LessonError with the first field that does not hold what it must */
export function readFence(fence: Fence, names: FenceNames): BlockDraft {
	const { kind, name, body, place } = fence;
	const read = Object.hasOwn(READERS, kind) ? READERS[kind] : undefined;
	if (!read) {
		const expected = `a fence of ${Object.keys(READERS).join(', ')} (code stands in content/snippets/)`;
		throw new LessonError(place, expected, describeFound(kind));
	}
	if (!NAMED.includes(kind) && name !== '') {
		throw new LessonError(place, `nothing behind ${kind}`, describeFound(name));
	}
	return read(fence, new YamlSource(body, { ...place, line: place.line + 1 }), names);
}

function readFigure(
	{ name, place, figureNumber }: Fence,
	yaml: YamlSource,
	names: FenceNames
): BlockDraft {
	const schema = figureSchema(name, place, names);
	const { id, title, takeaway, caption, ...props } = yaml.check(figureHead);
	return {
		kind: 'figure',
		id,
		line: place.line,
		name,
		props: yaml.check(schema, props),
		number: figureNumber,
		title,
		takeaway,
		caption: yaml.text(caption, ['caption'])
	};
}

function figureSchema(name: string, place: Place, { figures }: FenceNames): PropsSchema {
	const schema = figures.get(name);
	if (schema) return schema;
	throw new LessonError(place, oneOf('a figure', figures.keys(), name), describeFound(name));
}

function readCode(
	{ name: snippet, place }: Fence,
	yaml: YamlSource,
	{ snippets }: FenceNames
): BlockDraft {
	if (!snippets.has(snippet)) {
		const expected = oneOf('a folder of content/snippets/', snippets, snippet);
		throw new LessonError(place, expected, describeFound(snippet));
	}
	return { kind: 'code', ...yaml.check(codeFields), line: place.line, snippet };
}

function readNote({ spareId, place }: Fence, yaml: YamlSource): BlockDraft {
	const { title, text } = yaml.check(noteFields);
	return { kind: 'note', id: spareId, line: place.line, title, text: yaml.text(text, ['text']) };
}

function readGate({ place }: Fence, yaml: YamlSource, names: FenceNames): BlockDraft {
	const fields = yaml.check(gateFields);
	const { id, title, prompt, observe, explain } = fields;
	if (fields.code) throw new LessonError(yaml.at(['code']), 'code in a question only', 'a gate');
	return {
		kind: 'gate',
		id,
		line: place.line,
		title,
		prompt: yaml.text(prompt, ['prompt']),
		answer: readAnswer(fields, yaml),
		...readExercise(fields, yaml),
		observe: {
			text: yaml.text(observe.text, ['observe', 'text']),
			figure: observe.figure ? readObserved(observe.figure, yaml, names) : null
		},
		explain: yaml.text(explain, ['explain'])
	};
}

function readObserved(
	{ name, ...props }: { readonly name: string },
	yaml: YamlSource,
	names: FenceNames
): FigureUse {
	const path: Path = ['observe', 'figure'];
	const schema = figureSchema(name, yaml.at([...path, 'name']), names);
	return { name, props: yaml.check(schema, props, path) };
}

function readQuestion({ place }: Fence, yaml: YamlSource): BlockDraft {
	const fields = yaml.check(questionFields);
	const { id, prompt, solution } = fields;
	return {
		kind: 'question',
		id,
		line: place.line,
		prompt: yaml.text(prompt, ['prompt']),
		answer: readAnswer(fields, yaml),
		...readExercise(fields, yaml),
		solution: yaml.text(solution, ['solution'])
	};
}

function readTask({ place }: Fence, yaml: YamlSource): BlockDraft {
	const { text, ...fields } = yaml.check(taskFields);
	return { kind: 'task', ...fields, line: place.line, text: yaml.text(text, ['text']) };
}
