import { expect, it } from 'vitest';
import { spanSize } from '#lib/core/network/receptive-field.ts';
import { DEFAULT_CHOICES } from '#lib/state/network/choices.ts';
import { NetworkSession } from '#lib/state/network/network-session.svelte.ts';
import { FakeEngine } from '../../../../tests/support/fake-engine.ts';
import { Inside } from './inside.svelte.ts';

/** Lets everything that does not wait for the engine happen. */
const rest = () => new Promise((resolve) => setTimeout(resolve, 5));

async function open() {
	const engine = new FakeEngine();
	const session = new NetworkSession(engine.connections(), DEFAULT_CHOICES);
	session.start();
	await rest();
	const inside = new Inside(session);
	return { engine, session, inside };
}

const value = { channel: 1, row: 4, column: 2 };

it('shows what the value under the probe sees, before any number is followed', async () => {
	const { inside } = await open();
	expect(inside.field).toBeNull();
	inside.probed = value;
	expect(inside.seen).toMatchObject({ row: 4, column: 2 });
	expect(spanSize(inside.field!.reach.rows)).toBeGreaterThan(30);
	expect(inside.numbers.start).toBeNull();
});

it('follows a chosen number down to the picture, and its field with it', async () => {
	const { engine, session, inside } = await open();
	session.choose({ value });
	inside.settle();
	await rest();
	const start = inside.numbers.start!;
	expect(start).toMatchObject({ kind: 'value', place: [0, 1, 4, 2] });
	expect(engine.log).toContain(`follow ${JSON.stringify(start)}`);
	expect(inside.next).toMatchObject({ node: 'input' });

	await inside.trail.follow(inside.next!);
	expect(inside.trail.path).toHaveLength(2);
	expect(inside.followed!.rule).toBe('quotient');
	expect(inside.next).toEqual({ kind: 'pixel', part: 'centred', place: [0, 0, 0] });
	expect(spanSize(inside.field!.seen.rows)).toBe(1);
	await inside.trail.follow(inside.next!);
	await inside.trail.follow(inside.next!);
	expect(inside.trail.at).toMatchObject({ part: 'light' });
	expect(inside.next).toBeNull();
});

it('sets out anew after another run, and lets go of a number with its layer', async () => {
	const { session, inside } = await open();
	session.choose({ value });
	inside.settle();
	await rest();
	const before = inside.numbers.start;
	const behind = inside.next!;
	await inside.numbers.learn(behind);
	session.choose({ picture: { kind: 'sample', slug: 'toadstool' } });
	await rest();
	inside.settle();
	await rest();
	expect(inside.numbers.start).toEqual(before);
	expect(inside.numbers.start).not.toBe(before);
	expect(inside.numbers.get(behind)).toBeUndefined();
	session.choose({ layer: 'conv_stem' });
	expect(session.choices.value).toBeNull();
	inside.settle();
	await rest();
	expect(inside.numbers.start).toBeNull();
});

it('has nothing for a place that the layer does not have', async () => {
	const { session, inside } = await open();
	session.choose({ value: { channel: 5000, row: 0, column: 0 } });
	inside.settle();
	await rest();
	expect(inside.numbers.start).toBeNull();
});
