/** Where the boxes, wires and dots of a module stand, lane by lane. */
import { INPUT, type Graph, type GraphNode } from '#lib/core/graph.ts';
import type { Lanes, SideLane } from './module-drawing-lanes.ts';
import type { LayoutOptions, ModuleScene, Point } from './module-drawing.ts';
import {
	EDGE,
	FOLLOWER_HEIGHT,
	HEIGHT,
	laneX,
	PORT,
	Sheet,
	TRUNK,
	WIDTH,
	type BoxFace,
	type End
} from './module-drawing-sheet.ts';

/** Places everything; `faceOf` says what a node's box looks like. */
export function placeModule(
	graph: Graph,
	lanes: Lanes,
	options: Pick<LayoutOptions, 'maps' | 'rows' | 'leastHeight'>,
	faceOf: (node: GraphNode) => BoxFace
): ModuleScene {
	const sheet = new Sheet(graph, options.maps ?? false, faceOf);
	const end = placeTrunk(sheet, lanes, options.rows ?? 2);
	const least = (options.leastHeight ?? 0) - EDGE - PORT;
	const output = Math.max(end.y + sheet.gap(false) + PORT, least);
	sheet.addWire('output', end.node, 0, [point(TRUNK, end.y), point(TRUNK, output - PORT)]);
	sheet.addMark('output', end, 0, output - PORT);
	const { boxes, marks, splits } = sheet;
	return {
		boxes,
		wires: sheet.wires,
		marks,
		splits,
		width: laneX(lanes.sides.length) + WIDTH / 2 + EDGE,
		height: output + PORT + EDGE,
		ports: { input: point(TRUNK, EDGE + PORT), output: point(TRUNK, output) },
		traces: []
	};
}

function placeTrunk(sheet: Sheet, { trunk, sides }: Lanes, rows: number): End {
	let end: End = { node: INPUT, y: EDGE + 2 * PORT };
	const ends = new Map<SideLane, End>();
	/** Lower edge of the longest of the parallel paths. */
	let section = 0;
	for (const node of trunk) {
		const forks = sides.filter(({ split }) => split === end.node);
		const joins = sides.filter(({ join }) => join === node.name);
		if (forks.length === 0 && joins.length === 0 && isFollower(node) && end.node !== INPUT) {
			end = sheet.addBox(node, 0, end.y, FOLLOWER_HEIGHT);
			continue;
		}
		// A depthwise convolution keeps its place when the fork above it is gone.
		const gap = sheet.gap(forks.length > 0 || isDepthwise(node));
		const top = Math.max(end.y, joins.length > 0 ? section : 0) + gap;
		const wire = joins.length > 0 ? joinId(sides.indexOf(joins[0]!), 0) : `${sheet.idOf(node)}:0`;
		connect(sheet, wire, end, top, forks.length > 0);
		for (const side of forks) {
			ends.set(side, placeSide(sheet, side, sides.indexOf(side) + 1, end, top));
		}
		if (forks.length > 0) {
			const bottoms = forks.map((side) => ends.get(side)?.y ?? 0);
			section = Math.max(top + HEIGHT + (rows - 1) * FOLLOWER_HEIGHT, ...bottoms);
		}
		for (const side of joins) {
			closeSide(sheet, side, sides.indexOf(side) + 1, ends.get(side), top + HEIGHT / 2);
		}
		end = sheet.addBox(node, 0, top, HEIGHT);
	}
	return end;
}

/** The wire down the trunk from `end` to the box whose upper edge is at `top`. */
function connect(sheet: Sheet, wire: string, end: End, top: number, forks: boolean): void {
	sheet.addWire(wire, end.node, 0, [point(TRUNK, end.y), point(TRUNK, top)]);
	sheet.addMark(wire, end, 0, forks ? sheet.splitY(end) : top);
	if (forks) sheet.addSplit(end);
}

/** Places the boxes of a side path from `top` down; what a path without boxes leaves open is its wire. */
function placeSide(sheet: Sheet, side: SideLane, lane: number, from: End, top: number): End {
	const x = laneX(lane);
	const y = sheet.splitY(from);
	let end: End = { node: from.node, y };
	for (const [index, node] of side.nodes.entries()) {
		if (index === 0) {
			const points = [point(TRUNK, y), point(x, y), point(x, top)];
			end = sheet.addBox(node, lane, top, HEIGHT);
			sheet.addWire(`${sheet.idOf(node)}:0`, from.node, lane, points);
		} else end = sheet.addBox(node, lane, end.y, FOLLOWER_HEIGHT);
	}
	return end;
}

/** The wire from the end of a side path into its join, at the height `y`. */
function closeSide(
	sheet: Sheet,
	side: SideLane,
	lane: number,
	end: End | undefined,
	y: number
): void {
	if (!end) return;
	const x = laneX(lane);
	const start = side.nodes.length > 0 ? [] : [point(TRUNK, end.y)];
	const points = [...start, point(x, end.y), point(x, y), point(TRUNK + WIDTH / 2, y)];
	const wire = joinId(lane - 1, 1);
	sheet.addWire(wire, end.node, lane, points);
	if (side.nodes.length > 0) sheet.addMark(wire, end, lane, y);
}

/** A wire into a join is the same whether a concatenation or a sum stands there. */
function joinId(side: number, input: 0 | 1): string {
	return `join${side}:${input}`;
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
