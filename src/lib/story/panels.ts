/**
 * Opens what a source marker rests on, in a panel over the story. The panels are fetched once, when the first is asked
 * for. Without scripts, or when they cannot be had, a marker leads to its place on the page of sources.
 */
export function watchMarkers(close: string): void {
	const home = document.querySelector('.panels') as HTMLElement;
	let panels: Promise<Record<string, string>> | null = null;

	async function open(id: string): Promise<void> {
		panels ??= fetch('panels.json').then((r) => r.json());
		const html = (await panels)[id];
		if (!html) throw new Error(`no panel ${id}`);
		let panel = document.getElementById(`src-${id}`);
		if (!panel) {
			panel = document.createElement('aside');
			panel.popover = 'auto';
			panel.id = `src-${id}`;
			panel.className = 'panel';
			panel.innerHTML = html;
			const button = document.createElement('button');
			button.type = 'button';
			button.textContent = close;
			button.addEventListener('click', () => panel?.hidePopover());
			panel.append(button);
			home.append(panel);
		}
		panel.showPopover();
	}

	document.addEventListener('click', (event) => {
		const marker = (event.target as Element).closest<HTMLAnchorElement>('a.src');
		if (!marker || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
		event.preventDefault();
		open(marker.hash.slice(1)).catch(() => location.assign(marker.href));
	});
}
