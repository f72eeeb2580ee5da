/** Words of the page about the site: sources, words, privacy, access, licences. */
export const about = {
	title: 'About',
	summary:
		'Where the RepGhost Notebook has its facts from, what its words mean, what it keeps, who can use it, and under which licences it stands.',
	lede: 'This site explains RepGhost, a network module by Chen, Guo, Zeng, Xiong and Dong. It is not theirs: mistakes are ours.',
	contents: 'On this page',
	sources: {
		title: 'Sources',
		text: {
			basis:
				'The lessons rest on the opening sections of the paper, on its figures 1, 3 and 4, and on the authors’ code. Its other pages and its tables could not be read for this site. Where a lesson says “not known”, that is why.',
			numbers:
				'Numbers in figures are computed by your browser, not copied; what others have published is marked as such, with its source, and stands together under Results. The same mathematics is compared with PyTorch in the tests of this site, and so is every piece of code that a lesson shows.'
		},
		list: 'What the lessons cite'
	},
	glossary: {
		title: 'Glossary',
		text: 'Every word that a lesson explains, in one or two sentences.'
	},
	words: {
		title: 'How this site uses some words',
		list: {
			macs: {
				word: 'MACs and FLOPs',
				text: 'A MAC is one multiplication and one addition. The paper counts these and calls them FLOPs, as many papers do. This site says MACs.'
			},
			fold: {
				word: 'Fold and fuse',
				text: 'To fold is to move a batch norm or a branch into a kernel. Code often says fuse, and means the same. This site keeps “fuse” for the names of functions.'
			},
			forms: {
				word: 'Training-time, folded, deploy',
				text: 'The training-time form has all branches and batch norms. The folded form has none left. What the authors’ code calls deploy lies between: branches are folded, other batch norms stay.'
			},
			equal: {
				word: 'Equal',
				text: 'Two outputs are called equal when they differ by no more than rounding explains. The difference and the tolerance always stand beside the word.'
			}
		}
	},
	privacy: {
		title: 'Privacy',
		text: 'Nothing leaves this computer. Networks run in your browser, and pictures and files that you open are read there and sent nowhere. One thing is fetched from elsewhere, and only when you press Download on the network page: published weights, from the host that is named there. There are no accounts, no cookies and no counting of visits. Your settings, the cells you have read, the answers you gave, what you measured in the lab and the weights you downloaded are kept in this browser, for you alone; “Clear my data” in the settings forgets them. So that it works without a network, the browser also keeps a copy of this site, about 18 MB, which holds nothing of yours; “Remove from this computer” in the settings takes it away. Links to papers and code lead to other sites, which have rules of their own.'
	},
	access: {
		title: 'Access',
		works: 'What works',
		worksList: {
			keyboard: 'All of it can be used by keyboard alone; “?” lists the keys.',
			colour:
				'Colour is never the only sign: every operation has its glyph or its name, and every map has its numbers.',
			size: 'Light, dark and projector colours; text that can be enlarged; pages from 320 pixels wide on.',
			motion:
				'With less motion asked for, in your system or in the settings, figures change without moving.',
			script: 'Without JavaScript, text, formulas and still figures remain.',
			formulas: 'Formulas carry MathML, which screen readers can read.'
		},
		tested: 'How it was tested',
		testedList: {
			axe: 'On every change, axe looks at every page for faults against WCAG 2.2, levels A and AA: in light, dark and projector colours, and at 320 pixels.',
			uses: 'Other tests use the pages by keyboard, without JavaScript, and with pictures of them compared by eye.',
			browser: 'All of these run in Chromium.'
		},
		limits: 'What is not known to work',
		limitsList: {
			reader: 'Nobody has yet gone through the site with a screen reader from start to end.',
			browsers:
				'Firefox and Safari are not part of the tests. The network page, lessons, the fold stepper, code cells, downloads and use without a network were tried in November 2026 in Firefox 153 and in WebKitGTK 2.50, which has the engine of Safari; they worked. Safari itself was not tried.',
			maps: 'Large grids of feature maps say much to the eye and little to a screen reader; the values of each map can be read one by one.'
		}
	},
	licences: {
		title: 'Licences',
		site: 'The code and the text of this site, and the networks it ships, stand under the MIT licence. The networks were trained here, on scenes that this site draws.',
		packages: 'It is built from the work of others. Their licences:',
		packagesLink: 'licenses.txt',
		fonts:
			'The letters are Source Serif 4, Source Sans 3 and Source Code Pro, by Adobe, under the SIL Open Font License 1.1.',
		paper:
			'The paper and its figures belong to their authors. The drawings here are new ones, made after the paper’s. The authors’ code stands under the MIT licence.'
	}
} as const;
