/**
 * The page in the place of one that cannot be had: no network, and no copy of it on this computer. It
 * stands for itself, since no style sheet or script may be here either.
 */
import { offline } from '#lib/strings/en/offline.ts';

/** @param scope the whole address of the site's start page */
export function missingPage(scope: string): Response {
	const { title, text, start, again } = offline.missingPage;
	const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
body { max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem; font: 1.125rem/1.5 Georgia, serif }
a { color: inherit }
</style>
<main>
<h1>${title}</h1>
<p>${text}</p>
<p><a href="">${again}</a></p>
<p><a href="${scope}">${start}</a></p>
</main>
</html>`;
	const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'";
	const headers = { 'content-type': 'text/html;charset=utf-8', 'content-security-policy': policy };
	return new Response(html, { status: 503, headers });
}
