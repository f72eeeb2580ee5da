/** Files that the reader hands over: picked, dropped or pasted. */
import type { NetworkSession } from '#lib/state/network/network-session.svelte.ts';

/** Files of weights by their names: also those that are refused, so that the reason is the right one. */
const WEIGHTS =
	/\.(?:safetensors|pth|pth\.tar|pt|bin|ckpt|pkl|onnx|gguf|h5|keras|tflite|msgpack)$/i;

/** Whether a file is to be opened as weights; everything else is taken for a picture or a tensor. */
export function isWeightFile({ name }: Pick<File, 'name'>): boolean {
	return WEIGHTS.test(name);
}

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
		const { dataTransfer: data } = event;
		if (!data || takesItself(event)) return;
		const hasFiles = data.types.includes('Files');
		if (!hasFiles && !data.types.includes('text/uri-list')) return;
		// Without this the browser leaves the page to show the file or the address.
		event.preventDefault();
		data.dropEffect = hasFiles ? 'copy' : 'none';
		this.hovering = hasFiles;
	};

	/** Only when the pointer leaves the page, not when it enters something on it. */
	leave = (event: DragEvent): void => {
		if (event.relatedTarget === null) this.hovering = false;
	};

	drop = (event: DragEvent): void => {
		this.hovering = false;
		const files = event.dataTransfer?.files;
		if (!files?.length || takesItself(event)) return;
		event.preventDefault();
		this.#take(files);
	};

	#take(files: FileList): void {
		const [file] = files;
		if (!file) return;
		if (isWeightFile(file)) this.weights(file);
		else this.picture(file);
		this.leftOut = files.length - 1;
	}
}

/** Text may be dropped into fields, and a file for B on the button of that name. */
function takesItself({ target }: Event): boolean {
	const field = target as Partial<HTMLInputElement> | null;
	if (field?.tagName === 'TEXTAREA') return true;
	if (field?.tagName !== 'INPUT') return false;
	return field.type !== 'file' || Boolean(field.closest?.('[data-part="compare"]'));
}
