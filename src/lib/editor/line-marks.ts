/** Whole lines of the editor that stand out: where the code stopped, and what a figure points at. */
import { RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

export interface LineMarks {
	/** From 1; null: none. */
	readonly error: number | null;
	readonly lit: readonly number[];
}

export const setLineMarks = StateEffect.define<LineMarks>();

const error = Decoration.line({ class: 'cm-error-line' });
const lit = Decoration.line({ class: 'cm-lit' });

export const lineMarks = StateField.define<DecorationSet>({
	create: () => Decoration.none,
	update(marks, { changes, effects, newDoc }) {
		for (const effect of effects) {
			if (!effect.is(setLineMarks)) continue;
			const wanted = [
				...effect.value.lit.map((line) => ({ line, mark: lit })),
				...(effect.value.error === null ? [] : [{ line: effect.value.error, mark: error }])
			];
			const ranges = wanted
				.filter(({ line }) => line <= newDoc.lines)
				.map(({ line, mark }) => mark.range(newDoc.line(line).from));
			return RangeSet.of(ranges, true);
		}
		return marks.map(changes);
	},
	provide: (field) => EditorView.decorations.from(field)
});
