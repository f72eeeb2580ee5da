/**
 * `content/references.yaml`: the sources that lessons cite.
 *
 *     repghost:
 *       short: Chen et al. 2022
 *       citation: C. Chen, Z. Guo, H. Zeng, P. Xiong, J. Dong. RepGhost: … arXiv 2211.06088, 2022.
 *       url: https://arxiv.org/abs/2211.06088
 */
import * as v from 'valibot';
import type { Reference } from '#lib/lesson/lesson.ts';
import { name, words } from './names.ts';
import { YamlSource } from './yaml-source.ts';

const HTTPS = 'an address that begins with https://';

const fields = v.record(
	name,
	v.strictObject({
		short: words,
		citation: words,
		url: v.optional(v.pipe(v.string(HTTPS), v.url(HTTPS), v.startsWith('https://', HTTPS)))
	})
);

/**
 * The references, in the order of the file.
 * @throws LessonError
 */
export function parseReferences(source: string, file: string): Reference[] {
	const yaml = new YamlSource(source, { file, line: 1, what: 'references' });
	return Object.entries(yaml.check(fields)).map(([key, { url = null, ...entry }]) => ({
		key,
		...entry,
		url
	}));
}
