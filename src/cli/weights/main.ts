/**
 * Fetches published weights and writes them beside their list; bundled and started by `../weights.mjs`.
 * What the site's own download refuses is refused here, by the same code.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import {
	PUBLISHED_WEIGHTS,
	type PublishedWeightsEntry
} from '#lib/core/network/published-weights.ts';
import { PublishedDownload } from '#lib/engine/published-download.ts';
import {
	findOnHub,
	HUB,
	hubRepository,
	SITE_INDEX,
	siteIndex,
	type SiteIndex
} from '#lib/engine/weight-places.ts';

interface Order {
	/** `repghostnet_050`. */
	readonly networks: readonly string[];
	readonly hub: string | null;
	/** A folder. */
	readonly out: string;
}

/** Times that a connection which broke off is taken up again. */
const TRIES = 3;

const shortName = ({ slug }: PublishedWeightsEntry) => slug.replace(/\.in1k$/, '');

/** @throws Error that lists the known names when one is not among them, or there is none */
function entriesOf(networks: readonly string[]): PublishedWeightsEntry[] {
	const known = `Known are ${PUBLISHED_WEIGHTS.map(shortName).join(', ')}.`;
	if (networks.length === 0) throw new Error(`Name at least one network. ${known}`);
	return networks.map((name) => {
		const entry = PUBLISHED_WEIGHTS.find((candidate) => shortName(candidate) === name);
		if (!entry) throw new Error(`Network: found "${name}". ${known}`);
		return entry;
	});
}

/** The list that is there; one that cannot be read gives way to a new one. */
function readIndex(path: string): SiteIndex {
	try {
		return v.parse(siteIndex, JSON.parse(readFileSync(path, 'utf8')));
	} catch {
		return { version: 1, files: [] };
	}
}

/** Writes beside the place first, so that a stopped program leaves no half file. */
function write(path: string, content: string | Uint8Array): void {
	writeFileSync(`${path}.part`, content);
	renameSync(`${path}.part`, path);
}

async function fetchFile(entry: PublishedWeightsEntry, hub: string) {
	const download = new PublishedDownload(entry, (signal) => findOnHub(entry.slug, signal, hub));
	const { signal } = new AbortController();
	for (let attempt = 1; ; attempt++) {
		let said = 0;
		try {
			return await download.run(signal, (done, total) => {
				if (total === null || done < said) return;
				console.log(`  ${(done / 1e6).toFixed(1)} of ${(total / 1e6).toFixed(1)} MB`);
				said = done + total / 5;
			});
		} catch (error) {
			if (download.arrived === 0 || attempt === TRIES) throw error;
			console.log(`  ${(error as Error).message} Going on from there ...`);
		}
	}
}

async function vendor(entry: PublishedWeightsEntry, hub: string, out: string): Promise<void> {
	const { slug } = entry;
	console.log(`${slug} from ${hub} ...`);
	const { bytes, sha256 } = await fetchFile(entry, hub);
	const fileName = `${slug}.safetensors`;
	mkdirSync(out, { recursive: true });
	write(join(out, fileName), bytes);
	const index = join(out, SITE_INDEX);
	const others = readIndex(index).files.filter((file) => file.slug !== slug);
	const source = `${hub}/${hubRepository(slug)}`;
	const files = [...others, { slug, fileName, bytes: bytes.length, sha256, source }];
	files.sort((a, b) => (a.slug < b.slug ? -1 : 1));
	write(index, `${JSON.stringify({ version: 1, files }, null, '\t')}\n`);
	console.log(`  ${join(out, fileName)}, SHA-256 ${sha256}`);
}

const { networks, hub, out } = JSON.parse(process.argv[2] ?? '{}') as Order;
try {
	const entries = entriesOf(networks);
	for (const entry of entries) await vendor(entry, hub ?? HUB, out);
	console.log('The next npm start or npm run build puts them into the site.');
} catch (error) {
	console.error((error as Error).message);
	console.error(
		'Nothing else was changed. Without a connection to the hub, take a file from another computer: "Weights file" on /network/ reads it.'
	);
	process.exitCode = 1;
}
