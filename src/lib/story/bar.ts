import type { Timeline } from './timeline';

/**
 * Makes the strip at the foot of the page (lib/ui/Bar.svelte, the server's HTML) follow the reader and lead about.
 * `show(index)` says which step is on stage.
 */
export function createBar(
	timeline: Timeline,
	lang: 'fr' | 'en',
	go: (index: number) => void
): { show(index: number): void } {
	const bar = document.querySelector('.bar') as HTMLElement;
	const list = document.getElementById('chapters') as HTMLElement;
	const open = bar.querySelector('.bar-chapter') as HTMLElement;
	const [previous, next] = bar.querySelectorAll<HTMLButtonElement>('.bar-step');
	const links = [...list.querySelectorAll<HTMLAnchorElement>('ol a')];
	const count = bar.querySelector('.bar-count') as HTMLElement;
	const other = bar.querySelector('.bar-lang') as HTMLAnchorElement;
	const cells = [...bar.querySelectorAll('.cell')];
	const done = [...bar.querySelectorAll('.done')];
	const chapters = open.dataset.chapters as string;
	const widths = done.map(() => -1);
	let at = 0;
	let number = -1;

	previous.addEventListener('click', () => go(at - 1));
	next.addEventListener('click', () => go(at + 1));
	list.addEventListener('click', (event) => {
		const i = links.indexOf((event.target as Element).closest('a') as HTMLAnchorElement);
		if (i < 0) return;
		event.preventDefault();
		list.hidePopover();
		go(timeline.chapters[i].first);
	});

	return {
		show(index) {
			at = index;
			const chapter = timeline.chapterAt(index);
			const now = timeline.chapters.findIndex((c) => c.id === chapter.id);
			timeline.chapters.forEach((c, i) => {
				const width = 9 * Math.max(0, Math.min(1, (index + 1 - c.first) / c.steps.length));
				if (width !== widths[i]) done[i].setAttribute('width', String((widths[i] = width)));
				if (now === number || (i !== now && i !== number && number >= 0)) return;
				for (const rect of [cells[i], done[i]]) {
					rect.setAttribute('y', i === now ? '0.5' : '3.5');
					rect.setAttribute('height', i === now ? '13' : '7');
				}
			});
			if (now !== number) {
				links[number]?.removeAttribute('aria-current');
				links[now].setAttribute('aria-current', 'true');
				number = now;
				open.querySelector('b')!.textContent = String(now);
				open.querySelector('span')!.textContent = chapter.short;
				open.setAttribute('aria-label', `${chapters} : ${chapter.short}`);
			}
			count.textContent = `${index + 1}/${timeline.ids.length}`;
			previous.disabled = index === 0;
			next.disabled = index === timeline.ids.length - 1;
			other.href = `../${lang === 'fr' ? 'en' : 'fr'}/#${timeline.ids[index]}`;
		}
	};
}
