/** Where the focus goes when a part of the map is opened or left. */
import type { Attachment } from 'svelte/attachments';

/** Takes the focus when the element appears, if it is the one that is `wanted`. */
export function focusHere(wanted: () => boolean): Attachment<HTMLElement> {
	let isNew = true;
	return (element) => {
		if (isNew && wanted()) element.focus({ preventScroll: true });
		isNew = false;
	};
}
