import { describe, expect, it } from 'vitest';
import { LIMITS, readMessage } from './messages.ts';

const say = (event: unknown, id = 'run-1') => ({ id, text: JSON.stringify(event) });
const line = { kind: 'text', text: 'hello' };

describe('a message of the kernel', () => {
	it('is read when it fits', () => {
		expect(readMessage(say(line), 'run-1')).toEqual(line);
		const tensor = {
			kind: 'tensor',
			name: 'w',
			shape: [1, 2],
			low: 0,
			high: 'Infinity',
			values: [0, 'Infinity']
		};
		expect(readMessage(say(tensor), 'run-1')).toEqual(tensor);
	});

	it.each([
		['of another run', say(line, 'run-2')],
		['without a run', { text: JSON.stringify(line) }],
		['that is no text', { id: 'run-1', text: line }],
		['that is no JSON', { id: 'run-1', text: '{' }],
		['of an unknown kind', say({ kind: 'open', url: 'https://example.org' })],
		['with a field too many', say({ ...line, html: '<b>' })],
		['with a line before the first', say({ kind: 'error', name: '', message: '', line: 0 })],
		['with too long a text', say({ kind: 'text', text: 'a'.repeat(5001) })],
		[
			'of more than 100 kB',
			{ id: 'run-1', text: JSON.stringify(line) + ' '.repeat(LIMITS.characters) }
		],
		['that is null', null],
		['with a list in place of a number', say({ ...line, kind: 'tensor', shape: [[1]] })]
	])('%s is nothing', (_, message) => {
		expect(readMessage(message, 'run-1')).toBeNull();
	});

	it('changes no prototype', () => {
		const text = '{"kind":"text","text":"a","__proto__":{"x":1}}';
		readMessage({ id: 'run-1', text }, 'run-1');
		expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
	});
});
