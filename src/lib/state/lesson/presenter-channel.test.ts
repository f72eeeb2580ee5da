import { describe, expect, it, vi } from 'vitest';
import { PresenterChannel, type Channel } from './presenter-channel.ts';

function fake() {
	const channel: Channel = { postMessage: vi.fn(), close: vi.fn(), onmessage: null };
	const tell = (data: unknown) =>
		channel.onmessage?.call(channel as BroadcastChannel, { data } as MessageEvent);
	return { channel, tell };
}

describe('the channel of a presented lesson', () => {
	it('has the name of its lesson, and hands on what fits', () => {
		const { channel, tell } = fake();
		const hear = vi.fn();
		const open = vi.fn(() => channel);
		new PresenterChannel('repghostnet', hear, open);
		expect(open).toHaveBeenCalledWith('repghost-notebook:present:repghostnet');
		tell({ type: 'shown', screen: 3 });
		tell({ type: 'shown', screen: null });
		tell({ type: 'move', by: -1 });
		expect(hear.mock.calls.map(([message]) => message as unknown)).toEqual([
			{ type: 'shown', screen: 3 },
			{ type: 'shown', screen: null },
			{ type: 'move', by: -1 }
		]);
	});

	it.each([
		null,
		'shown',
		{ type: 'shown', screen: -1 },
		{ type: 'shown', screen: 1.5 },
		{ type: 'shown', screen: 1e9 },
		{ type: 'move', by: 5 },
		{ type: 'open', address: 'https://example.org' }
	])('passes over %j', (data) => {
		const { channel, tell } = fake();
		const hear = vi.fn();
		new PresenterChannel('repghostnet', hear, () => channel);
		tell(data);
		expect(hear).not.toHaveBeenCalled();
	});

	it('is silent where the browser refuses one', () => {
		const channel = new PresenterChannel('repghostnet', vi.fn(), () => {
			throw new Error('blocked');
		});
		expect(() => channel.send({ type: 'ask' })).not.toThrow();
		expect(channel.close).not.toThrow();
	});
});
