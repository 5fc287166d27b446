/** Fetches a file of the site's own (the actors' film, the network), telling how much has come. Rejects when it cannot be had, or was cancelled. */
export async function fetchFile(src: string, signal: AbortSignal, come: (bytes: number) => void): Promise<Blob> {
	const response = await fetch(src, { signal });
	if (!response.ok || !response.body) throw new Error(`${src}: ${response.status}`);
	const parts: Uint8Array<ArrayBuffer>[] = [];
	let bytes = 0;
	const reader = response.body.getReader();
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return new Blob(parts, { type: response.headers.get('content-type') ?? 'video/mp4' });
		parts.push(value);
		come((bytes += value.length));
	}
}
