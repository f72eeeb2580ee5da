/**
 * The part of `npm run train` that computes; `train.mjs` bundles it and starts it several times:
 * `draw` draws its share of the pictures, `network` trains one network and ships it.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { RECIPE, TEST_SEEDS, type Recipe } from '#lib/training/recipe.ts';
import { SHIPPED_NETWORKS, SIDE } from '#lib/training/shipped-networks.ts';
import { trainNetwork, type StepReport } from '#lib/training/train-network.ts';
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { piecesOf, PictureStore } from './picture-store.ts';
import { ship } from './ship.ts';
import { startTensorFlow } from './tensorflow.ts';

/** A killed run loses less than a minute. */
const CHECKPOINT_SECONDS = 30;
const REPORT_SECONDS = 10;

/** What `train.mjs` says to a process, as JSON. */
export type Order = {
	/** Folder for pictures and checkpoints. */
	readonly work: string;
	/** Hash of the picture generator's source. */
	readonly generator: string;
} & (
	| { readonly task: 'draw'; readonly part: number; readonly parts: number }
	| {
			readonly task: 'network';
			readonly slug: string;
			readonly out: string;
			/** Forget the checkpoint. */
			readonly fresh: boolean;
	  }
);

const say = (line: string) => process.stdout.write(`${line}\n`);

export async function obey(order: Order): Promise<void> {
	const store = new PictureStore(order.work, order.generator, SIDE);
	if (order.task === 'draw') drawShare(store, order);
	else await trainAndShip(store, order);
}

function drawShare(
	store: PictureStore,
	{ part, parts }: { readonly part: number; readonly parts: number }
): void {
	const { trainingSeeds, validationSeeds } = RECIPE;
	const pieces = [trainingSeeds, validationSeeds, TEST_SEEDS].flatMap(piecesOf);
	const own = pieces.filter((piece, index) => index % parts === part && !store.has(piece));
	own.forEach((piece, index) => {
		store.draw(piece);
		say(`pictures: part ${part + 1} of ${parts}, ${index + 1} of ${own.length} pieces drawn`);
	});
}

async function trainAndShip(
	store: PictureStore,
	order: Extract<Order, { task: 'network' }>
): Promise<void> {
	const { slug, work, generator, out } = order;
	const network = SHIPPED_NETWORKS.find((one) => one.slug === slug);
	if (!network) {
		const known = SHIPPED_NETWORKS.map((one) => one.slug).join(', ');
		throw new Error(`Network: expected one of ${known}, found "${slug}".`);
	}
	const recipe: Recipe = RECIPE;
	const { architecture } = network;
	const path = join(work, `${slug}.checkpoint.safetensors`);
	if (order.fresh) rmSync(path, { force: true });
	const plan = JSON.stringify({ architecture, recipe, generator });
	const found = readCheckpoint(path, plan);
	await startTensorFlow();

	const clock = new Clock(found?.seconds ?? 0);
	let state = found?.state ?? null;
	const training = store.load(recipe.trainingSeeds);
	const validation = store.load(recipe.validationSeeds);
	for await (const report of trainNetwork({ architecture, recipe, training, validation }, state)) {
		if (clock.isDue('report', REPORT_SECONDS)) say(progressLine(slug, report, recipe, clock));
		const done = report.step === report.steps;
		if (!done && !clock.isDue('checkpoint', CHECKPOINT_SECONDS)) continue;
		state = await report.state();
		writeCheckpoint(path, state, { plan, seconds: clock.seconds });
	}
	if (!state) throw new Error(`${slug}: the recipe has no step.`);
	mkdirSync(out, { recursive: true });
	const shipment = {
		network,
		recipe,
		generator,
		testSeeds: TEST_SEEDS,
		state,
		seconds: clock.seconds
	};
	const { all, byStyle } = await ship(shipment, store.load(TEST_SEEDS), out);
	const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
	say(
		`${slug}: right on ${percent(all)} of ${TEST_SEEDS.count} unseen pictures (shaded ${percent(byStyle.shaded)}, flat ${percent(byStyle.flat)}, line drawings ${percent(byStyle.lines)})`
	);
}

/** Time over all sittings, and reminders. */
class Clock {
	readonly #started = performance.now();
	readonly #before: number;
	readonly #last = new Map<string, number>();

	constructor(before: number) {
		this.#before = before;
	}

	get seconds(): number {
		return this.#before + (performance.now() - this.#started) / 1000;
	}

	/** True when `seconds` have passed since it last was; the first time, since the start. */
	isDue(what: string, seconds: number): boolean {
		const now = this.seconds;
		if (now - (this.#last.get(what) ?? this.#before) < seconds) return false;
		this.#last.set(what, now);
		return true;
	}
}

function progressLine(
	slug: string,
	{ step, steps, epoch, loss, curves }: StepReport,
	recipe: Recipe,
	clock: Clock
): string {
	const accuracy = curves.accuracy.at(-1);
	const left = ((steps - step) * clock.seconds) / step / 60;
	const parts = [
		`epoch ${epoch + 1} of ${recipe.epochs}`,
		`step ${step} of ${steps}`,
		`loss ${loss.toFixed(3)}`,
		...(accuracy === undefined ? [] : [`validation ${(100 * accuracy).toFixed(1)} %`]),
		`${((step * recipe.batch) / clock.seconds).toFixed(0)} pictures/s`,
		`${left.toFixed(1)} min left`
	];
	return `${slug}: ${parts.join(', ')}`;
}

await obey(JSON.parse(process.argv[2] ?? 'null') as Order);
