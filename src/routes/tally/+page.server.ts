import { tallyQuestions } from '#lib/lesson/tally/tally-questions.ts';
import { lessons } from '#lib/server/lessons.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ questions: tallyQuestions(lessons) });
