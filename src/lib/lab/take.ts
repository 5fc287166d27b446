import { readRun } from './keep';
import type { Lab } from './lab.svelte';

/** Bytes of a run, at most. */
const LONGEST_RUN = 20e6;

/** Opens whatever file a reader chose or dropped: a run that was kept, boxes, or else a film. What is open stays if it cannot be read. */
export function takeFile(lab: Lab, file: File): Promise<void> {
	if (/\.json$/i.test(file.name) || file.type === 'application/json') return takeRun(lab, file);
	// A file of boxes is text; whatever else it says it is, the browser is asked.
	if (/\.(txt|csv)$/i.test(file.name) || file.type.startsWith('text/')) return lab.openBoxes(file);
	return lab.openFile(file);
}

async function takeRun(lab: Lab, file: File): Promise<void> {
	const run = file.size < LONGEST_RUN ? readRun(await file.text()) : null;
	if (!run) return lab.refuse('json');
	lab.close();
	lab.choose(run.choice);
	await lab.ready();
	lab.results.recall(run.marks);
}
