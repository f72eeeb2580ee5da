import { findFigure } from '#lib/figures/registry.ts';
import type { LoadedFigures } from '#lib/lesson/page/lesson-context.ts';
import type { Lesson } from '#lib/lesson/lesson.ts';
import type { PageLoad } from './$types';

/** The figures come with the page, so that their still form stands in it. */
export const load: PageLoad = async ({ data }) => ({
	...data,
	figures: await loadFigures(data.lesson)
});

/** Fetches the figures that a lesson uses, and no others. */
async function loadFigures(lesson: Lesson): Promise<LoadedFigures> {
	const names = new Set(lesson.cells.flatMap(({ blocks }) => blocks.flatMap(figureName)));
	const pairs = [...names].map(async (name) => {
		const figure = findFigure(name);
		if (figure === undefined) throw new Error(`There is no figure "${name}".`);
		return [name, await figure.load()] as const;
	});
	return Object.fromEntries(await Promise.all(pairs));
}

function figureName(block: Lesson['cells'][number]['blocks'][number]): string[] {
	if (block.kind === 'figure') return [block.name];
	if (block.kind === 'code') return ['code-view'];
	if (block.kind === 'gate' && block.observe.figure) return [block.observe.figure.name];
	return [];
}
