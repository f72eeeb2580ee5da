/** What the lab's pages and the worker that takes times say to each other. */
import type { Experiment } from '#lib/measure/experiment.ts';
import type { Conditions, Round } from '#lib/measure/measurement.ts';
import type { Backend, BackendReport } from './protocol.ts';

export interface MeasureRequest {
	readonly experiment: Experiment;
	readonly rounds: number;
	/** Of the order in each round, and of weights and inputs. */
	readonly seed: number;
}

export type MeasureProgress =
	| { readonly stage: 'preparing' }
	| { readonly stage: 'warming-up'; readonly done: number; readonly of: number }
	| {
			readonly stage: 'measuring';
			readonly conditions: Conditions;
			/** Those taken since the last call. */
			readonly rounds: readonly Round[];
	  };

/** Every method rejects with an Error whose message is one sentence for the reader. */
export interface MeasureEngine {
	/** Falls back to wasm, then cpu; the report says so. */
	start(backend: Backend): Promise<BackendReport>;
	/**
	 * Takes the times. Every round comes through `onProgress`; settles early after `cancel`.
	 * @returns what it was measured under
	 */
	measure(
		request: MeasureRequest,
		onProgress: (progress: MeasureProgress) => void
	): Promise<Conditions>;
	/** Ends the measurement that runs after the thing that is being timed. */
	cancel(): Promise<void>;
}
