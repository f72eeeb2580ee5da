/** An engine that computes nothing: answers come when the test lets them. */
import type { Drawable } from '#lib/pictures/drawable.ts';
import type { Picture } from '#lib/pictures/picture.ts';
import { createArchitecture, architectureLabel } from '#lib/core/network/architecture.ts';
import { sizeOf } from '#lib/core/tensor.ts';
import type { EngineConnection } from '#lib/engine/client.ts';
import type { FormInfo } from '#lib/core/cost/form-info.ts';
import type { NetworkInfo, RunResult, ShownForm } from '#lib/engine/protocol.ts';
import type { Connections } from '#lib/state/network/workers.ts';
import { sampleCard } from './model-cards.ts';
import { outlineNetwork } from './outline.ts';

interface Call {
	readonly name: string;
	readonly detail: string;
	/** Gives the answer. */
	readonly answer: () => void;
	readonly fail: (message: string, name?: string) => void;
}

function formInfo(width: number, form: ShownForm): FormInfo {
	const architecture = createArchitecture('repghostnet', { width });
	const layers = outlineNetwork(architecture, form).map((layer) => ({
		...layer,
		parameters: 1,
		macs: 2
	}));
	return { parameters: 10, macs: 20, bytesMoved: 30, peakActivationBytes: 40, layers };
}

export function fakeNetwork(width: number, changes: Partial<NetworkInfo> = {}): NetworkInfo {
	return {
		name: architectureLabel({ family: 'repghostnet', width }),
		architecture: createArchitecture('repghostnet', { width }),
		family: 'repghostnet',
		width,
		classes: 4,
		inputShape: [3, 224, 224],
		branch: 'bn',
		source: { kind: 'random', seed: 1 },
		sha256: '0'.repeat(64),
		labels: null,
		savedForms: ['training-time', 'deploy', 'folded'],
		forms: { 'training-time': formInfo(width, 'training-time'), folded: formInfo(width, 'folded') },
		...changes
	};
}

const emptyOverview = {
	picture: { width: 1, height: 1, rgba: new Uint8ClampedArray(4) },
	bands: [],
	maps: 0
};

/** Its first byte is what a scene is turned by. */
function fakePicture(subject: Drawable, width: number, height: number): Picture {
	const rgb = new Uint8ClampedArray(width * height * 3);
	rgb[0] = 'turn' in subject ? subject.turn : 255;
	return { width, height, rgb };
}

export class FakeEngine implements EngineConnection {
	onfailure: ((message: string) => void) | null = null;
	/** Calls that wait for `answer` or `fail`; with `held` false they answer at once. */
	readonly calls: Call[] = [];
	readonly log: string[] = [];
	held = false;
	/** Published weights that are on this computer. */
	readonly kept = new Set<string>();
	/** What the next weight file holds. */
	file: NetworkInfo = fakeNetwork(1, { name: 'file.safetensors' });
	#network: NetworkInfo | null = null;
	#form: ShownForm = 'training-time';

	start: EngineConnection['start'] = (backend) =>
		this.#call('start', backend, () => ({ backend, requested: backend, refused: [] }));

