/** YAML of a fence, of front matter or of a whole file, checked by a schema, with the line of each field. */
import * as v from 'valibot';
import {
	isCollection,
	isMap,
	isScalar,
	LineCounter,
	parseDocument,
	visit,
	type Document
} from 'yaml';
import { faultOf } from './issue-words.ts';
import { describeFound, LessonError, type Place, type Text } from './lesson-error.ts';

/** Names and places in a list, from the top: `['options', 0, 'feedback']`. */
export type Path = readonly PropertyKey[];

const HINT = 'YAML (a text goes in quotation marks when it holds ": " or begins with a sign)';

export class YamlSource {
	readonly value: unknown;
	readonly #source: string;
	readonly #start: Place;
	readonly #document: Document;
	readonly #lines = new LineCounter();

	/**
	 * @param start where the first line of the YAML stands, and what the YAML is
	 * @throws LessonError when it is not YAML, or uses its tags and aliases
	 */
	constructor(source: string, start: Place) {
		this.#source = source;
		this.#start = start;
		this.#document = parseDocument(source, { lineCounter: this.#lines, prettyErrors: false });
		const [fault] = [...this.#document.errors, ...this.#document.warnings];
		if (fault) this.#refuse(fault.pos[0], fault.message);
		visit(this.#document, {
			Alias: (_, alias) => this.#refuse(rangeOf(alias)?.[0], `*${alias.source}`),
			Pair: (_, { key }) => {
				if (!isScalar(key)) this.#refuse(rangeOf(key)?.[0], 'a name that is no text');
			}
		});
		this.value = this.#document.toJS();
	}

	#refuse(offset: number | undefined, found: string): never {
		const line = this.#lineAt(offset ?? 0);
		throw new LessonError({ ...this.#start, line }, HINT, describeFound(found));
	}

	/**
	 * A part of the YAML as the schema has it.
	 * @param value the whole, or what stands at `path`
	 * @throws LessonError with the first field that the schema refuses
	 */
	check<S extends v.GenericSchema>(
		schema: S,
		value: unknown = this.value,
		path: Path = []
	): v.InferOutput<S> {
		const result = v.safeParse(schema, value);
		if (result.success) return result.output;
		const fault = faultOf(result.issues[0], schema);
		throw new LessonError(this.at([...path, ...fault.path]), fault.expected, fault.found);
	}

	/** Where a field stands; for one that is missing, where it should. */
	at(path: Path): Place {
		const field = path.map(String).join('.');
		const what = field === '' ? this.#start.what : `${this.#start.what}, ${field}`;
		return { ...this.#start, what, line: this.#lineAt(this.#find(path).key) };
	}

	/** A field's Markdown, with its place; the lines are those of the file, also where YAML joins them. */
	text(markdown: string, path: Path): Text {
		const { value, end } = this.#find(path);
		const lines: { offset: number; line: number }[] = [];
		let cursor = 0;
		let row = this.#lineAt(value);
		for (const source of this.#source.slice(value, end).split('\n')) {
			const offset = source.trim() === '' ? -1 : markdown.indexOf(source.trim(), cursor);
			if (offset >= 0) {
				lines.push({ offset, line: row });
				cursor = offset + source.trim().length;
			}
			row++;
		}
		const place = this.at(path);
		return { ...place, line: lines[0]?.line ?? this.#lineAt(value), markdown, lines };
	}

	/** Offsets of a field's name and value; of the nearest field around it when it is missing. */
	#find(path: Path): { key: number; value: number; end: number } {
		let node: unknown = this.#document.contents;
		let found = { key: 0, value: 0, end: 0 };
		for (const segment of path) {
			if (!isCollection(node)) break;
			const pair = isMap(node)
				? node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === segment)
				: undefined;
			const next = pair ? pair.value : node.get(segment, true);
			const [start, end] = rangeOf(next) ?? [];
			const key = rangeOf(pair?.key)?.[0] ?? start;
			if (key === undefined) break;
			found = { key, value: start ?? key, end: end ?? key };
			node = next;
		}
		return found;
	}

	#lineAt(offset: number): number {
		return this.#start.line + Math.max(1, this.#lines.linePos(offset).line) - 1;
	}
}

/** Offsets of a node's beginning and end. */
function rangeOf(node: unknown): readonly number[] | null | undefined {
	return (Object(node) as { range?: readonly number[] | null }).range;
}
