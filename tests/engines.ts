import { it } from 'vitest';
import { enginesHere, openIn, type Engine } from './browsers';
import type { Host } from './server';

export { openIn, type Engine };

export interface Probe {
	/** Where the host's page is opened, in a frame of the probe's own page. */
	path: string;
	width?: number;
	height?: number;
	/**
	 * The body of an async function that runs around the frame, and whose value is what the probe gives. It has `frame`,
	 * `page()` (the document in it), `wait(ms)`, `until(test, ms)`, and `faults`: what the page in the frame said went
	 * wrong, when the host was opened with the EAR in its head.
	 */
	script: string;
}

/** Tells the page around a page of its faults. First in the head, so that none comes before it. */
export const EAR = `<script>
if (parent !== self && parent.faults) {
console.error = (...all) => parent.faults.push(all.join(' '));
addEventListener('error', (e) => parent.faults.push(e.message ?? 'not loaded: ' + (e.target.src ?? e.target.href)), true);
addEventListener('unhandledrejection', (e) => parent.faults.push(String(e.reason)));
}
</script>`;

/** Runs a probe in an engine against a host, and gives its value. Rejects when the script throws or the engine ends. */
export async function probe<T>(
	engine: Engine,
	host: Host,
	{ path, width = 1440, height = 900, script }: Probe
): Promise<T> {
	host.serve(
		'/probe',
		`<!doctype html><script>window.faults = []</script><iframe src="${path}" width="${width}" height="${height}"></iframe><script>
const frame = document.querySelector('iframe');
const page = () => frame.contentDocument;
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const until = async (test, ms = 60000) => {
	for (const end = Date.now() + ms; !(await test()); await wait(50)) if (Date.now() > end) throw new Error('waited in vain for ' + test);
};
(async () => {
${script}
})().then((value) => ({ value }), (e) => ({ error: String(e) + ' ' + faults.join(' | ') }))
	.then((said) => fetch('/said', { method: 'POST', body: JSON.stringify(said) }));
</script>`
	);
	const { value, error } = JSON.parse(await openIn(engine, `${host.url}probe`, host.heard())) as {
		value: T;
		error?: string;
	};
	if (error) throw new Error(`${engine.name}: ${error}`);
	return value;
}

/**
 * A test for each engine, under its name; on a machine without one, its test is skipped and a line says why.
 * @param left engines by their names that are left out, and why
 */
export function inEachEngine(
	test: (engine: Engine) => Promise<void>,
	milliseconds: number,
	left: Record<string, string> = {}
): void {
	for (const engine of enginesHere(milliseconds - 3000))
		if ('missing' in engine || left[engine.name]) {
			const why = 'missing' in engine ? engine.missing : left[engine.name];
			process.stderr.write(`Not tried in ${engine.name}: ${why}.\n`);
			it.skip(engine.name, () => {});
		} else it(engine.name, () => test(engine), milliseconds);
}
