import { onMount } from 'svelte';

/** The time of day in milliseconds, for a component that shows what passes: it is read four times a second. */
export function useNow(): { readonly ms: number } {
	let ms = $state(Date.now());
	onMount(() => {
		const pulse = setInterval(() => (ms = Date.now()), 250);
		return () => clearInterval(pulse);
	});
	return {
		get ms() {
			return ms;
		}
	};
}
