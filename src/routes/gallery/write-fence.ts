/**
 * An example of a figure as the fence that puts it into a lesson (its form: `lesson/source/read-fence.ts`).
 * What the schema fills in by itself is left out.
 */
import { Document, isCollection, isSeq, visit } from 'yaml';
import type { PropRow } from './describe-props.ts';

type Values = Readonly<Record<string, unknown>>;

/** Words that stand in the fence until the writer has own ones. */
interface FenceHead {
	readonly id: string;
	readonly title: string;
	readonly takeaway: string;
	readonly caption: string;
}

/** Longer fences are no use to anybody: the figure is fed by a page. */
const LONGEST = 4000;

/** The fence, or null when it would be too long to be written by hand. */
export function writeFence(
	name: string,
	props: Values,
	rows: readonly PropRow[],
	head: FenceHead
): string | null {
	const fields = { ...head, ...withoutPresets(props, rows) };
	const document = new Document(plain(fields));
	visit(document, {
		// Lists of numbers stand on one line; lists of fields are easier to read below each other.
		Seq(_, list) {
			if (!list.items.some((item) => isCollection(item) && !isSeq(item))) list.flow = true;
		}
	});
	const text = document.toString({ lineWidth: 92, flowCollectionPadding: false });
	const fence = `\`\`\`figure ${name}\n${text}\`\`\`\n`;
	return fence.length > LONGEST ? null : fence;
}

function withoutPresets(props: Values, rows: readonly PropRow[]): Values {
	const isPreset = (name: string, value: unknown): boolean => {
		const preset = rows.find((row) => row.name === name)?.preset;
		return preset !== undefined && JSON.stringify(preset.value) === JSON.stringify(value);
	};
	return Object.fromEntries(Object.entries(props).filter((entry) => !isPreset(...entry)));
}

/** Typed arrays become lists of the shortest digits that give the same value. */
function plain(value: unknown): unknown {
	if (value instanceof Float32Array) return Array.from(value, shortest);
	if (ArrayBuffer.isView(value)) return [...(value as Uint8ClampedArray)];
	if (Array.isArray(value)) return value.map(plain);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
}

/** 0.2 for the float32 next to 0.2. */
function shortest(value: number): number {
	for (let digits = 1; digits < 9; digits++) {
		const short = Number(value.toPrecision(digits));
		if (Math.fround(short) === value) return short;
	}
	return value;
}
