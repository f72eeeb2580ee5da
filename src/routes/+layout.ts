/** Every page is written to a file at build time, and its address ends in a slash. */
export const prerender = true;
export const trailingSlash = 'always';
