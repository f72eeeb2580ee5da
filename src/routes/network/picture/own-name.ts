/** The name of a picture that has neither a sample's name nor a file's. */
import type { NetworkSession } from '#lib/state/network/network-session.svelte.ts';
import type { Strings } from '#lib/strings/strings.ts';

/** Null for samples and files. */
export function ownName(session: NetworkSession, words: Strings['ownPictures']): string | null {
	if (session.camera.on || session.choices.picture.kind === 'camera') return words.cameraName;
	return session.drawing ? words.drawingName : null;
}
