import { flushSync, hydrate, mount, type ComponentProps } from 'svelte';
import Bar from '../ui/Bar.svelte';
import Sources from '../ui/Sources.svelte';
import { Reader } from './reader.svelte';

/**
 * The parts of the page that Svelte owns, and Svelte with them: fetched when the first is needed, so that the first view
 * goes without.
 */

/**
 * Takes over the strip the server rendered in `target`, node by node. It follows the reader returned; hydrated on the step
 * it was rendered on, it is the same until that changes.
 */
export function hydrateStrip(target: HTMLElement, props: Omit<ComponentProps<typeof Bar>, 'reader'>): Reader {
	const reader = new Reader();
	hydrate(Bar, { target, props: { ...props, reader } });
	flushSync();
	return reader;
}

/** Puts panels of sources in `target`, each when it is first asked for; `panels` are HTML by id. Null for an unknown id. */
export function mountPanels(
	target: HTMLElement,
	panels: Record<string, string>,
	close: string
): (id: string) => HTMLElement | null {
	let shown = $state.raw<Record<string, string>>({});
	mount(Sources, {
		target,
		props: {
			get panels() {
				return shown;
			},
			close
		}
	});
	return (id) => {
		if (!(id in panels)) return null;
		shown = { ...shown, [id]: panels[id] };
		flushSync();
		return document.getElementById(`src-${id}`);
	};
}
