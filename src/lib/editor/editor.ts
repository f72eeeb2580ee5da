/**
 * The editor of a code cell: CodeMirror, in a shadow root, since the site's policy takes style rules
 * from files and from sheets made by a script, which CodeMirror uses only there. Fetched when a cell
 * is opened.
 *
 * Tab never traps: it moves on, until Enter has been pressed once or the code was clicked; Esc, then
 * Tab, leaves at any time.
 */
import {
	autocompletion,
	closeBrackets,
	closeCompletion,
	completionKeymap,
	completionStatus
} from '@codemirror/autocomplete';
import {
	defaultKeymap,
	history,
	historyKeymap,
	indentLess,
	indentMore,
	isolateHistory
} from '@codemirror/commands';
import { javascript, javascriptLanguage } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { EditorState, Prec } from '@codemirror/state';
import { EditorView, keymap, lineNumbers, type KeyBinding } from '@codemirror/view';
import { completeScope, type ScopeInfo } from './completions.ts';
import { editorTheme } from './editor-theme.ts';
import { lineMarks, setLineMarks, type LineMarks } from './line-marks.ts';
import { operationColours } from './operation-colours.ts';

export interface EditorOptions {
	readonly parent: ShadowRoot;
	readonly code: string;
	/** The textbox's name. */
	readonly label: string;
	/** Name of the list of completions. */
	readonly completionLabel: string;
	readonly scope: () => ScopeInfo;
	readonly onchange: (code: string) => void;
	readonly onrun: () => void;
	/** Whether Tab indents now. */
	readonly onediting: (editing: boolean) => void;
	/** The line, from 1, over which the pointer is; null: none. */
	readonly onpoint?: ((line: number | null) => void) | undefined;
}

export interface CodeEditor {
	/** Puts other code in place; the reader's own undo takes it back. */
	setCode(code: string): void;
	mark(marks: LineMarks): void;
	/** Goes on where the reader was in another field: selects, and takes the focus. */
	goOn(from: number, to: number): void;
	destroy(): void;
}

const INDENT = '  ';

export function openEditor(options: EditorOptions): CodeEditor {
	const { parent, code, label, onchange, scope } = options;
	const view = new EditorView({
		parent,
		root: parent,
		state: EditorState.create({
			doc: code,
			extensions: [
				lineNumbers(),
				history(),
				javascript(),
				javascriptLanguage.data.of({ autocomplete: completeScope(scope) }),
				autocompletion({ icons: false, defaultKeymap: false }),
				indentUnit.of(INDENT),
				EditorState.tabSize.of(2),
				EditorState.phrases.of({ Completions: options.completionLabel }),
				indentOnInput(),
				bracketMatching(),
				closeBrackets(),
				editorTheme,
				operationColours,
				lineMarks,
				editingMode(options),
				keymap.of([...defaultKeymap, ...historyKeymap]),
				EditorView.contentAttributes.of({
					'aria-label': label,
					// Said outright, so that whatever looks for it sees that long lines can be scrolled by keys.
					tabindex: '0',
					autocorrect: 'off',
					autocapitalize: 'off'
				}),
				EditorView.updateListener.of(({ docChanged, state }) => {
					if (docChanged) onchange(state.doc.toString());
				}),
				options.onpoint ? pointing(options.onpoint) : []
			]
		})
	});
	view.setTabFocusMode(true);
	return {
		setCode: (next) => {
			const { doc } = view.state;
			if (doc.toString() === next) return;
			view.dispatch({
				changes: { from: 0, to: doc.length, insert: next },
				annotations: isolateHistory.of('full')
			});
		},
		goOn: (anchor, head) => {
			view.dispatch({ selection: { anchor, head } });
			view.focus();
		},
		mark: (marks) => view.dispatch({ effects: setLineMarks.of(marks) }),
		destroy: () => view.destroy()
	};
}

/** Run by Shift+Enter or Ctrl+Enter; what Tab, Enter and Esc do. */
function editingMode({ onrun, onediting }: EditorOptions) {
	let editing = false;
	let typed = false;
	const change = (view: EditorView, to: boolean): boolean => {
		typed &&= to;
		if (editing === to) return false;
		editing = to;
		view.setTabFocusMode(!to);
		onediting(to);
		return true;
	};
	const run = (): boolean => {
		onrun();
		return true;
	};
	const bindings: KeyBinding[] = [
		{ key: 'Shift-Enter', run },
		// As in other notebooks.
		{ key: 'Mod-Enter', run },
		{
			key: 'Enter',
			run: (view) => {
				// Who has typed wants a new line.
				const asked = !typed;
				return change(view, true) && asked;
			}
		},
		{
			key: 'Tab',
			run: (view) => editing && insertIndent(view),
			shift: (view) => editing && indentLess(view)
		},
		{
			key: 'Escape',
			run: (view) => {
				// A list that is only being looked for would take the key, and Tab would go on indenting.
				const listed = completionStatus(view.state) === 'active';
				const closed = closeCompletion(view);
				return (!listed && change(view, false)) || closed;
			}
		}
	];
	return [
		// The keys of an open list of completions come first, but for Esc.
		keymap.of(completionKeymap.filter(({ key }) => key !== 'Escape')),
		keymap.of(bindings),
		EditorView.updateListener.of(({ transactions }) => {
			typed ||= transactions.some((one) => one.docChanged && one.isUserEvent('input'));
		}),
		EditorView.domEventHandlers({
			mousedown: (_event, view) => {
				change(view, true);
			},
			blur: (_event, view) => {
				change(view, false);
			}
		})
	].map((extension) => Prec.high(extension));
}

/** Two spaces, as the lessons' code has them; lines that are selected move to the right. */
function insertIndent(view: EditorView): boolean {
	const { state } = view;
	if (state.selection.ranges.some(({ empty }) => !empty)) return indentMore(view);
	view.dispatch(state.replaceSelection(INDENT), { userEvent: 'input' });
	return true;
}

function pointing(onpoint: NonNullable<EditorOptions['onpoint']>) {
	return EditorView.domEventHandlers({
		mousemove: (event, view) => {
			const at = view.posAtCoords(event);
			onpoint(at === null ? null : view.state.doc.lineAt(at).number);
		},
		mouseleave: () => onpoint(null)
	});
}