	loadRandom: EngineConnection['loadRandom'] = (network) =>
		this.#call('load', `${network.family} ${network.width}`, () =>
			this.#replace(fakeNetwork(network.width))
		);

	loadFile: EngineConnection['loadFile'] = (file, { branch }, onProgress) => {
		onProgress({ done: 0.5, stage: 'reading' });
		return this.#call('load', `${file.name}${branch ? ` as ${branch}` : ''}`, () =>
			this.#replace(this.file)
		);
	};

	loadShipped: EngineConnection['loadShipped'] = (file, onProgress) => {
		onProgress({ done: 0.5, stage: 'fetching' });
		const { slug, fileName, bytes } = file;
		const source = { kind: 'shipped', slug, fileName, bytes } as const;
		return this.#call('load', slug, () =>
			this.#replace(fakeNetwork(0.5, { name: file.name, source }))
		);
	};

	loadPublished: EngineConnection['loadPublished'] = ({ slug, name, fileName, blob }) => {
		const source = { kind: 'published', slug, fileName, bytes: blob.size } as const;
		return this.#call('load', slug, () => this.#replace(fakeNetwork(0.5, { name, source })));
	};

	frame: EngineConnection['frame'] = ({ picture: asked, layer, form, maps, small, overview }) => {
		const [, rows = 1, columns = 1] = this.#network?.inputShape ?? [];
		const picture = 'rgb' in asked ? asked : fakePicture(asked, columns, rows);
		return this.#call('frame', `${layer} of ${picture.rgb[0]}`, () => ({
			picture,
			logits: Float32Array.of(picture.rgb[0]!),
			milliseconds: 2,
			layer: this.#result(form).layers.find(({ name }) => name === layer)!,
			sheet: {
				shape: { channels: 4, rows: 1, columns: 1 },
				extent: { min: 0, max: 1 },
				highest: null,
				notFinite: 0,
				atlas: { width: 1, height: 1, rgba: new Uint8ClampedArray(4) },
				values: Float32Array.of(maps.chosen),
				colours: { kind: 'unsigned', low: 0, high: 1 }
			},
			small: small.map(() => ({ rows: 1, columns: 1, values: Float32Array.of(9), min: 9, max: 9 })),
			overview: overview ? emptyOverview : null
		}));
	};

	run: EngineConnection['run'] = (_, form) =>
		this.#call('run', form, () => {
			this.#form = form;
			return this.#result(form);
		});

	maps: EngineConnection['maps'] = (layer) =>
		this.#call('maps', layer, () => {
			const info = this.#network?.forms[this.#form]?.layers.find(({ name }) => name === layer);
			if (!info) throw new Error(`The last run has no layer called "${layer}".`);
			const shape = [1, ...info.shape];
			return { shape, data: new Float32Array(sizeOf(shape)).fill(0.5) };
		});

	difference: EngineConnection['difference'] = (layer) =>
		this.#call('difference', layer, () => ({ largest: 0, tolerance: 1e-5 }));

	/** Every number is the sum of the one pixel at the top left. */
	follow: EngineConnection['follow'] = (source) =>
		this.#call('follow', JSON.stringify(source), () => {
			const pixel = { kind: 'value', node: 'input', place: [0, 0, 0, 0] } as const;
			if (source.kind === 'value' && source.node === 'input') {
				return { source, value: 0.5, rule: 'given', terms: [] };
			}
			const factors = [{ value: 0.5, source: pixel }];
			return { source, value: 0.5, rule: 'sum', terms: [{ value: 0.5, factors, minus: false }] };
		});

	weights: EngineConnection['weights'] = (keys, form) =>
		this.#call('weights', `${keys.join()} ${form}`, () => {
			const one = { shape: [1, 1, 1, 1], data: Float32Array.of(0.5) };
			return new Map(keys.map((key) => [key, one]));
		});

	overview: EngineConnection['overview'] = () => this.#call('overview', '', () => emptyOverview);

	preparePicture: EngineConnection['preparePicture'] = () =>
		this.#call('prepare', 'file', () => ({
			input: { shape: [1, 3, 224, 224], data: new Float32Array(3 * 224 * 224) },
			shown: { width: 1, height: 1, rgba: new Uint8ClampedArray(4) }
		}));

	writeFile: EngineConnection['writeFile'] = ({ kind }) =>
		this.#call('write', kind, () => Uint8Array.of(1, 2, 3));

	cancel: EngineConnection['cancel'] = async () => {
		this.log.push('cancel');
		for (const call of this.calls.splice(0)) call.fail('The call was cancelled.', 'AbortError');
	};

	close = (): void => void this.log.push('close');

	/** Sources of a session on this engine; the first byte of a picture is the scene's `turn`. */
	connections(): Connections {
		const card = sampleCard();
		return {
			engine: () => this,
			drawer: () => ({
				draw: async (subject, width, height) => fakePicture(subject, width, height),
				close: () => undefined
			}),
			cards: {
				get: async () => card,
				address: (fileName) => `https://localhost/${fileName}`,
				file: async (slug) => {
					const { name, file } = card;
					const { bytes, sha256 } = file;
					return { slug, name, fileName: file.name, address: '', bytes, sha256 };
				}
			},
			published: {
				file: async (slug) => {
					if (!this.kept.has(slug)) throw new Error(`${slug} is not here.`);
					const blob = new Blob(['weights']);
					return { slug, name: slug, fileName: `${slug}.safetensors`, blob, sha256: '' };
				},
				drop: async (slug) => {
					this.log.push(`drop ${slug}`);
					this.kept.delete(slug);
				}
			}
		};
	}

	/** The one call that waits. */
	get waiting(): Call {
		const [call] = this.calls;
		if (!call) throw new Error(`No call waits; so far: ${this.log.join(', ')}.`);
		return call;
	}

	#replace(network: NetworkInfo): NetworkInfo {
		this.#network = network;
		return network;
	}

	#result(form: ShownForm): RunResult {
		const layers = this.#network?.forms[form]?.layers ?? [];
		const numbers = { min: 0, max: 1, mean: 0.5, std: 0.25, zeros: 0, milliseconds: 0.1 };
		return {
			form,
			report: { backend: 'wasm', requested: 'wasm', refused: [] },
			logits: Float32Array.of(1, 2, 3, form === 'folded' ? 4.000001 : 4),
			layers: layers.map(({ name }) => ({ name, ...numbers })),
			milliseconds: 5,
			clockStep: 0.1
		};
	}

	#call<T>(name: string, detail: string, make: () => T): Promise<T> {
		this.log.push(`${name} ${detail}`.trim());
		return new Promise((resolve, reject) => {
			const leave = () => this.calls.splice(this.calls.indexOf(call) >>> 0, 1);
			const call: Call = {
				name,
				detail,
				answer: () => {
					leave();
					try {
						resolve(make());
					} catch (error) {
						reject(error);
					}
				},
				fail: (message, kind = 'Error') => {
					leave();
					reject(Object.assign(new Error(message), { name: kind }));
				}
			};
			if (this.held) this.calls.push(call);
			else call.answer();
		});
	}
}
