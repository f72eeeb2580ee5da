/**
 * A model hub on this computer: lists files and sends downloads on to another port, as the real one does,
 * and misbehaves as a test asks.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

interface Misbehaviour {
	/** In place of the listing. */
	listing?: Answer | undefined;
	/** In place of the file. */
	file?: Answer | undefined;
}

export class FakeHub {
	readonly bytes: Uint8Array;
	readonly sha256: string;
	/** What was asked for: `list`, `file`, `file from 100`. */
	readonly log: string[] = [];
	next: Misbehaviour = {};
	readonly #servers: Server[] = [];
	#hub = '';
	#store = '';

	constructor(bytes: Uint8Array) {
		this.bytes = bytes;
		this.sha256 = createHash('sha256').update(bytes).digest('hex');
	}

	get address(): string {
		return this.#hub;
	}

	async start(): Promise<void> {
		this.#store = await this.#listen((request, response) => this.#send(request, response));
		this.#hub = await this.#listen((request, response) => this.#route(request, response));
	}

	async stop(): Promise<void> {
		for (const server of this.#servers) {
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		}
	}

	/** The listing as the hub gives it, with changes to the file's entry. */
	entries(changes: Readonly<Record<string, unknown>> = {}): unknown[] {
		const size = this.bytes.length;
		return [
			{ type: 'file', oid: '0'.repeat(40), size: 1519, path: '.gitattributes' },
			{
				type: 'file',
				oid: '1'.repeat(40),
				size,
				lfs: { oid: this.sha256, size, pointerSize: 132 },
				xetHash: '2'.repeat(64),
				path: 'model.safetensors',
				...changes
			}
		];
	}

	#route(request: IncomingMessage, response: ServerResponse): void {
		const path = request.url ?? '';
		if (/^\/api\/models\/timm\/[a-z0-9._]+\/tree\/main$/.test(path)) {
			this.log.push('list');
			if (this.next.listing) return this.next.listing(request, response);
			return sendJson(response, this.entries());
		}
		if (/^\/timm\/[a-z0-9._]+\/resolve\/main\/model\.safetensors$/.test(path)) {
			response.writeHead(302, { location: `${this.#store}/blob?signature=a%2Fb` }).end();
			return;
		}
		response.writeHead(404).end();
	}

	#send(request: IncomingMessage, response: ServerResponse): void {
		const begin = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1];
		this.log.push(begin === undefined ? 'file' : `file from ${begin}`);
		if (this.next.file) return this.next.file(request, response);
		this.sendFrom(response, Number(begin ?? 0), begin !== undefined);
	}

	/** The file or its rest, with true headers. */
	sendFrom(response: ServerResponse, begin: number, partial: boolean): void {
		const { length } = this.bytes;
		response.writeHead(partial ? 206 : 200, {
			'content-type': 'binary/octet-stream',
			'content-length': length - begin,
			...(partial && { 'content-range': `bytes ${begin}-${length - 1}/${length}` })
		});
		response.end(this.bytes.subarray(begin));
	}

	async #listen(answer: Answer): Promise<string> {
		const server = createServer(answer);
		this.#servers.push(server);
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
		return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	}
}

export function sendJson(response: ServerResponse, value: unknown): void {
	response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

export const answers = {
	status:
		(status: number): Answer =>
		(_, response) =>
			void response.writeHead(status).end(),
	body:
		(body: string | Uint8Array, type = 'binary/octet-stream'): Answer =>
		(_, response) =>
			void response.writeHead(200, { 'content-type': type }).end(body),
	/** Says the whole length, sends the first part, and breaks off. */
	dropped:
		(bytes: Uint8Array, after: number): Answer =>
		(_, response) => {
			response.writeHead(200, { 'content-length': bytes.length });
			response.write(bytes.subarray(0, after), () => response.socket?.destroy());
		},
	gzipped:
		(bytes: Uint8Array): Answer =>
		(_, response) =>
			void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(bytes)),
	/** Closes the connection before a single byte. */
	closed: (): Answer => (request) => void request.socket.destroy()
};
