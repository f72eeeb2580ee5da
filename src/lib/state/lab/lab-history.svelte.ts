/** The measurements that this browser keeps, the newest first; removed one by one or all at once. */
import * as v from 'valibot';
import {
	measurementEntries,
	measurementsToCsv,
	serializeMeasurements
} from '#lib/export/measurements.ts';
import type { Measurement } from '#lib/measure/measurement.ts';
import { roundOrder } from '#lib/measure/round-order.ts';
import type { Slot, Store } from '#lib/state/shell/storage.ts';

const MOST_KEPT = 24;
/** Below what the store reads back, in characters. */
const LONGEST_TEXT = 95_000;

const times = v.array(v.pipe(v.number(), v.finite(), v.minValue(0)));

/** Rounds as three lists; their orders follow from the seed. */
const packedSchema = v.object({
	...measurementEntries,
	milliseconds: v.array(times),
	pulses: times,
	gaps: times
});

type Packed = v.InferOutput<typeof packedSchema>;

export class LabHistory {
	readonly #slot: Slot<Packed[]>;
	#list: readonly Measurement[] = $state.raw([]);
	#kept = $state(true);

	constructor(store: Store) {
		this.#slot = store.slot('measurements', 1, v.array(packedSchema), []);
	}

	get list(): readonly Measurement[] {
		return this.#list;
	}

	/** Whether the last change outlives the page. */
	get kept(): boolean {
		return this.#kept;
	}

	/** Reads what is stored; call it in the browser only. */
	reload = (): void => {
		this.#list = this.#slot.read().map(unpack);
	};

	/** The oldest give way when there is no room for more. */
	add(measurement: Measurement): void {
		this.#replace([measurement, ...this.#list]);
	}

	/** All that is kept as the text of a file, see `export/measurements.ts`. */
	toJson = (): string => serializeMeasurements(this.#list);

	toCsv = (): string => measurementsToCsv(this.#list);

	remove(id: string): void {
		this.#replace(this.#list.filter((measurement) => measurement.id !== id));
	}

	clear(): void {
		this.#replace([]);
	}

	#replace(list: readonly Measurement[]): void {
		let packed = list.slice(0, MOST_KEPT).map(pack);
		while (packed.length > 1 && JSON.stringify(packed).length > LONGEST_TEXT) {
			packed = packed.slice(0, -1);
		}
		this.#list = list.slice(0, packed.length);
		this.#kept = this.#slot.write(packed);
	}
}

function pack({ rounds, ...rest }: Measurement): Packed {
	const { things, pairs, control } = rest.experiment;
	return {
		...rest,
		experiment: { things: [...things], pairs: [...pairs], control },
		repetitions: [...rest.repetitions],
		milliseconds: rounds.map(({ milliseconds }) => [...milliseconds]),
		pulses: rounds.map(({ pulse }) => pulse),
		gaps: rounds.map(({ gap }) => gap)
	};
}

function unpack({ milliseconds, pulses, gaps, ...rest }: Packed): Measurement {
	return {
		...rest,
		rounds: milliseconds.map((list, round) => ({
			order: roundOrder(rest.seed, round, list.length),
			milliseconds: list,
			pulse: pulses[round] ?? 0,
			gap: gaps[round] ?? 0
		}))
	};
}
