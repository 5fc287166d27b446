/** Fetches the panels of the sources the story cites, HTML by id. */
export async function fetchPanels(): Promise<Record<string, string>> {
	const response = await fetch('panels.json');
	if (!response.ok) throw new Error(`panels.json answered ${response.status}`);
	return (await response.json()) as Record<string, string>;
}
