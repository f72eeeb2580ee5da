declare module '*.scene' {
	import type { Picture } from '#lib/pictures/picture.ts';

	/** A sample scene, drawn at build time (`src/cli/still-scenes.ts`). */
	const picture: Picture;
	export default picture;
}
