/**
 * The minutes that a lesson says it takes: 180 words a minute, and a while for each thing that is looked
 * at or answered. What opens only on request (hints, solutions, feedback, code) does not count.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const WORDS_A_MINUTE = 180;
/** Minutes for each, beside its words. */
const MINUTES: Readonly<Record<string, number>> = { figure: 0.75, gate: 1, question: 1, task: 1 };

interface Fence {
	readonly prompt?: string;
	readonly takeaway?: string;
	readonly caption?: string;
	readonly explain?: string;
	readonly text?: string;
	readonly observe?: { readonly text?: string } | string;
	readonly options?: readonly { readonly text: string }[];
	readonly order?: { readonly steps?: readonly string[] };
}

const fences = /^```(\w+)[^\n]*\n(.*?)\n```$/gms;

/** Words of a text; where its links lead is none. */
const count = (text: string): number =>
	(text.replace(/\]\([^)]*\)/g, ' ').match(/\S+/g) ?? []).length;

/** What a reader finds in a fence before anything is asked for. */
function shown(kind: string, body: string): string {
	if (kind === 'note') return body;
	if (!(kind in MINUTES)) return '';
	const { prompt, takeaway, caption, explain, text, observe, options, order } = parse(
		body
	) as Fence;
	const seen = typeof observe === 'object' ? observe.text : observe;
	const choices = [...(options ?? []).map((option) => option.text), ...(order?.steps ?? [])];
	return [prompt, takeaway, caption, explain, text, seen, ...choices].join(' ');
}

function minutesOf(lesson: string): number {
	const found = [...lesson.matchAll(fences)];
	const words = found.reduce(
		(sum, [, kind, body]) => sum + count(shown(kind!, body!)),
		count(lesson.replace(fences, ''))
	);
	const things = found.reduce((sum, [, kind]) => sum + (MINUTES[kind!] ?? 0), 0);
	return words / WORDS_A_MINUTE + things;
}

test.each(readdirSync('content/lessons'))('%s takes as long as it says', (folder) => {
	const text = readFileSync(`content/lessons/${folder}/index.md`, 'utf8');
	const [, front, ...body] = text.split(/^---$/m);
	const { minutes } = parse(front!) as { minutes: number };
	const counted = minutesOf(body.join(''));
	expect(Math.abs(minutes - counted), `${counted.toFixed(1)} minutes by the rule`).toBeLessThan(
		1.5
	);
});
