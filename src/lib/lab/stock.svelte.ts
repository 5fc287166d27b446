import { fetchFile } from './files';

/** Files of the site's own that are fetched when they are asked for. */
export type SiteFile = 'film' | 'network';

/** What has been fetched of the site's files, and what is being fetched. */
export class Stock {
	fetched = $state.raw<Partial<Record<SiteFile, Blob>>>({});
	fetching = $state<{ what: SiteFile; bytes: number } | null>(null);
	#stop: AbortController | null = null;

	constructor(readonly files: Record<SiteFile, { src: string; bytes: number }>) {}

	/** `lost` when it could not be had; to cancel is not to lose. */
	async get(what: SiteFile): Promise<'here' | 'lost' | 'cancelled'> {
		this.#stop = new AbortController();
		const { signal } = this.#stop;
		this.fetching = { what, bytes: 0 };
		try {
			const file = await fetchFile(this.files[what].src, signal, (bytes) => (this.fetching = { what, bytes }));
			this.fetched = { ...this.fetched, [what]: file };
			return 'here';
		} catch {
			return signal.aborted ? 'cancelled' : 'lost';
		} finally {
			this.fetching = null;
		}
	}

	cancel(): void {
		this.#stop?.abort();
	}
}
