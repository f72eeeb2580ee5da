import { expect, it } from 'vitest';
import { operand, relation, shown } from './shown.ts';

it('brackets negative numbers only', () => {
	expect([operand(2), operand(-2), operand(0)]).toEqual(['2', '(−2)', '0']);
});

it('calls equal only what adds up as shown', () => {
	expect(relation(3 / 2, 1.4999981)).toBe('=');
	expect(relation(shown(1 / 3) * 3, 1)).toBe('≈');
	expect(relation(0.1 + 0.2, 0.3)).toBe('=');
});
