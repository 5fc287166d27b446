/** The whole bundle, as scripts/offline/bundle.ts wraps it: a function that is run once in the page and once in each worker. */
declare const vsa: () => void;

/** What a worker of the bundle is to be: a file of src/lib by its path. */
export const roleHere = (): string | undefined => (globalThis as { vsaRole?: string }).vsaRole;

/**
 * In place of `new Worker(new URL(…))`, which a page opened from a disk is refused: the worker runs this very bundle, from
 * a blob. Its address is kept, since a worker may start another of its kind by it.
 */
export function openWorker(role: string): Worker {
	const source = `self.vsaRole=${JSON.stringify(role)};(${vsa})()`;
	return new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
}
