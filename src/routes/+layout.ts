export const prerender = true;
export const trailingSlash = 'always';
/** No page needs a router: each is the server's HTML, and those that do more bring a script of their own (vite.config.ts). */
export const csr = false;
