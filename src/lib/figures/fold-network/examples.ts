import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'branches with a batch norm': { network: 'scenes-repghost', picture: 'red-ball' },
	'plain identity branches': { network: 'scenes-repghost-identity', picture: 'mug-in-the-evening' }
};
