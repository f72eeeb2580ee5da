import { summarizeLesson } from '#lib/lesson/lesson-summary.ts';
import { lessons } from '#lib/server/lessons.ts';

export const load = () => ({ lessons: lessons.map(summarizeLesson) });
