import type { Props } from './props.ts';

const grey = { width: 1, height: 1, rgba: new Uint8ClampedArray([150, 140, 130, 255]) };

export const examples: Readonly<Record<string, Omit<Props, 'onsample' | 'onfile'>>> = {
	'a sample': {
		shown: grey,
		name: 'Red ball',
		samples: [
			{ slug: 'red-ball', name: 'Red ball', picture: grey },
			{ slug: 'toadstool', name: 'Toadstool', picture: null }
		],
		chosen: 'red-ball'
	},
	'a file with a hostile name': {
		shown: grey,
		name: '"><img src=x onerror=alert(1)>\u202Egnp.exe',
		samples: [],
		chosen: null
	}
};
