import { expect, it } from 'vitest';
import type { FollowedValue, GraphSource } from '#lib/core/follow/follow-run.ts';
import { FollowedNumbers, type NetworkSource } from './followed-numbers.svelte.ts';

const pixel: GraphSource = { kind: 'value', node: 'input', place: [0, 2, 0, 1] };
const shown = { width: 2, rgba: Uint8ClampedArray.of(1, 2, 3, 255, 4, 5, 204, 255) };

function numbers(picture: typeof shown | null = shown) {
	const asked: GraphSource[] = [];
	const ask = async (source: GraphSource): Promise<FollowedValue> => {
		asked.push(source);
		return { source, value: 1.75, rule: 'given', terms: [] };
	};
	return { asked, followed: new FollowedNumbers({ ask, shown: () => picture }) };
}

it('asks once for each number, and anew for another run', async () => {
	const { asked, followed } = numbers();
	const source: GraphSource = { kind: 'value', node: 'x', place: [0, 0, 0, 0] };
	expect(followed.get(source)).toBeUndefined();
	expect([await followed.learn(source), await followed.learn({ ...source })]).toEqual([true, true]);
	expect(asked).toHaveLength(1);
	await followed.begin(pixel);
	expect(followed.get(source)).toBeUndefined();
	expect(followed.start).toBe(pixel);
	await followed.begin(null);
	expect([followed.start, followed.get(pixel)]).toEqual([null, undefined]);
});

it('goes on from the picture to the byte under the place', async () => {
	const { followed } = numbers();
	await followed.learn(pixel);
	expect(followed.get(pixel)!.rule).toBe('quotient');
	const byte: NetworkSource = { kind: 'pixel', part: 'byte', place: [2, 0, 1] };
	await followed.learn(byte);
	expect(followed.get(byte)!.value).toBe(204);
	expect(followed.canFollow(pixel)).toBe(true);
	expect(followed.canFollow(byte)).toBe(false);
});

it('ends at the tensor where the picture came as one', async () => {
	const { followed } = numbers(null);
	await followed.learn(pixel);
	expect(followed.get(pixel)!.rule).toBe('given');
	expect(followed.canFollow(pixel)).toBe(false);
});

it('sets out from the number that was asked for last', async () => {
	const { followed } = numbers();
	const other: GraphSource = { kind: 'value', node: 'x', place: [0, 0, 0, 0] };
	await Promise.all([followed.begin(pixel), followed.begin(other)]);
	expect(followed.start).toBe(other);
	expect(followed.get(pixel)).toBeUndefined();
});

it('drops an answer that belongs to the number before', async () => {
	const { followed } = numbers();
	await followed.begin(pixel);
	const late = followed.learn({ kind: 'value', node: 'y', place: [0, 0, 0, 0] });
	void followed.begin(null);
	expect(await late).toBe(false);
});
