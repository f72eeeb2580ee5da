/**
 * What a presented lesson and its speaker notes tell each other: two windows of one browser, by
 * BroadcastChannel. No network takes part. Any page of the origin may write to the channel, so a
 * message is outside input: it is checked, and what does not fit is passed over.
 */
import * as v from 'valibot';

const screen = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99));

const schema = v.variant('type', [
	/** From the lesson: the screen that is shown, 0 for the title; null when it is not presented. */
	v.object({ type: v.literal('shown'), screen: v.nullable(screen) }),
	/** From the notes: which screen is it? */
	v.object({ type: v.literal('ask') }),
	/** From the notes: one screen on, or back. */
	v.object({ type: v.literal('move'), by: v.picklist([-1, 1]) })
]);

type PresenterMessage = v.InferOutput<typeof schema>;

/** The part of a BroadcastChannel that is used. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>;

export class PresenterChannel {
	readonly #channel: Channel | null;

	/**
	 * @param slug of the lesson; each has a channel of its own
	 * @param hear told of each message that fits
	 */
	constructor(
		slug: string,
		hear: (message: PresenterMessage) => void,
		open: (name: string) => Channel = (name) => new BroadcastChannel(name)
	) {
		this.#channel = openOrNull(open, `repghost-notebook:present:${slug}`);
		if (this.#channel === null) return;
		this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
			const message = v.safeParse(schema, data);
			if (message.success) hear(message.output);
		};
	}

	send(message: PresenterMessage): void {
		this.#channel?.postMessage(message);
	}

	close = (): void => this.#channel?.close();
}

/** Where a browser has no channels, or refuses one in a frame, the lesson goes on by itself. */
function openOrNull(open: (name: string) => Channel, name: string): Channel | null {
	try {
		return open(name);
	} catch {
		return null;
	}
}
