/**
 * The fold stepper as the reader steers it: what is chosen, with undo and redo; what is looked at; and
 * the step as the live engine has run it last. Answers that come too late are dropped.
 */
import { FOLD_STEPS, type Breakage, type FoldStep } from '#lib/core/fold/fold-step-names.ts';
import type { FoldableModule, ModuleEdit } from '#lib/core/fold/fold-request.ts';
import type { FoldStepView } from '#lib/core/fold/fold-view.ts';
import type { FoldStepRecord, FoldStepResult, LiveEngine } from '#lib/engine/live-protocol.ts';
import {
	changeValue,
	chooseModule,
	toggleBreakage,
	type FoldChoices,
	type FoldLook,
	type ModuleChoice
} from './fold-choices.ts';
import { moduleKey, type FoldNetworks } from './fold-networks.svelte.ts';
import { History } from '#lib/state/history.svelte.ts';
import { LiveAnswer, type LiveLab } from '#lib/state/live/live-lab.svelte.ts';
import { stillStep, toyModule } from './toy-fold.ts';

/** What a step of the history changed; the catalogue has words for each. */
type FoldChange = 'module' | 'picture' | 'channel' | 'edit' | 'break' | 'reset';

interface Request {
	readonly choices: FoldChoices;
	readonly step: FoldStep;
}

interface Answer extends Request {
	readonly module: FoldableModule;
	readonly result: FoldStepResult;
}

interface RecordAnswer {
	readonly of: Answer;
	readonly record: FoldStepRecord;
}

export interface FoldDefaults {
	readonly choices: FoldChoices;
	readonly look: FoldLook;
}

export class FoldSession {
	readonly networks: FoldNetworks;
	readonly #lab: LiveLab;
	readonly #answer: LiveAnswer<Request, Answer>;
	readonly #record: LiveAnswer<Answer, RecordAnswer>;
	#defaults: FoldDefaults;
	#history: History<FoldChoices>;
	#look: FoldLook = $state.raw({ step: FOLD_STEPS[0], tap: 4 });
	#started = $state(false);
	#touched = $state(false);

	constructor(lab: LiveLab, networks: FoldNetworks, defaults: FoldDefaults) {
		this.#lab = lab;
		this.networks = networks;
		this.#defaults = defaults;
		this.#history = $state.raw(new History(defaults.choices));
		this.#look = defaults.look;
		this.#answer = new LiveAnswer(lab, (engine, request) => this.#run(engine, request));
		this.#record = new LiveAnswer(lab, async (engine, answer) => {
			const { module, result, choices } = answer;
			const { edits, breakages } = choices;
			const { step, channel } = result;
			const request = { step, channel, edits, breakages };
			return { of: answer, record: await engine.recordFoldStep(module, request) };
		});
	}

	get choices(): FoldChoices {
		return this.#history.current;
	}

	get step(): FoldStep {
		return this.#look.step;
	}

	/** The followed tap, 0 to 8. */
	get tap(): number {
		return this.#look.tap;
	}

	get look(): FoldLook {
		return this.#look;
	}

	/** The step as it was run on this machine last; null before the first run. */
	get live(): FoldStepResult | null {
		return this.#answer.current?.result ?? null;
	}

	/**
	 * What there is to see: the newest live run, or, before there is one, the toy in plain numbers.
	 * Its step is the one that was run, so that numbers and drawing always belong together.
	 */
	readonly view: FoldStepView = $derived.by(() => this.live ?? stillStep(this.choices, this.step));

	/** The module on view. */
	readonly module: FoldableModule = $derived.by(
		() => this.#answer.current?.module ?? toyModule(this.choices.picture)
	);

	/** The newest live step with everything in it, once it was asked for and has come. */
	get record(): FoldStepRecord | null {
		const answer = this.#record.current;
		return answer !== null && answer.of === this.#answer.current ? answer.record : null;
	}

	get pending(): boolean {
		return this.#answer.pending;
	}

	/** One sentence when the last request failed. */
	get error(): string | null {
		return this.#lab.failure ?? this.#answer.error;
	}

	/** What `undo` and `redo` would do, or null. */
	get undoLabel(): string | null {
		return this.#history.undoLabel;
	}

	get redoLabel(): string | null {
		return this.#history.redoLabel;
	}

	/** Whether anything differs from what the lesson shows at first. */
	readonly changed: boolean = $derived.by(
		() =>
			stateKey(this.choices, this.#look) !== stateKey(this.#defaults.choices, this.#defaults.look)
	);

	/** Whether the reader has done anything yet. */
	get touched(): boolean {
		return this.#touched;
	}

	/** Begins to run live; called when the figure comes near the screen, and again after a failure. */
	start = (): void => {
		this.#started = true;
		this.#ask();
	};

	/** Sets out from what an address asks for; nothing of before can be undone. */
	restore({ choices, look }: FoldDefaults): void {
		this.#history = new History(choices);
		this.#look = look;
		this.#ask();
	}

	goTo = (step: FoldStep): void => {
		this.#touched = true;
		this.#look = { ...this.#look, step };
		this.#ask();
	};

	/** Asks for everything in the step that is on view, so that its numbers can be followed. */
	askForRecord = (): void => {
		const answer = this.#answer.current;
		if (answer) this.#record.ask(answer);
	};

	/** One step on or back; stays at the ends. */
	move = (by: 1 | -1): void => {
		const next = FOLD_STEPS[FOLD_STEPS.indexOf(this.step) + by];
		if (next) this.goTo(next);
	};

	followTap = (tap: number): void => {
		this.#touched = true;
		this.#look = { ...this.#look, tap };
	};

	chooseModule = (source: ModuleChoice): void =>
		this.#push('module', chooseModule(this.choices, source));

	choosePicture = (picture: string): void => this.#push('picture', { ...this.choices, picture });

	chooseChannel = (channel: number): void => this.#push('channel', { ...this.choices, channel });

	edit = (edit: ModuleEdit): void => this.#push('edit', changeValue(this.choices, edit));

	toggle = (breakage: Breakage): void =>
		this.#push('break', toggleBreakage(this.choices, breakage));

	/** Takes every edit and mistake back, as one step that can itself be undone. */
	reset = (): void => {
		const { choices, look } = this.#defaults;
		this.#look = look;
		this.#push('reset', choices);
	};

	undo = (): void => {
		this.#history.undo();
		this.#ask();
	};

	redo = (): void => {
		this.#history.redo();
		this.#ask();
	};

	#push(label: FoldChange, choices: FoldChoices): void {
		this.#touched = true;
		this.#history.push(label, choices);
		this.#ask();
	}

	#ask(): void {
		if (this.#started) this.#answer.ask({ choices: this.choices, step: this.step });
	}

	async #run(engine: LiveEngine, request: Request): Promise<Answer> {
		const { choices, step } = request;
		const module =
			choices.source.kind === 'toy'
				? toyModule(choices.picture)
				: await this.networks.open(engine, choices.source, choices.picture);
		const channel = Math.min(choices.channel, module.plan.outChannels - 1);
		const { edits, breakages } = choices;
		return {
			...request,
			module,
			result: await engine.foldStep(module, { step, channel, edits, breakages })
		};
	}
}

/** Equal for states that look the same. */
function stateKey(choices: FoldChoices, look: FoldLook): string {
	const { source, picture, channel, edits, breakages } = choices;
	return JSON.stringify([moduleKey(source), picture, channel, edits, breakages, look]);
}
