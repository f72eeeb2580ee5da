import { toRgba, type Picture } from '#lib/pictures/picture.ts';
import toadstool from '../kernel-on-picture/toadstool.scene';
import poster from '../module-graph/poster-boat.scene';
import type { Props } from './props.ts';

const shown = (picture: Picture) => ({
	width: picture.width,
	height: picture.height,
	rgba: toRgba(picture)
});

export const examples: Readonly<Record<string, Omit<Props, 'onsample' | 'onfile'>>> = {
	'a sample': {
		shown: shown(toadstool),
		name: 'Toadstool',
		samples: [
			{ slug: 'toadstool', name: 'Toadstool', picture: shown(toadstool) },
			{ slug: 'poster-boat', name: 'Poster of a boat', picture: shown(poster) },
			{ slug: 'red-ball', name: 'Red ball', picture: null }
		],
		chosen: 'toadstool'
	},
	'a file with a hostile name': {
		shown: shown(poster),
		name: '"><img src=x onerror=alert(1)>\u202Egnp.exe',
		samples: [],
		chosen: null
	}
};
