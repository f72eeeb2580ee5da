/**
 * JSON from a file that is not trusted: `JSON.parse`, and beyond it no key twice, no `__proto__`, and
 * no deep nesting. Two readers of one file would otherwise see different files.
 */
import { visit } from 'jsonc-parser';
import { quote, WeightFileError } from './weight-file-error.ts';

/** A header nests 3 levels and a configuration 4; deep nesting only exhausts the stack. */
const DEEPEST = 8;

/**
 * @param where names the text in messages: `The header`
 * @throws WeightFileError when the text is not JSON or uses a key twice
 */
export function parseStrictJson(text: string, where: string): unknown {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new WeightFileError(`${where}: expected JSON, found text that is not JSON.`);
	}
	checkKeys(text, where);
	return value;
}

function checkKeys(text: string, where: string): void {
	const openObjects: Set<string>[] = [];
	let depth = 0;
	const enter = () => {
		depth++;
		if (depth > DEEPEST) {
			throw new WeightFileError(
				`${where}: expected at most ${DEEPEST} levels of nesting, found more.`
			);
		}
	};
	visit(text, {
		onObjectBegin: () => {
			enter();
			openObjects.push(new Set());
		},
		onObjectProperty: (name) => {
			const keys = openObjects.at(-1);
			if (name === '__proto__') {
				throw new WeightFileError(
					`${where}: expected names of tensors and fields, found the key "__proto__".`
				);
			}
			if (keys?.has(name)) {
				throw new WeightFileError(
					`${where}: expected every key once, found the key ${quote(name)} twice.`
				);
			}
			keys?.add(name);
		},
		onObjectEnd: () => {
			depth--;
			openObjects.pop();
		},
		onArrayBegin: enter,
		onArrayEnd: () => {
			depth--;
		}
	});
}

/** The fields of a parsed object as a fresh map; `undefined` for anything but an object. */
export function entriesOf(value: unknown): Map<string, unknown> | undefined {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
	return new Map(Object.entries(value));
}
