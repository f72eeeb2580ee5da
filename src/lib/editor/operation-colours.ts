/** The names of operations in the editor in the colours of the drawings, as in code that is read. */
import { RangeSetBuilder } from '@codemirror/state';
import { Decoration, ViewPlugin, type DecorationSet, type EditorView } from '@codemirror/view';
import { splitTokens, type TokenKind } from './split-tokens.ts';

const marks = new Map<TokenKind, Decoration>();

function markOf(kind: TokenKind): Decoration {
	const mark = marks.get(kind) ?? Decoration.mark({ class: `token-${kind}` });
	marks.set(kind, mark);
	return mark;
}

function colour({ state, visibleRanges }: EditorView): DecorationSet {
	const builder = new RangeSetBuilder<Decoration>();
	for (const { from, to } of visibleRanges) {
		for (let at = from; at <= to;) {
			const line = state.doc.lineAt(at);
			let start = line.from;
			for (const { kind, text } of splitTokens(line.text, 'tensorflow')) {
				if (kind !== 'plain') builder.add(start, start + text.length, markOf(kind));
				start += text.length;
			}
			at = line.to + 1;
		}
	}
	return builder.finish();
}

export const operationColours = ViewPlugin.define(
	(first) => {
		const plugin = {
			colours: colour(first),
			update: ({
				docChanged,
				viewportChanged,
				view
			}: {
				docChanged: boolean;
				viewportChanged: boolean;
				view: EditorView;
			}) => {
				if (docChanged || viewportChanged) plugin.colours = colour(view);
			}
		};
		return plugin;
	},
	{ decorations: (plugin) => plugin.colours }
);
