/** The tour's lesson, which the site's build has written beside the page. */
import { asset } from '$app/paths';
import type { TourLesson } from './tour.svelte.ts';

/** @throws Error when it is not there, or another page stands in its place */
export async function fetchTour(): Promise<TourLesson> {
	const response = await fetch(asset('/network/tour.json'));
	if (!response.ok) throw new Error(`The tour is not there (${response.status}).`);
	const content = (await response.json()) as TourLesson | null;
	if (!Array.isArray(content?.lesson.cells)) throw new Error('The tour is something else.');
	return content;
}
