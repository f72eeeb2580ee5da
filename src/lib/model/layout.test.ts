/** Two readings of the same memory must agree on every value. */
import { expect, test } from 'vitest';
import { laidMaps } from '#lib/core/maps/map-statistics.ts';
import { laidAsRead, toChannelsFirst, type RawMaps } from './layout.ts';

test('maps read as they lie are those that were reordered', () => {
	const [rows, columns, channels] = [3, 5, 4];
	const raw: RawMaps = {
		shape: [1, rows, columns, channels],
		data: Float32Array.from({ length: rows * columns * channels }, (_, index) => index)
	};
	const [asRead, reordered] = [laidAsRead(raw), laidMaps(toChannelsFirst(raw))];
	expect(asRead.columns).toBe(columns);
	expect(reordered.columns).toBe(columns);
	for (let channel = 0; channel < channels; channel++) {
		for (let value = 0; value < rows * columns; value++) {
			const [here, there] = [asRead, reordered].map(
				({ data, mapStep, valueStep }) => data[channel * mapStep + value * valueStep]
			);
			expect(here).toBe(value * channels + channel);
			expect(there).toBe(here);
		}
	}
});
