/** Words of published weights on the network page. Numbers come in as text, already formatted. */
export const published = {
	group: 'ImageNet, published weights',
	option: (name: string) => `${name} · published`,
	keptOption: (name: string) => `${name} · published, kept`,

	title: (name: string) => `${name}, published weights`,
	whatTheyAre: 'These weights were trained on ImageNet: photographs of a thousand kinds of things.',
	from: (host: string, size: string) =>
		`They are not part of this site: they come from ${host}, about ${size}.`,
	fromSite: (size: string) => `This site has the file: ${size}.`,
	page: (repository: string) => `Page of ${repository}`,
	privacy:
		'Nothing is fetched before you press Download. Then your browser asks that host for the file, checks its length and its SHA-256, and keeps it for the next time. Your pictures stay here.',
	privacySite:
		'It comes from this site, and no other host is asked. Your browser checks its length and its SHA-256, and keeps it for the next time.',
	waits: (name: string) =>
		`The published weights of ${name} are not on this computer. Press Download below to fetch them.`,
	download: 'Download',
	retry: 'Try again',
	notNow: 'Not now',
	downloading: (name: string) => `Downloading ${name}`,
	asking: 'asking for the list of files',
	bytesOf: (done: string, total: string) => `${done} of ${total}`,
	alreadyHere: (size: string) => `${size} have arrived and need not come again.`,

	kept: (count: number, size: string) =>
		`Kept on this computer: ${count === 1 ? 'one network' : `${count} networks`}, ${size}`,
	nothingKept: 'Kept on this computer: nothing',
	keptFile: (name: string, size: string) => `${name}, ${size}`,
	notLasting: 'only until this page is closed: the browser gave no room to keep it',
	remove: 'Remove',
	removeNamed: (name: string) => `Remove ${name}`,
	removed: (name: string) => `${name} was removed from this computer.`,
	standing:
		'Trained on photographs, not on drawn scenes: give it a photograph to see what it can do.'
};
