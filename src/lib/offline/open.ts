import { fileOf, mendLinks, singleOf } from './links';
import { roleHere } from './workers';

/** What a page's script gives: the story's is started, others start as they are run. */
type Page = () => Promise<{ start?: () => Promise<void> } | object>;

/** Shows every step unrolled, as static/start.js does where the story cannot be started. */
function unroll(error: unknown): void {
	document.querySelector('.scrolled')?.classList.remove('scrolled');
	document.documentElement.dataset.fallback = 'script';
	console.error(String(error));
}

async function openPage(name: string | undefined, pages: Record<string, Page>): Promise<void> {
	const single = document.documentElement.dataset.single !== undefined;
	// A figure in a sandbox runs on this bundle too, from its host: there links are right as they are.
	if (location.protocol === 'file:') mendLinks(single ? singleOf : fileOf);
	document.querySelector('.scrolled')?.classList.add('begun');
	try {
		if (!name || !pages[name]) throw new Error(`This folder has no script for the page "${name}"`);
		const page = await pages[name]();
		if ('start' in page) await page.start?.();
	} catch (error) {
		unroll(error);
	}
}

/**
 * Runs the bundle of the pages that are opened from a disk: in a page the one its script element names (`data-entry`), in a
 * worker what it was started to be.
 */
export function open(pages: Record<string, Page>, workers: Record<string, Page>): void {
	const role = roleHere();
	if (role) void workers[role]();
	else void openPage((document.currentScript as HTMLScriptElement | null)?.dataset.entry, pages);
}
