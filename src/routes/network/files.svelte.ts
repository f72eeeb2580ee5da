/** Files that the reader hands over: picked, dropped or pasted. */
import type { NetworkSession } from '#lib/state/network-session.svelte.ts';

/** Files of weights by their names: also those that are refused, so that the reason is the right one. */
const WEIGHTS =
	/\.(?:safetensors|pth|pth\.tar|pt|bin|ckpt|pkl|onnx|gguf|h5|keras|tflite|msgpack)$/i;

export class IncomingFiles {
	readonly #session: NetworkSession;
	/** Tells files of one name apart. */
	#count = 0;
	/** How many files were left out of the last drop or paste. */
	leftOut = $state(0);
	/** A file hangs over the page. */
	hovering = $state(false);

	constructor(session: NetworkSession) {
		this.#session = session;
	}

	weights = (file: File): void => {
		this.leftOut = 0;
		this.#session.choose({ model: { kind: 'file', id: ++this.#count, file } });
	};

	picture = (file: File): void => {
		this.leftOut = 0;
		this.#session.choose({ picture: { kind: 'file', id: ++this.#count, file } });
	};

	paste = (event: ClipboardEvent): void => {
		const files = event.clipboardData?.files;
		const inField = event.target instanceof Element && event.target.matches('input, textarea');
		if (!files?.length || inField) return;
		event.preventDefault();
		this.#take(files);
	};

	drag = (event: DragEvent): void => {
		if (!event.dataTransfer?.types.includes('Files')) return;
		// Without this the browser leaves the page to show the file.
		event.preventDefault();
		event.dataTransfer.dropEffect = 'copy';
		this.hovering = true;
	};

	/** Only when the pointer leaves the element itself, not when it enters something inside. */
	leave = (event: DragEvent & { currentTarget: Element }): void => {
		const to = event.relatedTarget;
		if (!(to instanceof Node) || !event.currentTarget.contains(to)) this.hovering = false;
	};

	drop = (event: DragEvent): void => {
		this.hovering = false;
		const files = event.dataTransfer?.files;
		if (!files?.length) return;
		event.preventDefault();
		this.#take(files);
	};

	#take(files: FileList): void {
		const [file] = files;
		if (!file) return;
		if (WEIGHTS.test(file.name)) this.weights(file);
		else this.picture(file);
		this.leftOut = files.length - 1;
	}
}
