/** Keeps a choice of the reader's in the address, or takes it out: nothing is stored on their device. */
export function keep(name: string, value: string | null): void {
	const url = new URL(location.href);
	if (value === null) url.searchParams.delete(name);
	else url.searchParams.set(name, value);
	history.replaceState(history.state, '', url);
}
