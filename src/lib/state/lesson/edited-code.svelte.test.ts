import { describe, expect, it } from 'vitest';
import { CodeEdits, countEdited } from './code-edits.svelte.ts';
import { EditedCode, type EditedCodeOptions } from './edited-code.svelte.ts';
import { Store } from '#lib/state/shell/storage.ts';

function open(options: Partial<EditedCodeOptions> = {}) {
	const edits = options.edits ?? new CodeEdits(new Store(() => null));
	const code = new EditedCode({ name: 's', original: 'const a = 1;', ...options, edits });
	return { code, edits };
}

describe('code that is changed', () => {
	it('is edited until it is what it was, or reset, and a reset can be taken back', () => {
		const { code } = open();
		expect(code.edited).toBe(false);
		code.change('const a = 2;');
		expect(code.edited).toBe(true);
		code.reset();
		expect(code.code).toBe('const a = 1;');
		expect(code.canUndoReset).toBe(true);
		code.undoReset();
		expect(code.code).toBe('const a = 2;');
		expect(code.canUndoReset).toBe(false);
		code.change('const a = 1;');
		expect(code.edited).toBe(false);
	});

	it('comes back in the same version; an edit of an older one is offered, not shown', () => {
		const { code, edits } = open();
		code.change('mine');
		expect(open({ edits }).code.code).toBe('mine');
		expect(open({ edits, context: 'before' }).code.older).toBe('mine');
		const { code: newer } = open({ edits, original: 'const a = 3;' });
		expect(newer.code).toBe('const a = 3;');
		expect(newer.edited).toBe(false);
		expect(newer.older).toBe('mine');
		newer.showOlder();
		expect(newer.code).toBe('mine');
		expect(newer.older).toBeNull();
	});

	it('keeps an edit of an older version when the newer code is changed, until it is forgotten', () => {
		const { code, edits } = open();
		code.change('mine');
		const { code: newer } = open({ edits, original: 'const a = 3;' });
		newer.change('newer');
		expect([newer.code, newer.older]).toEqual(['newer', 'mine']);
		expect(countEdited(edits.all)).toBe(1);
		newer.showOlder();
		expect([newer.code, newer.older]).toEqual(['mine', 'newer']);
		newer.showOlder();
		expect([newer.code, newer.older]).toEqual(['newer', 'mine']);
		newer.reset();
		expect(newer.older).toBe('mine');
		newer.forgetOlder();
		expect([newer.older, countEdited(edits.all)]).toEqual([null, 0]);
	});

	it('forgets an edit of an older version that was never looked at again', () => {
		const { code, edits } = open();
		code.change('mine');
		const { code: newer } = open({ edits, original: 'const a = 3;' });
		newer.forgetOlder();
		expect([newer.code, newer.older, edits.all]).toEqual(['const a = 3;', null, {}]);
	});

	it('begins with what was handed in before, and is reset to the original all the same', () => {
		const begun = (): string => 'handed in';
		const { code, edits } = open({ begun });
		expect([code.code, code.edited]).toEqual(['handed in', true]);
		code.reset();
		expect([code.code, code.edited]).toEqual(['const a = 1;', false]);
		expect(open({ edits, begun }).code.code).toBe('const a = 1;');
	});
});
