/** `npm run weights` as a whole, against a hub on this computer. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createArchitecture } from '#lib/core/network/architecture.ts';
import { answers, FakeHub } from '../support/fake-hub.ts';
import { randomState, timmFile } from '../support/weight-files.ts';
import { readOptions } from '../../src/cli/weights.mjs';

const program = path.resolve(import.meta.dirname, '../../src/cli/weights.mjs');
const out = mkdtempSync(path.join(tmpdir(), 'weights-'));
const architecture = createArchitecture('repghostnet', { width: 0.5 });
const hub = new FakeHub(timmFile(randomState(architecture, 'training-time')));

beforeAll(() => hub.start());
afterAll(async () => {
	rmSync(out, { recursive: true, force: true });
	await hub.stop();
});

function weights(...parameters: string[]) {
	const child = spawn(process.execPath, [program, ...parameters, '--out', out]);
	let said = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => (said += text));
	}
	return new Promise<{ said: string; status: number | null }>((done) => {
		child.once('close', (status) => done({ said, status }));
	});
}

test('a file comes with its length and hash in the list, over a break', async () => {
	hub.next.file = (request, response) => {
		const half = hub.bytes.length >> 1;
		if (!request.headers.range) return answers.dropped(hub.bytes, half)(request, response);
		hub.sendFrom(response, Number(/\d+/.exec(request.headers.range)![0]), true);
	};
	const { said, status } = await weights('repghostnet_050', '--hub', hub.address);
	expect(said).toContain('Going on from there');
	expect(status).toBe(0);
	expect(readdirSync(out).sort()).toEqual(['index.json', 'repghostnet_050.in1k.safetensors']);
	expect(
		Buffer.compare(readFileSync(path.join(out, 'repghostnet_050.in1k.safetensors')), hub.bytes)
	).toBe(0);
	expect(JSON.parse(readFileSync(path.join(out, 'index.json'), 'utf8'))).toEqual({
		version: 1,
		files: [
			{
				slug: 'repghostnet_050.in1k',
				fileName: 'repghostnet_050.in1k.safetensors',
				bytes: hub.bytes.length,
				sha256: hub.sha256,
				source: `${hub.address}/timm/repghostnet_050.in1k`
			}
		]
	});
});

test('a file that is not what the hub lists is refused, and those that are here stay', async () => {
	hub.next.file = answers.body(hub.bytes.map((byte, at) => (at === 90_000 ? byte ^ 1 : byte)));
	const damaged = await weights('repghostnet_050', '--hub', hub.address);
	hub.next = {};
	const other = await weights('repghostnet_100', '--hub', hub.address);
	expect([damaged, other].map(({ status }) => status)).toEqual([1, 1]);
	expect(damaged.said).toContain('The file was refused: expected the SHA-256');
	expect(other.said).toContain('expected RepGhostNet 1.0×, found RepGhostNet 0.5×');
	expect(readdirSync(out).sort()).toEqual(['index.json', 'repghostnet_050.in1k.safetensors']);
});

test('a hub out of reach, and a name that nobody knows, end with a sentence', async () => {
	const away = await weights('repghostnet_050', '--hub', 'http://127.0.0.1:9');
	expect(away.status).toBe(1);
	expect(away.said).toContain('127.0.0.1:9 could not be reached.');
	const unknown = await weights('repghostnet_055');
	expect(unknown.status).toBe(1);
	expect(unknown.said).toContain(
		'found "repghostnet_055". Known are repghostnet_050, repghostnet_058'
	);
	expect(unknown.said).toContain('ghostnet_100.');
});

test('options are read as they are meant', () => {
	expect(readOptions(['timm/ghostnet_100.in1k', '--hub', 'https://example.org/'])).toMatchObject({
		networks: ['ghostnet_100'],
		hub: 'https://example.org'
	});
	expect(() => readOptions(['--hub', 'example.org'])).toThrow('expected an address');
	expect(() => readOptions(['--host', 'x'])).toThrow('npm run weights');
});
