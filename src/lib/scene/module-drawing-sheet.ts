/** The sheet on which a module is drawn: sizes, and how a box, a wire or a mark gets onto it. */
import { INPUT, type Graph, type GraphNode } from '#lib/core/graph.ts';
import type { DrawnBox, DrawnMark, DrawnSplit, DrawnWire, Point } from './module-scene.ts';

/** Side of a map on a wire. */
export const MAP_SIDE = 40;

export const WIDTH = 108;
export const HEIGHT = 34;
/** Of what stands directly under the operation it follows. */
export const FOLLOWER_HEIGHT = 32;
/** Room for the double outline of what is being folded. */
export const EDGE = 8;
/** Radius of a port. */
export const PORT = 6.5;
const BETWEEN_LANES = 16;
/** From a box to the next, and to the fork on the way. */
const GAP = 34;
const TO_SPLIT = 24;
const AFTER_SPLIT = 30;
/** From a box to the map below it, and what a map adds to a gap. */
const MAP_OFFSET = 11;
const MAP_ROOM = 34;

/** The part of a box that does not depend on its place. */
export type BoxFace = Pick<
	DrawnBox,
	'id' | 'node' | 'operation' | 'look' | 'role' | 'optional' | 'folding' | 'opacity'
>;

/** Which path a box or wire is on, and the column in which that path stands. */
export interface Track {
	/** 0 is the trunk. */
	readonly path: number;
	readonly lane: number;
}

export const TRUNK_TRACK: Track = { path: 0, lane: 0 };

/** Where a path has arrived: its last node, and the lower edge of that node's box. */
export interface End {
	readonly node: string;
	readonly y: number;
}

export class Sheet {
	readonly boxes: DrawnBox[] = [];
	readonly wires: DrawnWire[] = [];
	readonly marks: DrawnMark[] = [];
	readonly splits: DrawnSplit[] = [];
	readonly #faceOf: (node: GraphNode) => BoxFace;
	readonly #channels: ReadonlyMap<string, number>;
	readonly #room: number;
	readonly #leftLanes: number;

	/**
	 * @param maps whether there is room for maps on the wires
	 * @param leftLanes columns to the left of the trunk
	 */
	constructor(
		graph: Graph,
		{ maps, leftLanes }: { readonly maps: boolean; readonly leftLanes: number },
		faceOf: (node: GraphNode) => BoxFace
	) {
		this.#leftLanes = leftLanes;
		this.#faceOf = faceOf;
		this.#channels = countChannels(graph);
		this.#room = maps ? MAP_ROOM : 0;
	}

	/** Centre line of a lane; 0 is the trunk. */
	laneX(lane: number): number {
		return EDGE + WIDTH / 2 + (this.#leftLanes + lane) * (WIDTH + BETWEEN_LANES);
	}

	/** From a box to the next one below it. */
	gap(forks: boolean): number {
		return this.#room + (forks ? TO_SPLIT + AFTER_SPLIT : GAP);
	}

	/** Height of the fork below a box. */
	splitY(end: End): number {
		return end.y + this.#room + TO_SPLIT;
	}

	addBox(node: GraphNode, track: Track, y: number, height: number): End {
		const box = { x: this.laneX(track.lane) - WIDTH / 2, y, width: WIDTH, height };
		this.boxes.push({ ...this.#faceOf(node), ...track, ...box });
		return { node: node.name, y: y + height };
	}

	/** The id of a node's box. */
	idOf(node: GraphNode): string {
		return this.#faceOf(node).id;
	}

	/** A wire that carries the output of `node`. */
	addWire(id: string, node: string, track: Track, points: readonly Point[]): void {
		const folding = this.boxes.some((box) => box.folding && box.node === node);
		this.wires.push({ id, node, ...track, points, folding, opacity: 1 });
	}

	/** A place for the map of what leaves at `end`, on the wire `id` from there down to `below`. */
	addMark(id: string, end: End, lane: number, below: number): void {
		const y = this.#room > 0 ? end.y + MAP_OFFSET + MAP_SIDE / 2 : (end.y + below) / 2;
		const channels = this.#channels.get(end.node) ?? 0;
		const place = { x: this.laneX(lane), y, lane, channels, opacity: 1 };
		this.marks.push({ id, node: end.node, ...place });
	}

	addSplit(end: End): void {
		this.splits.push({ id: end.node, x: this.laneX(0), y: this.splitY(end), opacity: 1 });
	}
}

/** Channels of every node's output. */
function countChannels({ nodes, inputChannels }: Graph): ReadonlyMap<string, number> {
	const channels = new Map([[INPUT, inputChannels]]);
	for (const { name, inputs, operation } of nodes) {
		const own =
			operation.kind === 'convolution'
				? operation.outChannels
				: 'channels' in operation
					? operation.channels
					: (channels.get(inputs[0] ?? INPUT) ?? 0);
		channels.set(name, own);
	}
	return channels;
}
