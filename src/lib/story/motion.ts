const reduced = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Whether things move: as the address asks, else as the reader has set their device. */
export function wantsMotion(): boolean {
	const asked = new URLSearchParams(location.search).get('motion');
	return asked ? asked === 'on' : !reduced();
}

/** Keeps the reader's choice in the address, where it differs from their device's; nothing is stored. */
export function keepMotion(on: boolean): void {
	const url = new URL(location.href);
	if (on === !reduced()) url.searchParams.delete('motion');
	else url.searchParams.set('motion', on ? 'on' : 'off');
	history.replaceState(history.state, '', url);
}
