import { describe, expect, it } from 'vitest';
import type { FrameRequest, FrameResult } from '#lib/engine/protocol.ts';
import type { Drawable } from '#lib/pictures/drawable.ts';
import type { Picture } from '#lib/pictures/picture.ts';
import { fakeNetwork } from '../../../../tests/support/fake-engine.ts';
import { LiveFrames, type LiveRequest } from './live-frames.svelte.ts';
import { sceneOf } from './scenes.ts';

const network = fakeNetwork(0.5, { inputShape: [3, 1, 1] });

function request(turn: number): LiveRequest {
	return {
		paint: (drawer) => drawer.draw({ ...sceneOf('red-ball'), turn }, 1, 1),
		pictureKey: `turn ${turn}`,
		...{ network, form: 'folded', layer: 'conv_stem', small: [], overview: false, since: 0 },
		maps: { channels: [0], across: 1, scale: 'shared', chosen: 0 }
	};
}

/** Answers when told, in the order of the calls. */
class Answers<T> {
	readonly waiting: ((value: T) => void)[] = [];
	wait = (): Promise<T> => new Promise((resolve) => this.waiting.push(resolve));

	async give(value: T): Promise<void> {
		this.waiting.shift()!(value);
		await new Promise((resolve) => setTimeout(resolve, 0));
	}
}

function open() {
	const draws = new Answers<Picture>();
	const runs = new Answers<FrameResult>();
	const drawn: number[] = [];
	const run: number[] = [];
	const asked: FrameRequest['picture'][] = [];
	const spares: FrameRequest['spare'][] = [];
	const frames = new LiveFrames(() => undefined);
	const source = {
		drawer: {
			draw: (subject: Drawable) => {
				drawn.push('turn' in subject ? subject.turn : NaN);
				return draws.wait();
			}
		},
		run: ({ picture, spare }: FrameRequest) => {
			asked.push(picture);
			spares.push(spare);
			run.push('rgb' in picture ? picture.rgb[0]! : picture.turn);
			return runs.wait();
		}
	};
	const draw = (turn: number) =>
		draws.give({ width: 1, height: 1, rgb: Uint8ClampedArray.of(turn, 0, 0) });
	const answer = (number = 0) => {
		const asIs = asked.shift()!;
		const picture = 'rgb' in asIs ? asIs : { width: 1, height: 1, rgb: new Uint8ClampedArray(3) };
		const width = number + 1;
		const maps = { width, height: 1, rgba: new Uint8ClampedArray(4 * width) };
		const overview = { picture: maps, bands: [], maps: 0 };
		return runs.give({ picture, overview, small: [] as FrameResult['small'] } as never);
	};
	return {
		frames,
		drawn,
		run,
		draw,
		answer,
		source,
		spares,
		show: (turn: number) => frames.show(request(turn), source)
	};
}

describe('frames', () => {
	it('are drawn one at a time, and what came between is skipped', async () => {
		const { frames, drawn, draw, answer, show } = open();
		for (const turn of [1, 2, 3]) show(turn);
		expect(drawn).toEqual([1]);
		await draw(1);
		expect(drawn).toEqual([1, 3]);
		await answer();
		expect(frames.frame?.pictureKey).toBe('turn 1');
	});

	it('are drawn while the one before is run, and run one at a time', async () => {
		const { frames, run, draw, answer, show } = open();
		show(1);
		await draw(1);
		show(2);
		await draw(2);
		show(3);
		await draw(3);
		expect(run).toEqual([1]);
		await answer();
		expect(run).toEqual([1, 3]);
		await answer();
		expect(frames.frame?.pictureKey).toBe('turn 3');
		expect([...frames.frame!.shown.rgba]).toEqual([3, 0, 0, 255]);
	});

	it('of a small scene are drawn by the engine', async () => {
		const { frames, drawn, run, answer, source } = open();
		const scene = { ...sceneOf('red-ball'), turn: 4 };
		frames.show({ ...request(4), scene }, source);
		expect([drawn, run]).toEqual([[], [4]]);
		await answer();
		expect(frames.frame?.pictureKey).toBe('turn 4');
		const large = fakeNetwork(0.5, { inputShape: [3, 224, 224] });
		frames.show({ ...request(5), scene: { ...scene, turn: 5 }, network: large }, source);
		expect(drawn).toEqual([5]);
	});

	it('hand back the memory of an overview once another has taken its place', async () => {
		const { frames, source, spares, answer } = open();
		const scene = { ...sceneOf('red-ball'), turn: 1 };
		for (let turn = 0; turn < 3; turn++) {
			frames.show({ ...request(turn), scene, overview: true }, source);
			await answer(turn);
		}
		// The one on view is never given away.
		expect(spares.map((spare) => spare?.byteLength ?? null)).toEqual([null, null, 4]);
		expect(frames.frame?.overview?.picture.width).toBe(3);
	});

	it('that come after a stop are dropped, wherever they were', async () => {
		const { frames, run, draw, answer, show } = open();
		show(1);
		frames.stop();
		await draw(1);
		expect(run).toEqual([]);
		show(2);
		await draw(2);
		frames.stop();
		await answer();
		expect(frames.frame).toBeNull();
		show(3);
		await draw(3);
		await answer();
		expect(frames.frame?.pictureKey).toBe('turn 3');
		frames.clear();
		expect(frames.frame).toBeNull();
	});
});
