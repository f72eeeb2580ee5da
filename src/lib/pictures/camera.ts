/**
 * The reader's camera: asked for when it is opened, and given back when it is closed. Its pictures stay
 * in this browser; nothing here stores or sends one.
 */

/** Why there is no picture from a camera. */
export type CameraProblem =
	| 'insecure'
	| 'missing'
	| 'refused'
	| 'none'
	| 'busy'
	/** It was unplugged or taken away while it ran. */
	| 'ended'
	| 'other';

export class CameraError extends Error {
	override readonly name = 'CameraError';
	readonly problem: CameraProblem;

	constructor(problem: CameraProblem) {
		super(`Camera: ${problem}`);
		this.problem = problem;
	}
}

export interface CameraFeed {
	/** Plays what the camera sees; some browsers play it only inside the page. */
	readonly video: HTMLVideoElement;
	/** The newest frame; whoever takes it closes it. */
	grab(): Promise<ImageBitmap>;
	/** Holds or goes on; held, the camera gives no picture. */
	hold(held: boolean): void;
	/** Gives the camera back; there are no frames any more. */
	close(): void;
}

/** Who hears of the camera. */
export interface CameraEvents {
	/** A new frame is there, now by the clock of `performance`. */
	readonly onframe: (now: number) => void;
	/** The camera has stopped by itself. */
	readonly onend: () => void;
}

/** The part of the browser that is used. */
export interface CameraHost {
	readonly isSecureContext: boolean;
	readonly media: Pick<MediaDevices, 'getUserMedia'> | undefined;
	readonly createVideo: () => HTMLVideoElement;
}

/** @param rows of the network's input: a small one needs no fine picture */
export type OpenCamera = (events: CameraEvents, rows: number) => Promise<CameraFeed>;

/** The camera at the back where there are two, with at least twice the rows of a small network. */
function wanted(rows: number): MediaStreamConstraints {
	const height = rows <= 96 ? 240 : 480;
	return {
		audio: false,
		video: {
			facingMode: { ideal: 'environment' },
			width: { ideal: (height / 3) * 4 },
			height: { ideal: height }
		}
	};
}

const PROBLEMS: Readonly<Record<string, CameraProblem>> = {
	NotAllowedError: 'refused',
	SecurityError: 'refused',
	NotFoundError: 'none',
	OverconstrainedError: 'none',
	NotReadableError: 'busy',
	AbortError: 'busy'
};

const browserHost = (): CameraHost => ({
	isSecureContext,
	media: navigator.mediaDevices as MediaDevices | undefined,
	createVideo: () => document.createElement('video')
});

/**
 * Asks for the camera and plays it.
 * @throws CameraError that says why there is none; nothing of the camera is held then
 */
export async function openCamera(
	events: CameraEvents,
	rows: number,
	host: CameraHost = browserHost()
): Promise<CameraFeed> {
	if (!host.isSecureContext) throw new CameraError('insecure');
	if (!host.media) throw new CameraError('missing');
	const stream = await request(host.media, rows);
	try {
		const video = host.createVideo();
		// Phones play inside the page, and without being touched, only like this.
		video.muted = true;
		video.playsInline = true;
		video.srcObject = stream;
		await video.play();
		return new Feed(video, stream, events);
	} catch {
		stopTracks(stream);
		throw new CameraError('busy');
	}
}

async function request(
	media: Pick<MediaDevices, 'getUserMedia'>,
	rows: number
): Promise<MediaStream> {
	try {
		return await media.getUserMedia(wanted(rows));
	} catch (error) {
		const name = error instanceof Error || error instanceof DOMException ? error.name : '';
		throw new CameraError(PROBLEMS[name] ?? 'other');
	}
}

function stopTracks(stream: MediaStream): void {
	for (const track of stream.getTracks()) track.stop();
}

class Feed implements CameraFeed {
	readonly video: HTMLVideoElement;
	readonly #stream: MediaStream;
	readonly #events: CameraEvents;
	#closed = false;

	constructor(video: HTMLVideoElement, stream: MediaStream, events: CameraEvents) {
		this.video = video;
		this.#stream = stream;
		this.#events = events;
		for (const track of stream.getTracks()) {
			// Only the browser's doing: `stop` of our own says nothing.
			track.addEventListener('ended', () => !this.#closed && events.onend());
		}
		this.#waitForFrame();
	}

	grab(): Promise<ImageBitmap> {
		return createImageBitmap(this.video, {
			colorSpaceConversion: 'none',
			premultiplyAlpha: 'none'
		});
	}

	hold(held: boolean): void {
		for (const track of this.#stream.getTracks()) track.enabled = !held;
		if (held) this.video.pause();
		else void this.video.play().catch(() => !this.#closed && this.#events.onend());
	}

	close(): void {
		this.#closed = true;
		stopTracks(this.#stream);
		this.video.srcObject = null;
		this.video.remove();
	}

	/** With every new frame where the browser tells; else with every one of the display. */
	#waitForFrame(): void {
		const next = (): void => {
			if (this.#closed) return;
			// The time that the callback is given is that of the display's frame, which may be the last one.
			if (!this.video.paused) this.#events.onframe(performance.now());
			this.#waitForFrame();
		};
		if ('requestVideoFrameCallback' in this.video) this.video.requestVideoFrameCallback(next);
		else requestAnimationFrame(next);
	}
}
