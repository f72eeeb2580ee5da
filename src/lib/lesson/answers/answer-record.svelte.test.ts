import { describe, expect, it } from 'vitest';
import { Progress } from '#lib/state/lesson/progress.svelte.ts';
import { Store } from '#lib/state/shell/storage.ts';
import { AnswerRecord } from './answer-record.svelte.ts';
import type { GateBlock } from '#lib/lesson/lesson.ts';

const gate: GateBlock = {
	kind: 'gate',
	id: 'taps',
	line: 1,
	title: '',
	promptHtml: '',
	exercise: null,
	hints: [],
	answer: {
		kind: 'choice',
		options: [
			{ html: 'nine', correct: false, feedbackHtml: '' },
			{ html: 'one', correct: true, feedbackHtml: '' }
		]
	},
	observe: { html: '', figure: null },
	explainHtml: ''
};

function open(progress = new Progress(new Store(() => null)), block = gate): AnswerRecord {
	return new AnswerRecord(progress, () => ({ slug: 'folding-the-branches', block }));
}

describe('an answer', () => {
	it('is committed only when there is one, and revealed only then', () => {
		const record = open();
		record.reveal();
		expect(record.revealed).toBe(false);
		expect(record.commit(false)).toBe(false);
		expect(record.draft.fault).toBe('nothing chosen');
		record.draft.chooseOption(1);
		expect(record.commit(false)).toBe(true);
		expect(record.given).toEqual({ kind: 'option', index: 1 });
		expect(record.revealed).toBe(false);
		record.reveal();
		expect(record.revealed).toBe(true);
		expect(record.given).toEqual({ kind: 'option', index: 1 });
	});

	it('that is not knowing is one', () => {
		const record = open();
		record.draft.setUnknown(true);
		expect(record.commit(false)).toBe(true);
		expect(record.given).toEqual({ kind: 'unknown' });
	});

	it('is shown again where the page is opened again, and forgotten on request', () => {
		const progress = new Progress(new Store(() => null));
		const record = open(progress);
		record.draft.chooseOption(1);
		record.commit(true);
		const again = open(progress);
		expect(again.shown.option).toBe(1);
		again.forget();
		expect(again.shown.option).toBeNull();
		expect(record.given).toBeNull();
	});

	it('is none to a question that has changed', () => {
		const progress = new Progress(new Store(() => null));
		const record = open(progress);
		record.draft.chooseOption(1);
		record.commit(true);
		const options = gate.answer.kind === 'choice' ? gate.answer.options.toReversed() : [];
		const changed = open(progress, { ...gate, answer: { kind: 'choice', options } });
		expect(changed.given).toBeNull();
	});
});
