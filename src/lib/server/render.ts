import type { Component } from 'svelte';
import { render } from 'svelte/server';

/** Renders what stays as it is: without the marks that only hydration reads. */
export function renderStill<P extends object>(component: Component<P>, props: P): string {
	return renderIsland(component, props).replace(/<!--.*?-->/g, '');
}

/** Renders what the page's script hydrates, with the marks `hydrate` looks for. */
export function renderIsland<P extends object>(component: Component<P>, props: P): string {
	return render(component, { props }).body;
}
