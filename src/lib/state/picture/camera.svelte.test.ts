import { afterEach, describe, expect, it, vi } from 'vitest';
import {
	openCamera,
	type CameraEvents,
	type CameraFeed,
	type CameraHost
} from '#lib/pictures/camera.ts';
import { FakeEngine } from '../../../../tests/support/fake-engine.ts';
import { DEFAULT_CHOICES } from '#lib/state/network/choices.ts';
import { NetworkSession } from '#lib/state/network/network-session.svelte.ts';

const rest = () => new Promise((resolve) => setTimeout(resolve, 5));

class FakeTrack extends EventTarget {
	enabled = true;
	readyState = 'live';
	stop(): void {
		this.readyState = 'ended';
	}
}

/** A browser with a camera whose frames come when told. */
class FakeBrowser {
	readonly track = new FakeTrack();
	readonly asked: MediaStreamConstraints[] = [];
	refusal: string | null = null;
	answer = Promise.resolve();
	#frame: ((now: number) => void) | null = null;

	readonly video = {
		paused: false,
		pause: () => this.#pause(true),
		play: async () => this.#pause(false),
		remove: () => undefined,
		requestVideoFrameCallback: (callback: (now: number) => void) => (this.#frame = callback)
	} as unknown as HTMLVideoElement;

	readonly host: CameraHost = {
		isSecureContext: true,
		media: {
			getUserMedia: async (constraints = {}) => {
				this.asked.push(constraints);
				await this.answer;
				if (this.refusal !== null) throw new DOMException('', this.refusal);
				return { getTracks: () => [this.track] } as unknown as MediaStream;
			}
		},
		createVideo: () => this.video
	};

	#pause(paused: boolean): void {
		Object.assign(this.video, { paused });
	}

	show(now: number): void {
		this.#frame?.(now);
	}
}

async function open(browser = new FakeBrowser(), host: Partial<CameraHost> = {}) {
	const closed: number[] = [];
	let grabbed = 0;
	vi.stubGlobal('createImageBitmap', async () => {
		const number = ++grabbed;
		return { close: () => closed.push(number) };
	});
	const engine = new FakeEngine();
	const camera = (events: CameraEvents, rows: number): Promise<CameraFeed> =>
		openCamera(events, rows, { ...browser.host, ...host });
	const session = new NetworkSession({ ...engine.connections(), camera }, DEFAULT_CHOICES);
	session.start();
	await rest();
	session.moving.look({ channels: [0], across: 1, scale: 'shared', chosen: 0 });
	engine.log.length = 0;
	return { browser, engine, session, camera: session.camera, closed };
}

afterEach(() => vi.unstubAllGlobals());

describe('the camera', () => {
	it('is asked for on the reader’s word only, for pictures alone', async () => {
		const { browser, camera } = await open();
		expect(browser.asked).toEqual([]);
		await camera.start(224);
		expect(browser.asked).toMatchObject([
			{ audio: false, video: { facingMode: { ideal: 'environment' } } }
		]);
		expect(camera.state).toBe('live');
	});

	it('gives a coarse picture to a small network, and a fine one to a large', async () => {
		for (const [rows, height] of [
			[64, 240],
			[224, 480]
		] as const) {
			const { browser, camera } = await open();
			await camera.start(rows);
			expect(browser.asked).toMatchObject([{ video: { height: { ideal: height } } }]);
		}
	});

	it('shows its frames one at a time, and lets those go that nobody can show yet', async () => {
		const { browser, engine, session, camera, closed } = await open();
		engine.held = true;
		await camera.start(224);
		for (const now of [1, 2, 3, 4]) {
			browser.show(now);
			await rest();
		}
		expect(engine.log).toEqual(['frame blocks.4.0.ghost1 of 255']);
		expect(session.matches).toBe(false);
		// Each that was grabbed has been given back.
		expect(closed.length).toBeGreaterThan(0);
		expect(session.scene).toBeNull();
	});

	it.each([
		['NotAllowedError', 'refused'],
		['NotFoundError', 'none'],
		['NotReadableError', 'busy'],
		['TypeError', 'other']
	])('that answers %s is said to be %s', async (name, problem) => {
		const browser = new FakeBrowser();
		browser.refusal = name;
		const { camera } = await open(browser);
		await camera.start(224);
		expect([camera.state, camera.problem]).toEqual(['off', problem]);
		camera.dismiss();
		expect(camera.problem).toBeNull();
	});

	it('is not asked for where the browser has none to give', async () => {
		const insecure = await open(new FakeBrowser(), { isSecureContext: false });
		await insecure.camera.start(224);
		expect([insecure.camera.problem, insecure.browser.asked]).toEqual(['insecure', []]);
		const missing = await open(new FakeBrowser(), { media: undefined });
		await missing.camera.start(224);
		expect(missing.camera.problem).toBe('missing');
	});

	it('is given back on stop, on another picture, on undo and at the end of the page', async () => {
		const leave: ((session: NetworkSession) => void)[] = [
			(session) => session.camera.stop(),
			(session) => session.choose({ picture: { kind: 'sample', slug: 'toadstool' } }),
			(session) => session.undo(),
			(session) => session.close()
		];
		for (const way of leave) {
			const { browser, session, camera } = await open();
			await camera.start(224);
			way(session);
			expect(browser.track.readyState).toBe('ended');
			expect([camera.state, camera.problem]).toEqual(['off', null]);
		}
	});

	it('that is allowed after the reader has left is given back at once', async () => {
		const browser = new FakeBrowser();
		let allow = (): void => undefined;
		browser.answer = new Promise((resolve) => (allow = resolve));
		const { camera } = await open(browser);
		const started = camera.start(224);
		camera.stop();
		allow();
		await started;
		expect(browser.track.readyState).toBe('ended');
		expect(camera.state).toBe('off');
	});

	it('goes on when the layer or the form changes', async () => {
		const { browser, engine, session, camera } = await open();
		await camera.start(224);
		session.choose({ form: 'folded' });
		await rest();
		expect(browser.track.readyState).toBe('live');
		engine.log.length = 0;
		browser.show(1);
		await rest();
		expect(engine.log).toEqual(['frame blocks.4.0.ghost1 of 255']);
	});

	it('waits without a picture, and goes on', async () => {
		const { browser, engine, camera } = await open();
		await camera.start(224);
		camera.pause();
		browser.show(1);
		await rest();
		expect([camera.state, browser.track.enabled, engine.log]).toEqual(['paused', false, []]);
		camera.resume();
		expect([camera.state, browser.track.enabled]).toEqual(['live', true]);
	});

	it('that is unplugged says so', async () => {
		const { browser, camera } = await open();
		await camera.start(224);
		browser.track.dispatchEvent(new Event('ended'));
		expect([camera.state, camera.problem]).toEqual(['off', 'ended']);
	});

	it('keeps the picture on view, which runs, is named and can be undone', async () => {
		const { browser, session, camera, engine } = await open();
		await camera.start(224);
		browser.show(1);
		await rest();
		await session.keepPhoto();
		// Until the run is there, the last frame stays on view.
		expect(session.frame).not.toBeNull();
		await rest();
		expect(browser.track.readyState).toBe('ended');
		expect(engine.log).toContain('run training-time');
		expect(session.matches).toBe(true);
		expect(session.held.run?.picture).toMatchObject({ kind: 'camera', name: 'camera' });
		session.undo();
		await rest();
		expect(session.held.run?.picture.kind).toBe('sample');
	});
});
