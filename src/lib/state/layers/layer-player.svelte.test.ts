import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_CHOICES, type Choices } from '#lib/state/network/choices.ts';
import { LayerPlayer, type LayerHost } from './layer-player.svelte.ts';

class Host implements LayerHost {
	choices: Choices;
	layerNames: readonly string[] = ['a', 'b', 'c'];
	busy = false;
	moves = false;
	/** The layer after each choice. */
	readonly seen: (string | null)[] = [];

	constructor(layer: string | null) {
		this.choices = { ...DEFAULT_CHOICES, layer };
	}

	get layer() {
		return this.choices.layer;
	}

	choose(changes: Partial<Choices>): void {
		this.choices = { ...this.choices, ...changes };
		this.seen.push(this.choices.layer);
	}
}

function open(layer: string | null = null) {
	const host = new Host(layer);
	return { host, seen: host.seen, player: new LayerPlayer(host) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the player', () => {
	it('goes on in running order at its speed, and ends with the last layer', () => {
		const { seen, player } = open('a');
		player.play();
		expect(seen).toEqual(['b']);
		vi.advanceTimersByTime(499);
		expect(seen).toEqual(['b']);
		vi.advanceTimersByTime(1);
		expect(seen).toEqual(['b', 'c']);
		expect(player.playing).toBe(true);
		vi.advanceTimersByTime(500);
		expect(player.playing).toBe(false);
		// The last one stands as a choice of its own.
		expect(seen).toEqual(['b', 'c', 'c']);
		vi.advanceTimersByTime(5000);
		expect(seen).toHaveLength(3);
	});

	it('begins anew from the last layer', () => {
		const { seen, player } = open('c');
		player.play();
		expect(seen).toEqual(['a']);
	});

	it('takes another speed from the next step on', () => {
		const { seen, player } = open('a');
		player.speed = '4';
		player.play();
		vi.advanceTimersByTime(250);
		expect(seen).toEqual(['b', 'c']);
	});

	it('waits for maps that have not come', () => {
		const { host, seen, player } = open('a');
		player.play();
		host.busy = true;
		vi.advanceTimersByTime(2000);
		expect(seen).toEqual(['b']);
		host.busy = false;
		vi.advanceTimersByTime(40);
		expect(seen).toEqual(['b', 'c']);
	});

	it('stops at any other choice, and when the picture moves', () => {
		const { host, seen, player } = open('a');
		player.play();
		host.choose({ scale: 'own' });
		expect(player.playing).toBe(false);
		vi.advanceTimersByTime(2000);
		expect(seen).toEqual(['b', 'b']);
		player.play();
		host.moves = true;
		expect(player.playing).toBe(false);
		vi.advanceTimersByTime(2000);
		expect(seen).toEqual(['b', 'b', 'c']);
	});

	it('pauses at the layer on view', () => {
		const { seen, player } = open('a');
		player.toggle();
		player.toggle();
		expect(player.playing).toBe(false);
		vi.advanceTimersByTime(2000);
		expect(seen).toEqual(['b', 'b']);
	});

	it('does nothing before there are layers', () => {
		const { host, seen, player } = open();
		host.layerNames = [];
		player.play();
		expect(player.playing).toBe(false);
		expect(seen).toEqual([]);
	});
});
