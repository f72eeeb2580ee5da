/**
 * The part of `npm run train` that computes; `train.mjs` bundles it and starts it several times:
 * `draw` draws its share of the pictures, `network` trains one network and ships it.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { RECIPES, type Recipe, type RecipeName } from '#lib/training/recipe.ts';
import { SHIPPED_NETWORKS, type ShippedNetwork } from '#lib/core/network/shipped-networks.ts';
import { trainNetwork, type StepReport, type TrainingState } from '#lib/training/train-network.ts';
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { piecesOf, PictureStore } from './picture-store.ts';
import { ship } from './ship.ts';
import { startTensorFlow } from './tensorflow.ts';

/** A killed run loses less than a minute; the miniature one less than the test that kills it waits. */
const CHECKPOINT_SECONDS: Readonly<Record<RecipeName, number>> = { shipped: 30, miniature: 3 };
const REPORT_SECONDS: Readonly<Record<RecipeName, number>> = { shipped: 10, miniature: 3 };

/** What `train.mjs` says to a process, as JSON. */
type Order = {
	/** Folder for pictures and checkpoints. */
	readonly work: string;
	/** Hash of the picture generator's source. */
	readonly generator: string;
	readonly recipe: RecipeName;
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

async function obey(order: Order): Promise<void> {
	const store = new PictureStore(order.work, order.generator, RECIPES[order.recipe].side);
	if (order.task === 'draw') drawShare(store, order);
	else await trainAndShip(store, order);
}

function drawShare(store: PictureStore, order: Extract<Order, { task: 'draw' }>): void {
	const { part, parts } = order;
	const { trainingSeeds, validationSeeds, testSeeds } = RECIPES[order.recipe];
	const pieces = [trainingSeeds, validationSeeds, testSeeds].flatMap(piecesOf);
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
	const { out } = order;
	const recipe = RECIPES[order.recipe];
	const network = findNetwork(order.slug, recipe.side);
	await startTensorFlow();
	const { state, seconds } = await train(network, store, order);
	mkdirSync(out, { recursive: true });
	const { all, byStyle } = await ship(
		{ network, recipe, training: store.load(recipe.trainingSeeds), state, seconds },
		store.load(recipe.testSeeds),
		out
	);
	const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
	say(
		`${order.slug}: right on ${percent(all)} of ${recipe.testSeeds.count} unseen pictures (shaded ${percent(byStyle.shaded)}, flat ${percent(byStyle.flat)}, line drawings ${percent(byStyle.lines)})`
	);
}

/** The network of this name for pictures of side × side. */
function findNetwork(slug: string, side: number): ShippedNetwork {
	const network = SHIPPED_NETWORKS.find((one) => one.slug === slug);
	if (!network) {
		const known = SHIPPED_NETWORKS.map((one) => one.slug).join(', ');
		throw new Error(`Network: expected one of ${known}, found "${slug}".`);
	}
	return { ...network, architecture: { ...network.architecture, inputShape: [3, side, side] } };
}

/** From the last checkpoint, or the first step, to the end. */
async function train(
	{ slug, architecture }: ShippedNetwork,
	store: PictureStore,
	order: Extract<Order, { task: 'network' }>
): Promise<{ state: TrainingState; seconds: number }> {
	const recipe = RECIPES[order.recipe];
	const path = join(order.work, `${slug}.${order.recipe}.safetensors`);
	if (order.fresh) rmSync(path, { force: true });
	const plan = JSON.stringify({ architecture, recipe, generator: order.generator });
	const found = readCheckpoint(path, plan);
	if (found) say(`${slug}: goes on after step ${found.state.trainer.step}`);
	let state = found?.state ?? null;
	const training = store.load(recipe.trainingSeeds);
	const validation = store.load(recipe.validationSeeds);
	const clock = new Clock(found?.seconds ?? 0);
	for await (const report of trainNetwork({ architecture, recipe, training, validation }, state)) {
		if (clock.isDue('report', REPORT_SECONDS[order.recipe])) {
			say(progressLine(slug, report, recipe, clock));
		}
		const done = report.step === report.steps;
		if (!done && !clock.isDue('checkpoint', CHECKPOINT_SECONDS[order.recipe])) continue;
		state = await report.state();
		writeCheckpoint(path, state, { plan, seconds: clock.seconds });
	}
	if (!state) throw new Error(`${slug}: the recipe has no step.`);
	return { state, seconds: clock.seconds };
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
