/**
 * One run of the lab: a fresh worker for each backend, so that nothing of an earlier run is left in it;
 * rounds as they come; stop; and what the page saw meanwhile.
 */
import type { MeasureConnection } from '#lib/engine/measure-client.ts';
import type { MeasureProgress } from '#lib/engine/measure-protocol.ts';
import type { Backend } from '#lib/engine/protocol.ts';
import type { Experiment } from '#lib/measure/experiment.ts';
import type { Conditions, Machine, Measurement, Round } from '#lib/measure/measurement.ts';
import type { MeasuredRounds } from '#lib/measure/summary.ts';
import { activityOf, roundOff, type TimingActivity } from './timing-activity.ts';

interface TimingRequest {
	readonly experiment: Experiment;
	readonly rounds: number;
	readonly seed: number;
	/** One run on each, one after another. */
	readonly backends: readonly Backend[];
}

/** What a run needs from the page around it. */
interface Surroundings {
	readonly now: () => Date;
	readonly machine: () => Machine;
	/** Calls back at once if the page is out of sight, and whenever it goes; returns the way to end that. */
	readonly watchHidden: (onhidden: () => void) => () => void;
}

/** A backend that this machine does not have, and why. */
interface Refusal {
	readonly backend: Backend;
	readonly reason: string;
}

/** How long the worker may take to hear that it is to stop, in milliseconds. */
const PATIENCE = 4000;

export class TimingSession {
	readonly #connect: () => MeasureConnection;
	readonly #surroundings: Surroundings;
	#connection: MeasureConnection | null = null;
	/** Ends the wait for a worker that does not answer. */
	#giveUp: ((reason: Error) => void) | null = null;
	#stopped = false;
	#activity: TimingActivity = $state.raw({ kind: 'idle' });
	#live: MeasuredRounds | null = $state.raw(null);
	#refused: readonly Refusal[] = $state.raw([]);
	#failure: string | null = $state(null);
	#hidden = $state(false);

	constructor(connect: () => MeasureConnection, surroundings: Surroundings) {
		this.#connect = connect;
		this.#surroundings = surroundings;
	}

	get activity(): TimingActivity {
		return this.#activity;
	}

	get running(): boolean {
		return this.#activity.kind !== 'idle';
	}

	/** The rounds of the run under way; null when there is none. */
	get live(): MeasuredRounds | null {
		return this.#live;
	}

	/** Backends that the last run asked for in vain. */
	get refused(): readonly Refusal[] {
		return this.#refused;
	}

	/** One sentence when the last run failed. */
	get failure(): string | null {
		return this.#failure;
	}

	/** Whether the page has been out of sight during the run under way. */
	get hidden(): boolean {
		return this.#hidden;
	}

	/**
	 * Measures on every backend asked for. Never rejects.
	 * @param onmeasured hears each measurement when it is done, a stopped one too if it has any round
	 */
	async measure(
		request: TimingRequest,
		onmeasured: (measurement: Measurement) => void
	): Promise<void> {
		if (this.running) return;
		this.#stopped = false;
		this.#refused = [];
		this.#failure = null;
		for (const backend of request.backends) {
			if (this.#stopped) break;
			try {
				const measurement = await this.#measureOn(backend, request);
				if (measurement) onmeasured(measurement);
			} catch (error) {
				if (!this.#stopped) this.#failure = error instanceof Error ? error.message : String(error);
			}
		}
		this.#activity = { kind: 'idle' };
		this.#live = null;
	}

	/** Ends the run; what was measured is kept. */
	stop = (): void => {
		if (!this.running || this.#stopped) return;
		this.#stopped = true;
		void this.#connection?.cancel();
		const giveUp = this.#giveUp;
		setTimeout(() => giveUp?.(new Error('Stopped.')), PATIENCE);
	};

	close = (): void => {
		this.#stopped = true;
		this.#giveUp?.(new Error('Closed.'));
		this.#disconnect();
	};

	async #measureOn(backend: Backend, request: TimingRequest): Promise<Measurement | null> {
		const { experiment, rounds: wanted, seed } = request;
		this.#activity = { kind: 'starting', backend };
		this.#live = null;
		this.#hidden = false;
		const unwatch = this.#surroundings.watchHidden(() => (this.#hidden = true));
		const taken = this.#surroundings.now().toISOString();
		const started = performance.now();
		const rounds: Round[] = [];
		let conditions: Conditions | null = null;
		const listen = (progress: MeasureProgress): void => {
			if (progress.stage === 'measuring') {
				conditions = progress.conditions;
				rounds.push(...progress.rounds.map(roundOff));
				const { repetitions } = conditions;
				this.#live = { experiment, repetitions, rounds: [...rounds], roundsWanted: wanted };
			}
			this.#activity = activityOf(progress, backend, rounds, wanted);
		};
		try {
			const connection = this.#open();
			const work = this.#work(connection, backend, { experiment, rounds: wanted, seed }, listen);
			const isThere = await Promise.race([work, this.#failureOf(connection)]);
			if (!isThere) return null;
		} catch (error) {
			// A worker that was stopped, or has crashed, leaves the rounds that came before.
			if (!this.#stopped) throw error;
		} finally {
			unwatch();
			this.#disconnect();
		}
		if (conditions === null || rounds.length === 0) return null;
		return {
			...(conditions as Conditions),
			...{ id: `${taken}-${backend}-${Math.round(started)}`, taken, experiment, seed },
			...{ roundsWanted: wanted, rounds, hidden: this.#hidden },
			machine: this.#surroundings.machine()
		};
	}

	#open(): MeasureConnection {
		this.#connection = this.#connect();
		return this.#connection;
	}

	/** @returns false when this machine does not have the backend */
	async #work(
		connection: MeasureConnection,
		backend: Backend,
		request: { experiment: Experiment; rounds: number; seed: number },
		listen: (progress: MeasureProgress) => void
	): Promise<boolean> {
		const report = await connection.start(backend);
		if (report.backend !== backend) {
			const reason = report.refused.find((refusal) => refusal.backend === backend)?.reason ?? '';
			this.#refused = [...this.#refused, { backend, reason }];
			return false;
		}
		if (this.#stopped) return true;
		await connection.measure(request, listen);
		return true;
	}

	#failureOf(connection: MeasureConnection): Promise<never> {
		return new Promise((_, reject) => {
			this.#giveUp = reject;
			connection.onfailure = (message) => reject(new Error(message));
		});
	}

	#disconnect(): void {
		this.#connection?.close();
		this.#connection = null;
		this.#giveUp = null;
	}
}
