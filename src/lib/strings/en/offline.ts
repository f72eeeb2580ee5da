/** Words about using the site without a network. Numbers come in as text, already formatted. */
export const offline = {
	title: 'Without a network',
	/** What the service worker says where something is not here. */
	missing: 'not available offline: this part is not on this computer yet',
	missingPage: {
		title: 'Not available offline',
		text: 'There is no network, and this page of the RepGhost Notebook is not on this computer yet. Open it again when there is a network.',
		again: 'Try again',
		start: 'Start page'
	},

	ready: (files: string, size: string) =>
		`✓ Ready for teaching without a network: all ${files} files, ${size}, are on this computer.`,
	version: (version: string) => `Version ${version}`,
	making: 'Making it ready for use without a network',
	progress: (files: string, allFiles: string, bytes: string, allBytes: string) =>
		`${files} of ${allFiles} files, ${bytes} of ${allBytes}`,
	soon: 'Not ready yet: that begins by itself, a few seconds after a page has opened. You can go on reading.',
	elsewhere: 'Another tab of this site is making it ready.',
	none: 'Not ready: without a network this site does not open.',
	frugal:
		'Not ready: this connection is slow, or asks to save data. Nothing is fetched before you ask for it.',
	size: 'About 18 MB are kept; on most hosts 5 to 6 MB are fetched for them.',
	insecure:
		'This address cannot be made ready for use without a network: browsers allow that for https, and for a server on this same computer, and for nothing else. While the server can be reached, all of it works.',
	unsupported:
		'This browser cannot keep the site for use without a network; private windows often cannot. With a network all of it works.',
	ended: {
		'broken-off': 'Not ready yet: the connection broke off. What has arrived stays.',
		refused:
			'Not ready: some files came in another form than this site was built with. A filter or a log-in page of the network may change them. What has arrived stays.',
		full: 'Not ready: the browser has no room to keep it. Free some space on this computer and go on; with a network the site works as it is.',
		'other-build': 'A new version of this site is there. Reload the page to make that one ready.'
	},
	make: 'Make ready now',
	goOn: 'Go on',
	repair: 'Repair',
	remove: 'Remove from this computer',
	repairHelp: 'Repair reads every file, and fetches anew what is damaged.',
	checked: '✓ Every file was read, and all are right. Ready for teaching without a network.',
	unchecked:
		'Nothing could be checked: that takes a network. What is on this computer stays there.',
	without:
		'Published weights are not part of it: download them on the network page, each once, while there is a network.',
	removed: 'Removed from this computer.',

	newVersion:
		'There is a new version of this site. Reload when it suits you: until then this page works as before.',
	reload: 'Reload',

	/** For teachers. */
	teach: {
		lead: 'Lessons, figures, exercises, code cells and the networks of this site run on the computer that shows them. There are three ways to bring them there.',
		ways: {
			visit: {
				title: 'Visit the site once, before the class.',
				text: 'The browser keeps all of it, and then opens it at the same address without a network; the line below says when it is ready. Each student’s browser does the same for itself. Where a whole class shares one slow line, let them do so the day before, or one group after the other: pages and figures that are being read come first, and the rest follows when the line is free.'
			},
			own: {
				title: 'Run it on your own computer.',
				text: 'With its source and Node, npm start serves it, from the second time on without a network; README.md says how. Nothing has to be made ready for that.'
			},
			stick: {
				title: 'Carry it on a USB stick.',
				text: 'Copy the folder build, or a zip of it, and serve it with any small file server; README.md names one. For a class without internet, serve it to the room from your computer: the address then begins with http, browsers do not keep such a site, and it works as long as your computer serves it. Opened as a file, by a double click, it does not work.'
			}
		}
	}
} as const;
