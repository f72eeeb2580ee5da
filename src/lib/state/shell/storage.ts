/**
 * What the browser keeps for the reader: small JSON values under prefixed names, since other sites
 * may share the origin. Stored text is outside input: it is parsed and checked at every reading.
 * Where storage is blocked or full the values live in memory, and `kept` says so.
 */
import * as v from 'valibot';

const prefix = 'repghost-notebook:';

/** Longest text that is kept, and parsed, in characters. */
const longestText = 100_000;

/** The part of `Storage` that is used. */
export type Backing = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** One named value. */
export interface Slot<T> {
	/** The stored value, or the fallback where there is none, or none that fits. Never throws. */
	read(): T;
	/** Stores the value; false when it is kept in memory only, since storage is blocked, full or too small. */
	write(value: T): boolean;
}

const entrySchema = v.object({ version: v.number(), value: v.unknown() });

export class Store {
	readonly #backing: Backing | null;
	readonly #memory = new Map<string, string>();
	readonly #listeners = new Set<() => void>();

	/** @param open gives the browser's storage; may throw, as `window.localStorage` does when blocked */
	constructor(open: () => Backing | null) {
		this.#backing = openBacking(open);
	}

	/** Whether values outlive the page. */
	get kept(): boolean {
		return this.#backing !== null;
	}

	/**
	 * A named value.
	 * @param name without the prefix
	 * @param version raised when the schema changes; values of another version are not read
	 */
	slot<T>(
		name: string,
		version: number,
		schema: v.GenericSchema<unknown, T>,
		fallback: T
	): Slot<T> {
		const key = prefix + name;
		return {
			read: () => parseEntry(this.#get(key), version, schema) ?? fallback,
			write: (value) => this.#set(key, writeEntry(version, value))
		};
	}

	/** Forgets every value of this site; those of other sites on the origin stay. */
	clear(): void {
		this.#memory.clear();
		this.#clearBacking();
		for (const listener of this.#listeners) listener();
	}

	/** Calls back whenever everything was forgotten; returns the way to end that. */
	onClear(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => void this.#listeners.delete(listener);
	}

	#clearBacking(): void {
		const backing = this.#backing;
		if (backing === null) return;
		try {
			const keys = Array.from({ length: backing.length }, (_, index) => backing.key(index));
			for (const key of keys) if (key?.startsWith(prefix)) backing.removeItem(key);
		} catch {
			// Blocked since it was opened: nothing of ours can be reached, nor removed.
		}
	}

	#get(key: string): string | null {
		const text = this.#memory.get(key);
		if (text !== undefined) return text;
		try {
			const stored = this.#backing?.getItem(key) ?? null;
			return stored !== null && stored.length <= longestText ? stored : null;
		} catch {
			return null;
		}
	}

	#set(key: string, text: string): boolean {
		try {
			// What is longer would not be read back: the older value stays stored.
			if (this.#backing && text.length <= longestText) {
				this.#backing.setItem(key, text);
				this.#memory.delete(key);
				return true;
			}
		} catch {
			// Full or blocked: memory holds the newer value from here on.
		}
		this.#memory.set(key, text);
		return false;
	}
}

function openBacking(open: () => Backing | null): Backing | null {
	const probe = `${prefix}probe`;
	try {
		const backing = open();
		backing?.setItem(probe, '');
		backing?.removeItem(probe);
		return backing;
	} catch {
		return null;
	}
}

const writeEntry = (version: number, value: unknown): string => JSON.stringify({ version, value });

/** Whether a value is short enough to be kept. */
export const canBeKept = (value: unknown): boolean => writeEntry(1, value).length <= longestText;

function parseEntry<T>(
	text: string | null,
	version: number,
	schema: v.GenericSchema<unknown, T>
): T | null {
	if (text === null) return null;
	try {
		const entry = v.safeParse(entrySchema, JSON.parse(text));
		if (!entry.success || entry.output.version !== version) return null;
		const value = v.safeParse(schema, entry.output.value);
		return value.success ? value.output : null;
	} catch {
		return null;
	}
}
