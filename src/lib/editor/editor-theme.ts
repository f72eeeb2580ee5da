/** The editor in the site's colours, which follow the theme by themselves: as lines of code are shown. */
import { EditorView } from '@codemirror/view';

export const editorTheme = EditorView.theme({
	'&': { backgroundColor: 'var(--plate)', color: 'var(--ink)' },
	'&.cm-focused': {
		outline: 'var(--w-focus) solid var(--ink)',
		outlineOffset: '-1px'
	},
	'.cm-scroller': {
		font: '400 var(--t-code, 0.875rem) / 1.75 var(--mono)',
		fontVariantLigatures: 'none',
		fontVariantNumeric: 'lining-nums',
		overflowX: 'auto'
	},
	'.cm-content': { padding: '0.8rem 0', caretColor: 'var(--ink)' },
	'.cm-line': { padding: '0 1rem 0 0' },
	'.cm-gutters': { backgroundColor: 'var(--plate)', border: '0', color: 'var(--ink-3)' },
	// A sheet does not scroll: long lines are broken, and numbers would not stand beside them any more.
	'@media print': {
		// Over the editor's own rule, which says so too; a flexible box is not broken between columns.
		'.cm-scroller': { display: 'block !important', overflow: 'visible' },
		'.cm-content': {
			flexShrink: '1',
			minWidth: '0',
			padding: '0.4rem 0.6rem',
			whiteSpace: 'pre-wrap',
			overflowWrap: 'anywhere'
		},
		'.cm-gutters': { display: 'none' }
	},
	'.cm-lineNumbers .cm-gutterElement': {
		boxSizing: 'border-box',
		minWidth: '2.2rem',
		padding: '0 0.8rem 0 0'
	},
	'.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
		backgroundColor: 'transparent',
		outline: '1px solid var(--rule)'
	},
	'.cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent' },
	'.cm-lit': { backgroundColor: 'var(--sunk)', boxShadow: 'inset 3px 0 0 var(--ink)' },
	'.cm-error-line': {
		textDecoration: 'underline wavy var(--ink) 1.5px',
		textUnderlineOffset: '0.25em',
		backgroundColor: 'var(--sunk)'
	},
	'.token-comment': { fontStyle: 'italic', color: 'var(--ink-3)' },
	'.token-conv': { color: 'var(--conv-text)', fontWeight: '600' },
	'.token-dw': { color: 'var(--dw-text)', fontWeight: '600' },
	'.token-bn': { color: 'var(--bn-text)', fontWeight: '600' },
	'.token-relu': { color: 'var(--relu-text)', fontWeight: '600' },
	'.cm-tooltip': {
		border: 'var(--w-line) solid var(--rule)',
		borderRadius: 'var(--r2)',
		backgroundColor: 'var(--plate)',
		color: 'var(--ink)'
	},
	'.cm-tooltip.cm-tooltip-autocomplete > ul': {
		maxHeight: '14rem',
		minWidth: '9rem',
		maxWidth: 'min(30rem, 90vw)',
		fontFamily: 'var(--mono)',
		fontSize: 'var(--t-code, 0.875rem)'
	},
	'.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.25rem 0.6rem' },
	'.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
		backgroundColor: 'var(--ink)',
		color: 'var(--paper)'
	},
	'.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
	'.cm-completionDetail': { fontStyle: 'normal', opacity: '1' },
	'.cm-completionInfo': {
		padding: '0.4rem 0.6rem',
		font: '400 var(--t-small) / 1.4 var(--sans)'
	}
});
