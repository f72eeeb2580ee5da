/** Where the boxes, wires and dots of a module stand, lane by lane. */
import { INPUT, type Graph, type GraphNode } from '#lib/core/graph.ts';
import type { Lanes, SideLane } from './module-drawing-lanes.ts';
import type { LayoutOptions, ModuleScene, Point } from './module-scene.ts';
import {
	EDGE,
	FOLLOWER_HEIGHT,
	HEIGHT,
	PORT,
	Sheet,
	TRUNK_TRACK,
	WIDTH,
	type BoxFace,
	type End,
	type Track
} from './module-drawing-sheet.ts';

/** Places everything; `faceOf` says what a node's box looks like. */
export function placeModule(
	graph: Graph,
	lanes: Lanes,
	options: Pick<LayoutOptions, 'maps' | 'rows' | 'leastHeight' | 'tops'>,
	faceOf: (node: GraphNode) => BoxFace
): ModuleScene {
	const columns = lanes.sides.map(({ lane }) => lane);
	const leftLanes = -Math.min(0, ...columns);
	const sheet = new Sheet(graph, { maps: options.maps ?? false, leftLanes }, faceOf);
	const end = placeTrunk(sheet, lanes, options);
	const trunk = sheet.laneX(0);
	const least = (options.leastHeight ?? 0) - EDGE - PORT;
	const output = Math.max(end.y + sheet.gap(false) + PORT, least);
	const last = [point(trunk, end.y), point(trunk, output - PORT)];
	sheet.addWire('output', end.node, TRUNK_TRACK, last);
	sheet.addMark('output', end, 0, output - PORT);
	const { boxes, marks, splits } = sheet;
	return {
		boxes,
		wires: sheet.wires,
		marks,
		splits,
		width: sheet.laneX(Math.max(0, ...columns)) + WIDTH / 2 + EDGE,
		height: output + PORT + EDGE,
		ports: { input: point(trunk, EDGE + PORT), output: point(trunk, output) },
		traces: []
	};
}

function placeTrunk(
	sheet: Sheet,
	{ trunk, sides }: Lanes,
	{ rows = 2, tops }: Pick<LayoutOptions, 'rows' | 'tops'>
): End {
	let end: End = { node: INPUT, y: EDGE + 2 * PORT };
	const ends = new Map<SideLane, End>();
	/** Lower edge of the longest of the parallel paths. */
	let section = 0;
	for (const node of trunk) {
		const forks = sides.filter(({ split }) => split === end.node);
		const joins = sides.filter(({ join }) => join === node.name);
		if (forks.length === 0 && joins.length === 0 && isFollower(node) && end.node !== INPUT) {
			end = sheet.addBox(node, TRUNK_TRACK, end.y, FOLLOWER_HEIGHT);
			continue;
		}
		// A depthwise convolution keeps its place when the fork above it is gone.
		const hasRoom = forks.length > 0 || isDepthwise(node);
		const gap = sheet.gap(hasRoom);
		const free = Math.max(end.y, joins.length > 0 ? section : 0) + gap;
		const top = Math.max(free, tops?.get(sheet.idOf(node)) ?? 0);
		const wire = joins.length > 0 ? joinId(node, 0) : `${sheet.idOf(node)}:0`;
		connect(sheet, wire, end, { y: top, mark: hasRoom ? sheet.splitY(end) : top });
		if (forks.length > 0) sheet.addSplit(end);
		for (const side of forks) {
			ends.set(side, placeSide(sheet, side, trackOf(sides, side), end, top));
		}
		if (forks.length > 0) {
			const bottoms = forks.map((side) => ends.get(side)?.y ?? 0);
			section = Math.max(top + HEIGHT + (rows - 1) * FOLLOWER_HEIGHT, ...bottoms);
		}
		for (const [index, side] of joins.entries()) {
			const into = { wire: joinId(node, index + 1), y: top + HEIGHT / 2 };
			closeSide(sheet, side, trackOf(sides, side), ends.get(side), into);
		}
		end = sheet.addBox(node, TRUNK_TRACK, top, HEIGHT);
	}
	return end;
}

function trackOf(sides: readonly SideLane[], side: SideLane): Track {
	return { path: sides.indexOf(side) + 1, lane: side.lane };
}

/** The wire down the trunk from `end` to a box; its mark stands above the height `mark`. */
function connect(
	sheet: Sheet,
	wire: string,
	end: End,
	to: { readonly y: number; readonly mark: number }
): void {
	const x = sheet.laneX(0);
	sheet.addWire(wire, end.node, TRUNK_TRACK, [point(x, end.y), point(x, to.y)]);
	sheet.addMark(wire, end, 0, to.mark);
}

/** Places the boxes of a side path from `top` down; what a path without boxes leaves open is its wire. */
function placeSide(sheet: Sheet, side: SideLane, track: Track, from: End, top: number): End {
	const x = sheet.laneX(track.lane);
	const y = sheet.splitY(from);
	let end: End = { node: from.node, y };
	for (const [index, node] of side.nodes.entries()) {
		if (index === 0) {
			const points = [point(sheet.laneX(0), y), point(x, y), point(x, top)];
			end = sheet.addBox(node, track, top, HEIGHT);
			sheet.addWire(`${sheet.idOf(node)}:0`, from.node, track, points);
		} else end = sheet.addBox(node, track, end.y, FOLLOWER_HEIGHT);
	}
	return end;
}

/** The wire from the end of a side path into its join, at a height. */
function closeSide(
	sheet: Sheet,
	side: SideLane,
	track: Track,
	end: End | undefined,
	{ wire, y }: { readonly wire: string; readonly y: number }
): void {
	if (!end) return;
	const x = sheet.laneX(track.lane);
	const trunk = sheet.laneX(0);
	const start = side.nodes.length > 0 ? [] : [point(trunk, end.y)];
	const edge = trunk + (Math.sign(track.lane) * WIDTH) / 2;
	const points = [...start, point(x, end.y), point(x, y), point(edge, y)];
	sheet.addWire(wire, end.node, track, points);
	if (side.nodes.length > 0) sheet.addMark(wire, end, track.lane, y);
}

/** A wire into a join is the same whether a concatenation or a sum stands there. */
function joinId({ name }: GraphNode, input: number): string {
	return `${name.replace(/(^|\.)(concat|add)$/, '$1join')}:${input}`;
}

function isFollower({ operation: { kind } }: GraphNode): boolean {
	return kind === 'batch-norm' || kind === 'scale-shift' || kind === 'shift' || kind === 'relu';
}

function isDepthwise({ operation }: GraphNode): boolean {
	return operation.kind === 'convolution' && operation.kernel > 1;
}

function point(x: number, y: number): Point {
	return { x, y };
}
