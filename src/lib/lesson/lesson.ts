/**
 * A lesson as data: what `parse-lesson.ts` makes of a Markdown file, and what the components beside it
 * show. HTML is written at build time from this repository's `content/`, formulas set in it.
 */

import type { TaskGoal, TaskPart } from './task.ts';

/** HTML made at build time. */
export type Html = string;

export interface Lesson {
	/** Address: `folding-the-branches`. */
	readonly slug: string;
	/** From the folder's name; it orders the lessons. */
	readonly number: number;
	readonly title: string;
	/** What the reader can do afterwards, one or two sentences. */
	readonly aim: string;
	/** A few words for lists. */
	readonly summary: string;
	readonly part: LessonPart;
	readonly minutes: number;
	/** Slugs of the lessons this one builds on. */
	readonly needs: readonly string[];
	readonly cells: readonly Cell[];
	/** Keys of `content/references.yaml` that the lesson cites, in order of first use. */
	readonly references: readonly string[];
}

type LessonPart = 'why' | 'how' | 'network' | 'worth';

/** One idea: a heading and what stands under it. */
export interface Cell {
	/** Of the address (`#two-readings`) and of stored progress; stays when the heading changes. */
	readonly id: string;
	readonly title: string;
	/** The title with formulas and coloured words set. */
	readonly titleHtml: Html;
	readonly blocks: readonly Block[];
}

export type Block =
	ProseBlock | NoteBlock | FigureBlock | CodeBlock | GateBlock | QuestionBlock | TaskBlock;

interface BlockBase {
	/** Unique in the lesson; part of an address where the writer gave one. */
	readonly id: string;
	/** In the Markdown file, for messages. */
	readonly line: number;
}

export interface ProseBlock extends BlockBase {
	readonly kind: 'prose';
	readonly html: Html;
}

/** A margin note: a source or an aside, never a step of the argument. */
export interface NoteBlock extends BlockBase {
	readonly kind: 'note';
	readonly title: string;
	readonly html: Html;
}

/** A figure named by its registry name, its props parsed by the figure's schema. */
export interface FigureUse {
	readonly name: string;
	readonly props: Readonly<Record<string, unknown>>;
}

export interface FigureBlock extends BlockBase, FigureUse {
	readonly kind: 'figure';
	/** Counted through the lesson: the 2 of Fig. 6.2. */
	readonly number: number;
	readonly title: string;
	/** What the reader takes away, a few words. */
	readonly takeaway: string;
	/** How to read the figure. */
	readonly captionHtml: Html;
}

/** One piece of code in both languages, from `content/snippets/<name>/`. */
export interface CodeBlock extends BlockBase {
	readonly kind: 'code';
	readonly title: string;
	readonly snippet: string;
}

/** Predict, observe, explain. */
export interface GateBlock extends BlockBase {
	readonly kind: 'gate';
	readonly title: string;
	readonly promptHtml: Html;
	/** Its name in the list of exercises; null where it is none. */
	readonly exercise: string | null;
	readonly answer: Asked;
	/** Two graded hints where it is an exercise, else none. */
	readonly hints: readonly Html[];
	/** What is watched once a prediction is committed. */
	readonly observe: { readonly html: Html; readonly figure: FigureUse | null };
	readonly explainHtml: Html;
}

/** A check-yourself question, answered at once and as often as the reader likes. */
export interface QuestionBlock extends BlockBase {
	readonly kind: 'question';
	readonly promptHtml: Html;
	/** Its name in the list of exercises; null where it is none. */
	readonly exercise: string | null;
	readonly answer: Asked;
	/** Two graded hints at most, then the solution. */
	readonly hints: readonly Html[];
	readonly solutionHtml: Html;
}

/** Something to do on the page that runs networks. */
export interface TaskBlock extends BlockBase {
	readonly kind: 'task';
	readonly title: string;
	readonly html: Html;
	/** The part of the page that it is about. */
	readonly part: TaskPart;
	readonly goal: TaskGoal;
}

/** What a gate or a question accepts. */
export type Asked = ChoiceAnswer | NumberAnswer | NumbersAnswer | OrderAnswer | CodeAnswer;

export interface ChoiceAnswer {
	readonly kind: 'choice';
	readonly options: readonly ChoiceOption[];
}

export interface ChoiceOption {
	readonly html: Html;
	readonly correct: boolean;
	/** Why it is right, or which misconception leads here. */
	readonly feedbackHtml: Html;
}

export interface NumberAnswer {
	readonly kind: 'number';
	/** What is asked for, as the field's label: "the new bias b′". */
	readonly label: string;
	readonly value: number;
	/** Answers this near count as right. */
	readonly tolerance: number;
	readonly correctHtml: Html;
	/** Values that a known misconception gives. */
	readonly wrong: readonly { readonly value: number; readonly feedbackHtml: Html }[];
	/** For every other wrong answer. */
	readonly otherwiseHtml: Html;
}

/** Several numbers at once: blanks in a row, or the taps of a kernel. */
export interface NumbersAnswer {
	readonly kind: 'numbers';
	/** How many stand in a row of the grid; null: one below the other, each with its label. */
	readonly columns: number | null;
	readonly tolerance: number;
	readonly fields: readonly NumberBlank[];
	readonly correctHtml: Html;
}

/** One number of several, with feedback of its own. */
export type NumberBlank = Pick<NumberAnswer, 'label' | 'value' | 'wrong' | 'otherwiseHtml'>;

/** Steps to put in order. */
export interface OrderAnswer {
	readonly kind: 'order';
	/** In the right order. */
	readonly steps: readonly Html[];
	readonly correctHtml: Html;
	/** What is said where step `early` stands before step `before`, counted from 0; the first that fits. */
	readonly wrong: readonly {
		readonly early: number;
		readonly before: number;
		readonly feedbackHtml: Html;
	}[];
	readonly otherwiseHtml: Html;
}

/** A function to write, checked by running it. */
export interface CodeAnswer {
	readonly kind: 'code';
	/** Name of a task of `src/lib/exercises/`. */
	readonly task: string;
	readonly correctHtml: Html;
	/** By the name that the task gives to the mistake. */
	readonly wrong: readonly { readonly name: string; readonly feedbackHtml: Html }[];
	readonly otherwiseHtml: Html;
}

/** A term of `content/glossary.yaml`. */
export interface GlossaryTerm {
	/** `cheap-operation`. */
	readonly key: string;
	readonly term: string;
	readonly definitionHtml: Html;
}

/** A published number that a text of the lesson names, and where it is from. */
export interface PublishedNumber {
	/** `paper:table/row/column`. */
	readonly key: string;
	readonly value: number;
	readonly row: string;
	readonly column: string;
	readonly confidence: 'V2' | 'S1' | 'VEC' | 'FIG' | 'CALC' | 'SEC' | 'INF';
	/** What it may be off by; null where it is exact as printed. */
	readonly tolerance: number | null;
	readonly sources: readonly { readonly what: string; readonly where: string }[];
}

/** An entry of `content/references.yaml`. */
export interface Reference {
	readonly key: string;
	/** `Chen et al. 2022`. */
	readonly short: string;
	readonly citation: string;
	readonly url: string | null;
}
