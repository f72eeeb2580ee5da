/** Which lessons a figure stands in: asked when the site is built. */
import type { Block } from '#lib/lesson/lesson.ts';
import { lessons } from '#lib/server/lessons.ts';

export interface LessonLink {
	readonly slug: string;
	readonly number: number;
	readonly title: string;
}

/** In the order of the lessons. */
export function lessonsUsing(figure: string): LessonLink[] {
	return lessons
		.filter(({ cells }) => cells.some(({ blocks }) => blocks.some((block) => names(block, figure))))
		.map(({ slug, number, title }) => ({ slug, number, title }));
}

function names(block: Block, figure: string): boolean {
	switch (block.kind) {
		case 'figure':
			return block.name === figure;
		case 'gate':
			return block.observe.figure?.name === figure;
		case 'code':
			return figure === 'code-view';
		default:
			return false;
	}
}
