/**
 * A lesson as it stands in its file: read and checked, its Markdown not yet set. `set-lesson.ts` makes
 * HTML of it, `notebook.ts` a notebook.
 */
import type { Text } from './lesson-error.ts';
import type {
	CodeAnswer,
	CodeBlock,
	FigureBlock,
	FigureUse,
	GateBlock,
	Lesson,
	NoteBlock,
	NumberAnswer,
	NumbersAnswer,
	OrderAnswer,
	ProseBlock,
	QuestionBlock,
	TaskBlock
} from '#lib/lesson/lesson.ts';

export interface LessonDraft extends Omit<Lesson, 'cells' | 'references'> {
	readonly cells: readonly CellDraft[];
}

export interface CellDraft {
	readonly id: string;
	readonly title: Text;
	readonly blocks: readonly BlockDraft[];
}

export type BlockDraft =
	ProseDraft | NoteDraft | FigureDraft | CodeBlock | GateDraft | QuestionDraft | TaskDraft;

interface ProseDraft extends Omit<ProseBlock, 'html'> {
	readonly text: Text;
}

interface NoteDraft extends Omit<NoteBlock, 'html'> {
	readonly text: Text;
}

export interface FigureDraft extends Omit<FigureBlock, 'captionHtml'> {
	readonly caption: Text;
}

export interface GateDraft extends Omit<
	GateBlock,
	'promptHtml' | 'answer' | 'hints' | 'observe' | 'explainHtml'
> {
	readonly prompt: Text;
	readonly answer: AnswerDraft;
	readonly hints: readonly Text[];
	readonly observe: { readonly text: Text; readonly figure: FigureUse | null };
	readonly explain: Text;
}

export interface QuestionDraft extends Omit<
	QuestionBlock,
	'promptHtml' | 'answer' | 'hints' | 'solutionHtml'
> {
	readonly prompt: Text;
	readonly answer: AnswerDraft;
	readonly hints: readonly Text[];
	readonly solution: Text;
}

interface TaskDraft extends Omit<TaskBlock, 'html'> {
	readonly text: Text;
}

export type AnswerDraft = ChoiceDraft | NumberDraft | NumbersDraft | OrderDraft | CodeDraft;

export interface ChoiceDraft {
	readonly kind: 'choice';
	readonly options: readonly OptionDraft[];
}

interface OptionDraft {
	readonly text: Text;
	readonly correct: boolean;
	readonly feedback: Text;
}

export interface NumberDraft extends Omit<NumberAnswer, 'correctHtml' | 'wrong' | 'otherwiseHtml'> {
	readonly correct: Text;
	readonly wrong: readonly { readonly value: number; readonly feedback: Text }[];
	readonly otherwise: Text;
}

export interface NumbersDraft extends Omit<NumbersAnswer, 'correctHtml' | 'fields'> {
	readonly correct: Text;
	readonly fields: readonly Pick<NumberDraft, 'label' | 'value' | 'wrong' | 'otherwise'>[];
}

export interface OrderDraft extends Omit<
	OrderAnswer,
	'steps' | 'correctHtml' | 'wrong' | 'otherwiseHtml'
> {
	readonly steps: readonly Text[];
	readonly correct: Text;
	readonly wrong: readonly {
		readonly early: number;
		readonly before: number;
		readonly feedback: Text;
	}[];
	readonly otherwise: Text;
}

export interface CodeDraft extends Omit<CodeAnswer, 'correctHtml' | 'wrong' | 'otherwiseHtml'> {
	readonly correct: Text;
	readonly wrong: readonly { readonly name: string; readonly feedback: Text }[];
	readonly otherwise: Text;
}
