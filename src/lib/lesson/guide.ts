/** A lesson's guide for teachers, and courses of lessons, as data: made of `content/teach/`. */
import type { Html } from './lesson.ts';

/** How long the plan of every lesson is, in minutes. */
export const PLAN_MINUTES = 45;

export interface Guide {
	/** What to have at hand, installed or printed. */
	readonly ready: readonly Html[];
	/** Its minutes add up to `PLAN_MINUTES`. */
	readonly plan: readonly PlanPart[];
	/** What students tend to say beside the wrong answers of the lesson, and what helps. */
	readonly watch: readonly { readonly says: Html; readonly reply: Html }[];
	/** What to do with half the time. */
	readonly short: Html;
	/** To take home. */
	readonly after: Html;
}

export interface PlanPart {
	readonly title: string;
	readonly minutes: number;
	/** Minutes before it. */
	readonly from: number;
	/** Ids of the cells it goes through, in order; none where nothing is shown. */
	readonly cells: readonly string[];
	/** What the teacher does. */
	readonly html: Html;
	/** What to ask the class. */
	readonly asks: readonly Html[];
}

export interface Course {
	readonly title: string;
	readonly html: Html;
	/** Of `PLAN_MINUTES` each. */
	readonly sessions: readonly CourseSession[];
}

interface CourseSession {
	readonly title: string;
	/** Slugs, in order. */
	readonly lessons: readonly string[];
	readonly html: Html;
}

/** The part of a plan in which a cell is shown; the first one before any cell. */
export function partOf(plan: readonly PlanPart[], cell: string | null): PlanPart | undefined {
	return cell === null ? plan[0] : plan.find(({ cells }) => cells.includes(cell));
}
