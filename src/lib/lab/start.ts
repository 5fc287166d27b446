/** Starts the lab's worker. */
export const startWorker = (): Worker => new Worker(new URL('./lab.worker.ts', import.meta.url), { type: 'module' });
