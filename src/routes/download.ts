const TYPES: Readonly<Record<string, string>> = {
	json: 'application/json',
	csv: 'text/csv',
	png: 'image/png'
};

/** Hands text or bytes to the browser as a file. */
export function download(fileName: string, content: string | Uint8Array): void {
	const type = TYPES[fileName.split('.').at(-1)!] ?? 'application/octet-stream';
	const part = typeof content === 'string' ? content : Uint8Array.from(content);
	const address = URL.createObjectURL(new Blob([part], { type }));
	const link = document.createElement('a');
	link.href = address;
	link.download = fileName;
	link.click();
	// Some browsers read the address only after the click has been handled.
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
