/** What every part of a lesson's page knows: the lesson, and the figures that were loaded for it. */
import { createContext, type Component } from 'svelte';
import type { Lesson } from '#lib/lesson/lesson.ts';

/** Figures by registry name; each takes the props that its schema has accepted. */
export type LoadedFigures = Readonly<Record<string, Component<Record<string, unknown>>>>;

interface LessonContext {
	readonly lesson: Lesson;
	readonly figures: LoadedFigures;
}

/** A getter: a page may show another lesson without being made anew. */
export const [useLesson, provideLesson] = createContext<() => LessonContext>();
