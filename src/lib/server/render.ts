import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { Rendered } from '../ui/rendered';

/** Renders what stays as it is: without the marks that only hydration reads. */
export function renderStill<P extends object>(component: Component<P>, props: P): Rendered {
	return new Rendered(renderIsland(component, props).html.replace(/<!--.*?-->/g, ''));
}

/** Renders what the page's script hydrates, with the marks `hydrate` looks for. */
export function renderIsland<P extends object>(component: Component<P>, props: P): Rendered {
	return new Rendered(render(component, { props }).body);
}
