import type { Props } from './props.ts';

const start: Props = { epsilon: 1e-3, variance: 0.01, bothWrong: false, module: true };

export const examples: Readonly<Record<string, Props>> = {
	'the default of Keras': start,
	'both sides wrong': { ...start, bothWrong: true },
	'a very quiet channel': { ...start, variance: 1e-4, module: false }
};
