/**
 * The shape every language has, and how components get at the words: the root layout provides one
 * catalogue in context, so a test or a later language can put another in its place.
 */
import { createContext } from 'svelte';
import type { en } from './en.ts';

/** A catalogue with the same keys and function arguments, and other words. */
type Translated<T> = T extends string
	? string
	: T extends (...values: infer Values) => string
		? (...values: Values) => string
		: { readonly [Key in keyof T]: Translated<T[Key]> };

export type Strings = Translated<typeof en>;

export const [useStrings, provideStrings] = createContext<Strings>();
