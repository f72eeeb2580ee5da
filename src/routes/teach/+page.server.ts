import { summarizeLesson } from '#lib/lesson/lesson-summary.ts';
import { courses } from '#lib/server/guides.ts';
import { lessons } from '#lib/server/lessons.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ courses, lessons: lessons.map(summarizeLesson) });
