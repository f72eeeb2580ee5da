import type { Props } from './props.ts';

const start: Props = { a: 2, b: -1, module: true, place: 'inside', picture: 'diagonal' };

export const examples: Readonly<Record<string, Props>> = {
	'opposite signs, ReLU inside each branch': start,
	'ReLU behind the add': { ...start, a: 1.5, b: 1, place: 'behind', picture: 'edge' },
	'two numbers alone': { ...start, module: false }
};
