import type { Props } from './props.ts';

export const examples: Readonly<Record<string, Props>> = {
	'by style': {
		label: 'By style',
		of: 'Pictures',
		rows: [
			{ name: 'shaded', share: 0.981 },
			{ name: 'flat', share: 0.962 },
			{ name: 'line drawings', share: 0 }
		]
	}
};
