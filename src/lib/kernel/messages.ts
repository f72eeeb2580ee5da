/**
 * What host and kernel say to each other. The kernel runs the reader's code and may be made to say
 * anything: every message is short JSON text, read once, here, into fresh objects.
 */
import * as v from 'valibot';

/** How far one run may go. */
export const LIMITS = {
	/** For the reader's code, in milliseconds. */
	run: 1000,
	/** For TensorFlow.js and what the code builds on, in milliseconds. */
	load: 20_000,
	/** Messages of one run. */
	messages: 100,
	/** Of all messages of one run together. */
	characters: 100_000,
	/** Values of a tensor that are sent to be drawn. */
	values: 3600
} as const;

/** Numbers that JSON cannot say travel as words. */
const value = v.union([v.number(), v.picklist(['NaN', 'Infinity', '-Infinity'])]);
const extent = v.pipe(v.number(), v.integer(), v.minValue(0));
const shape = v.pipe(v.array(extent), v.maxLength(6));
const shortText = v.pipe(v.string(), v.maxLength(200));

const scopeName = v.strictObject({
	name: shortText,
	kind: v.picklist(['tensor', 'function', 'number', 'other']),
	/** Of a tensor; empty for the rest. */
	shape
});

const eventSchema = v.variant('kind', [
	/** All that the code builds on is there; the code begins. */
	v.strictObject({
		kind: v.literal('ready'),
		names: v.pipe(v.array(scopeName), v.maxLength(200))
	}),
	v.strictObject({ kind: v.literal('text'), text: v.pipe(v.string(), v.maxLength(5000)) }),
	v.strictObject({
		kind: v.literal('tensor'),
		name: shortText,
		shape,
		low: value,
		high: value,
		/** The first whole maps that fit, row by row. */
		values: v.pipe(v.array(value), v.maxLength(LIMITS.values))
	}),
	v.strictObject({
		kind: v.literal('error'),
		/** The class of the error (`TypeError`). */
		name: shortText,
		message: v.pipe(v.string(), v.maxLength(2000)),
		/** In the reader's code, from 1; null where it is not known. */
		line: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1)))
	}),
	/** The kernel's document has ended the run: too many messages, or too long ones. */
	v.strictObject({ kind: v.literal('limit') }),
	v.strictObject({ kind: v.literal('done') })
]);

export type KernelEvent = v.InferOutput<typeof eventSchema>;
export type TensorEvent = Extract<KernelEvent, { kind: 'tensor' }>;
export type ErrorEvent = Extract<KernelEvent, { kind: 'error' }>;
export type ScopeName = v.InferOutput<typeof scopeName>;

/** A tensor that the code finds in its scope. */
export interface Given {
	readonly shape: readonly number[];
	readonly data: ArrayLike<number>;
}

/** What the reader's code starts from. */
export interface KernelScope {
	/** By name: a tensor, or several of them under their keys. */
	readonly values: Readonly<Record<string, Given | Readonly<Record<string, Given>>>>;
	/** Code that runs first; the names it makes are in scope. */
	readonly before: string;
}

/** One run, as the worker gets it. */
export interface Job extends KernelScope {
	readonly code: string;
}

const wrapperSchema = v.strictObject({ id: v.string(), text: v.string() });

/**
 * What the kernel said, or null for anything else.
 * @param data of a message event, outside input
 * @param id of the run that goes on
 */
export function readMessage(data: unknown, id: string): KernelEvent | null {
	const wrapper = v.safeParse(wrapperSchema, data);
	if (!wrapper.success || wrapper.output.id !== id) return null;
	if (wrapper.output.text.length > LIMITS.characters) return null;
	try {
		const event = v.safeParse(eventSchema, JSON.parse(wrapper.output.text));
		return event.success ? event.output : null;
	} catch {
		return null;
	}
}
