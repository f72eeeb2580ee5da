/** A lesson's Markdown set as HTML, its links checked. */
import type { BlockDraft, CellDraft, GateDraft, LessonDraft, QuestionDraft } from './draft.ts';
import type { Place } from './lesson-error.ts';
import type { Block, Cell, Lesson } from '#lib/lesson/lesson.ts';
import { blockHtml, inlineHtml, plainWords } from './markdown.ts';
import type { LinkTargets } from './prose-links.ts';
import { setAnswer } from './set-answer.ts';
import type { Page } from './settle-markdown.ts';

/** A link to a cell of this lesson or another. */
export interface CellLink extends Place {
	readonly slug: string;
	readonly cell: string;
}

interface SetLesson {
	readonly lesson: Lesson;
	/** To be checked when all lessons are read. */
	readonly cellLinks: readonly CellLink[];
}

/** @throws LessonError with the first text that has a fault */
export function setLesson(draft: LessonDraft, targets: Omit<LinkTargets, 'figures'>): SetLesson {
	const cited = new Set<string>();
	const cellLinks: CellLink[] = [];
	const page: Page = {
		targets: { ...targets, figures: figureIds(draft) },
		onLink(link, place) {
			if (link.kind === 'cite') cited.add(link.key);
			if (link.kind !== 'lesson' || link.cell === null) return;
			cellLinks.push({ ...place, slug: link.slug, cell: link.cell });
		}
	};
	const cells = draft.cells.map((cell) => setCell(cell, page));
	return { lesson: { ...draft, cells, references: [...cited] }, cellLinks };
}

/** What text may point at: the figures, and the gates that show one. */
function figureIds({ cells }: LessonDraft): Set<string> {
	const blocks = cells.flatMap((cell) => cell.blocks);
	const pointedAt = blocks.filter(
		(block) => block.kind === 'figure' || (block.kind === 'gate' && block.observe.figure)
	);
	return new Set(pointedAt.map(({ id }) => id));
}

function setCell({ id, title, blocks }: CellDraft, page: Page): Cell {
	// First, since it checks the title as well.
	const titleHtml = inlineHtml(title, page);
	return {
		id,
		title: plainWords(title),
		titleHtml,
		blocks: blocks.map((block) => setBlock(block, page))
	};
}

function setBlock(block: BlockDraft, page: Page): Block {
	switch (block.kind) {
		case 'prose':
		case 'note':
		case 'task': {
			const { text, ...rest } = block;
			return { ...rest, html: blockHtml(text, page) };
		}
		case 'figure': {
			const { caption, ...rest } = block;
			return { ...rest, captionHtml: blockHtml(caption, page) };
		}
		case 'code':
			return block;
		case 'gate':
			return setGate(block, page);
		case 'question':
			return setQuestion(block, page);
	}
}

function setGate(
	{ prompt, answer, hints, observe, explain, ...rest }: GateDraft,
	page: Page
): Block {
	return {
		...rest,
		promptHtml: blockHtml(prompt, page),
		answer: setAnswer(answer, page),
		hints: hints.map((hint) => blockHtml(hint, page)),
		observe: { html: blockHtml(observe.text, page), figure: observe.figure },
		explainHtml: blockHtml(explain, page)
	};
}

function setQuestion(
	{ prompt, answer, hints, solution, ...rest }: QuestionDraft,
	page: Page
): Block {
	return {
		...rest,
		promptHtml: blockHtml(prompt, page),
		answer: setAnswer(answer, page),
		hints: hints.map((hint) => blockHtml(hint, page)),
		solutionHtml: blockHtml(solution, page)
	};
}
