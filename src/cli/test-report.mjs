/**
 * Reads how many tests passed and failed out of the JSON reports of Vitest and Playwright.
 */

/** How many passed, failed and were skipped. @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Reads a field that must be a number.
 * @param {unknown} report
 * @param {string} field
 * @returns {number}
 */
function count(report, field) {
	const value = /** @type {Record<string, unknown> | null | undefined} */ (report)?.[field];
	if (typeof value === 'number') return value;
	throw new Error(`Expected a number in the test report's field "${field}", found ${value}.`);
}

/**
 * Counts a report of `vitest --reporter=json`. A file that could not be loaded counts as one failed.
 * @param {any} report the parsed file
 * @returns {Counts}
 */
export function countVitest(report) {
	/** @type {{ status: string, assertionResults: unknown[] }[]} */
	const files = report.testResults;
	const unloaded = files.filter(
		(file) => file.status === 'failed' && file.assertionResults.length === 0
	);
	return {
		passed: count(report, 'numPassedTests'),
		failed: count(report, 'numFailedTests') + unloaded.length,
		skipped: count(report, 'numPendingTests') + count(report, 'numTodoTests')
	};
}

/**
 * Counts a report of `playwright test --reporter=json`. An error outside the tests counts as one failed.
 * @param {any} report the parsed file
 * @returns {Counts}
 */
export function countPlaywright(report) {
	return {
		passed: count(report.stats, 'expected'),
		failed: count(report.stats, 'unexpected') + count(report.stats, 'flaky') + report.errors.length,
		skipped: count(report.stats, 'skipped')
	};
}

/**
 * What a suite's counts come to, given how its program ended: one that ran no test, or that failed
 * without naming a test, has failed.
 * @param {Counts} counts
 * @param {boolean} endedWell
 * @returns {Counts}
 */
export function judge(counts, endedWell) {
	const ran = counts.passed + counts.failed;
	const failed = ran === 0 || (!endedWell && counts.failed === 0) ? 1 : counts.failed;
	return { ...counts, failed };
}
