import { fetchPanels } from './panels-file';

/**
 * Opens what a source's mark rests on, or what a term means, in a panel over the story. The panels are fetched once, when
 * the first is asked for. Without scripts, or when they cannot be had, a mark leads to its place on the page of sources;
 * the next tries again.
 */
export function watchMarkers(home: HTMLElement, close: string): void {
	let opened: Promise<(id: string) => HTMLElement | null> | null = null;

	async function load(): Promise<(id: string) => HTMLElement | null> {
		const [{ mountPanels }, panels] = await Promise.all([import('./islands.svelte'), fetchPanels()]);
		return mountPanels(home, panels, close);
	}

	async function open(id: string): Promise<void> {
		opened ??= load().catch((error: unknown) => {
			opened = null;
			throw error;
		});
		const panel = (await opened)(id);
		if (!panel) throw new Error(`no panel ${id}`);
		panel.showPopover();
	}

	document.addEventListener('click', (event) => {
		const marker = (event.target as Element).closest<HTMLAnchorElement>('a:is(.src, .term)');
		if (!marker || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
		event.preventDefault();
		open(marker.hash.slice(1)).catch(() => location.assign(marker.href));
	});
}
