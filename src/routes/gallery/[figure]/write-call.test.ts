import { expect, it } from 'vitest';
import { writeCall } from './write-call.ts';

it('writes what a figure told as it would stand in code, and shortens what is long', () => {
	expect(writeCall('onlayer', ['stem'])).toBe('onlayer("stem")');
	expect(writeCall('onmap', [new Float32Array(3), 2])).toBe('onmap("Float32Array", 2)');
	expect(writeCall('onview', ['x'.repeat(80)])).toHaveLength('onview()'.length + 61);
});

it('leaves out an event of the browser', () => {
	expect(writeCall('onrest', [new Event('change')])).toBe('onrest()');
});
