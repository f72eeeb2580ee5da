/**
 * The ESLint rule that keeps the table of `import-table.mjs`. It looks at where an import leads, so
 * `#lib/ui/Button.svelte` and `../ui/Button.svelte` are the same to it, and at every way to import:
 * static, `export … from`, `import()`, a type, and `new URL('…', import.meta.url)` of a worker.
 */
import { dirname, relative, resolve, sep } from 'node:path';
import { mayImport, packageOwners, withoutPackages } from './import-table.mjs';
import { root } from './project.mjs';

/**
 * Names the place of a file in the table.
 * @param {string} file absolute path
 * @returns {{ folder: string, inside: string } | undefined} the folder and the path inside it;
 *     undefined outside of `src/lib`, `src/routes` and `src/cli`
 */
function placeOf(file) {
	const [top, folder, ...rest] = relative(root, file).split(sep);
	if (top !== 'src' || folder === undefined) return undefined;
	if (folder === 'routes' || folder === 'cli') return { folder, inside: rest.join('/') };
	const [inLib, ...inside] = rest;
	if (folder !== 'lib' || inLib === undefined) return undefined;
	return { folder: inLib, inside: inside.join('/') };
}

/**
 * Finds the file that an import leads to.
 * @param {string} specifier as written
 * @param {string} importer absolute path of the importing file
 * @returns {string | undefined} absolute path; undefined for a package
 */
function resolveImport(specifier, importer) {
	const [path = ''] = specifier.split('?');
	if (path.startsWith('#lib/')) return resolve(root, 'src/lib', path.slice('#lib/'.length));
	if (path.startsWith('.')) return resolve(dirname(importer), path);
	return undefined;
}

/**
 * Says why a folder may not import a package.
 * @param {string} folder
 * @param {string} name the package, as written
 * @returns {string | undefined} undefined when it may
 */
function refusePackage(folder, name) {
	if (withoutPackages.includes(folder)) {
		return `${folder} is plain TypeScript and may not import the package ${name}.`;
	}
	const owner = packageOwners.find((entry) => entry.name.test(name));
	if (owner === undefined || owner.onlyIn.includes(folder)) return undefined;
	return `${folder} may not import ${name}: only ${owner.onlyIn.join(', ')} and tests may.`;
}

/**
 * Says why a file may not hold an import.
 * @param {string} specifier as written
 * @param {string} importer absolute path of the importing file
 * @returns {string | undefined} undefined when it may
 */
function refuseImport(specifier, importer) {
	const from = placeOf(importer);
	if (from === undefined || /\.test\.ts$/.test(importer)) return undefined;
	const target = resolveImport(specifier, importer);
	if (target === undefined) return refusePackage(from.folder, specifier);
	const to = placeOf(target);
	if (to === undefined) {
		const isTest = relative(root, target).startsWith(`tests${sep}`);
		return isTest ? 'Only tests may import from tests/.' : undefined;
	}
	const allowed = mayImport[from.folder];
	if (allowed === undefined) return `The folder ${from.folder} is missing in import-table.mjs.`;
	if (to.folder === from.folder || allowed.includes(to.folder)) return undefined;
	if (allowed.includes(`${to.folder}/${to.inside}`)) return undefined;
	return `${from.folder} may not import ${to.folder}/${to.inside}: it may import ${allowed.join(', ') || 'nothing'}.`;
}

/**
 * The text of a node that is a string written out.
 * @param {any} node
 * @returns {string | undefined}
 */
function literalText(node) {
	return typeof node?.value === 'string' ? node.value : undefined;
}

/** @type {import('eslint').Rule.RuleModule} */
export const importDirection = {
	meta: { type: 'problem', schema: [] },
	create(context) {
		/** @param {any} node @param {any} source the node of the specifier */
		function look(node, source) {
			const specifier = literalText(source);
			const message = specifier && refuseImport(specifier, context.filename);
			if (message) context.report({ node, message });
		}
		/** @param {any} node */
		const lookAtSource = (node) => look(node, node.source);
		return {
			ImportDeclaration: lookAtSource,
			ExportAllDeclaration: lookAtSource,
			ExportNamedDeclaration: lookAtSource,
			ImportExpression: lookAtSource,
			/** @param {any} node */
			TSImportType: (node) => look(node, node.source ?? node.argument?.literal),
			/** @param {any} node */
			NewExpression(node) {
				const isFile = node.callee.name === 'URL' && node.arguments[1]?.type === 'MemberExpression';
				const text = isFile ? literalText(node.arguments[0]) : undefined;
				// `new URL('worker.ts', import.meta.url)` is relative without a dot.
				if (text) look(node, { value: /^[.#]/.test(text) ? text : `./${text}` });
			}
		};
	}
};
