/**
 * `content/teach/<address of a lesson>.yaml`: its guide for teachers; texts are Markdown.
 *
 *     ready: [What to have at hand.]
 *     plan:
 *       - title: A guess first
 *         minutes: 10
 *         cell: how-many-taps
 *         do: What the teacher does.
 *         ask: [What to ask the class.]
 *     watch:
 *       - says: What students say.
 *         reply: What helps.
 *     short: With half the time.
 *     after: To take home.
 *
 * A part goes from its cell to that of the next part. Answers stand in the lesson alone.
 */
import * as v from 'valibot';
import { PLAN_MINUTES, type Course, type Guide, type PlanPart } from '#lib/lesson/guide.ts';
import { describeFound, LessonError, oneOf } from './lesson-error.ts';
import type { Html, Lesson } from '#lib/lesson/lesson.ts';
import { blockHtml, inlineHtml } from './markdown.ts';
import { name, words } from './names.ts';
import type { Page } from './settle-markdown.ts';
import { YamlSource, type Path } from './yaml-source.ts';

const fields = v.strictObject({
	ready: v.pipe(v.array(words), v.minLength(1)),
	plan: v.pipe(
		v.array(
			v.strictObject({
				title: words,
				minutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
				/** The cell it begins with. */
				cell: v.optional(name),
				do: words,
				ask: v.optional(v.array(words), [])
			})
		),
		v.minLength(1)
	),
	watch: v.array(v.strictObject({ says: words, reply: words })),
	short: words,
	after: words
});

const courseFields = v.array(
	v.strictObject({
		title: words,
		text: words,
		sessions: v.pipe(
			v.array(
				v.strictObject({
					title: words,
					lessons: v.pipe(v.array(name), v.minLength(1)),
					text: words
				})
			),
			v.minLength(1)
		)
	})
);

type PartFields = v.InferOutput<typeof fields>['plan'][number];

/** Guides hold coloured words and no links: they are read on other pages, and on paper. */
const page: Page = { targets: null };

/**
 * Reads the guide of a lesson.
 * @throws LessonError with the first fault; among them minutes that do not add up to 45
 */
export function readGuide(source: string, file: string, lesson: Lesson): Guide {
	const yaml = new YamlSource(source, { file, line: 1, what: 'guide' });
	const guide = yaml.check(fields);
	const block = (text: string, path: Path): Html => blockHtml(yaml.text(text, path), page);
	checkMinutes(guide.plan, yaml);
	const starts = findStarts(guide.plan, lesson, yaml);
	let from = 0;
	const plan = guide.plan.map((part, index): PlanPart => {
		const { title, minutes } = part;
		const made = {
			...{ title, minutes, from, cells: cellsFrom(starts, index, lesson) },
			html: block(part.do, ['plan', index, 'do']),
			asks: part.ask.map((text, at) =>
				inlineHtml(yaml.text(text, ['plan', index, 'ask', at]), page)
			)
		};
		from += minutes;
		return made;
	});
	return {
		ready: guide.ready.map((text, at) => inlineHtml(yaml.text(text, ['ready', at]), page)),
		plan,
		watch: guide.watch.map(({ says, reply }, at) => ({
			says: block(says, ['watch', at, 'says']),
			reply: block(reply, ['watch', at, 'reply'])
		})),
		short: block(guide.short, ['short']),
		after: block(guide.after, ['after'])
	};
}

/**
 * `content/teach/courses.yaml`: lessons in an order for one class or several.
 * @param lessons slugs of the lessons there are
 * @throws LessonError
 */
export function readCourses(
	source: string,
	file: string,
	lessons: ReadonlySet<string>
): readonly Course[] {
	const yaml = new YamlSource(source, { file, line: 1, what: 'courses' });
	return yaml.check(courseFields).map(({ title, text, sessions }, course) => ({
		title,
		html: blockHtml(yaml.text(text, [course, 'text']), page),
		sessions: sessions.map((session, at) => {
			const path = [course, 'sessions', at];
			session.lessons.forEach((slug, index) => {
				if (lessons.has(slug)) return;
				const place = yaml.at([...path, 'lessons', index]);
				throw new LessonError(place, oneOf('a lesson', lessons, slug), describeFound(slug));
			});
			return { ...session, html: blockHtml(yaml.text(session.text, [...path, 'text']), page) };
		})
	}));
}

function checkMinutes(plan: readonly PartFields[], yaml: YamlSource): void {
	const sum = plan.reduce((minutes, part) => minutes + part.minutes, 0);
	if (sum === PLAN_MINUTES) return;
	const expected = `minutes that add up to ${PLAN_MINUTES}`;
	throw new LessonError(yaml.at(['plan']), expected, String(sum));
}

/** For each part the place of its first cell in the lesson; null where it shows none. */
function findStarts(
	plan: readonly PartFields[],
	{ cells }: Lesson,
	yaml: YamlSource
): (number | null)[] {
	const ids = cells.map(({ id }) => id);
	let last = -1;
	return plan.map(({ cell }, index) => {
		if (cell === undefined) return null;
		const place = yaml.at(['plan', index, 'cell']);
		const start = ids.indexOf(cell);
		if (start < 0) throw new LessonError(place, oneOf('a cell', ids, cell), describeFound(cell));
		if (start <= last) {
			throw new LessonError(place, 'a cell behind that of the part before', describeFound(cell));
		}
		last = start;
		return start;
	});
}

function cellsFrom(starts: readonly (number | null)[], index: number, { cells }: Lesson): string[] {
	const start = starts[index];
	if (start === null || start === undefined) return [];
	const first = starts.slice(0, index).every((other) => other === null) ? 0 : start;
	const end = starts.slice(index + 1).find((other) => other !== null) ?? cells.length;
	return cells.slice(first, end).map(({ id }) => id);
}
