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

export type LessonPart = 'why' | 'how' | 'network' | 'worth';

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
	readonly answer: ChoiceAnswer | NumberAnswer;
	/** What is watched once a prediction is committed. */
	readonly observe: { readonly html: Html; readonly figure: FigureUse | null };
	readonly explainHtml: Html;
}

/** A check-yourself question, answered at once and as often as the reader likes. */
export interface QuestionBlock extends BlockBase {
	readonly kind: 'question';
	readonly promptHtml: Html;
	readonly answer: ChoiceAnswer | NumberAnswer;
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
