/** `content/teach/`, read when the site is built: guides of lessons, and courses of them. */
import type { Guide } from '#lib/lesson/guide.ts';
import { describeFound, LessonError, oneOf } from '#lib/lesson/source/lesson-error.ts';
import { readCourses, readGuide } from '#lib/lesson/source/read-guide.ts';
import { lessons } from './lessons.ts';
import coursesSource from '../../../content/teach/courses.yaml?raw';

const sources = import.meta.glob<string>(
	['/content/teach/*.yaml', '!/content/teach/courses.yaml'],
	{ query: '?raw', import: 'default', eager: true }
);

const slugs = new Set(lessons.map(({ slug }) => slug));

/** By the address of the lesson. */
export const guides: ReadonlyMap<string, Guide> = new Map(
	Object.entries(sources).map(([path, source]) => {
		const file = path.slice(1);
		const slug = file.replace(/^.*\/(.*)\.yaml$/, '$1');
		const lesson = lessons.find((other) => other.slug === slug);
		if (lesson === undefined) {
			const place = { file, line: 1, what: 'name' };
			throw new LessonError(place, oneOf('a lesson', slugs, slug), describeFound(slug));
		}
		return [slug, readGuide(source, file, lesson)];
	})
);

export const courses = readCourses(coursesSource, 'content/teach/courses.yaml', slugs);
