import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { DEFAULTS, type Choice } from '../../src/lib/lab/choice';
import type { Report } from '../../src/lib/lab/messages';
import { createSession } from '../../src/lib/lab/session';
import { inEachEngine, openIn } from '../engines';
import { openHost, type Host } from '../server';

/** Pictures of the baker's queue that the lab's worker is asked for. */
const PICTURES = 50;
const CHOICE: Choice = { ...DEFAULTS, source: 'queue', rules: [{ kind: 'loitering', zone: 0, values: [1] }] };

/** Boxes and alerts of a report, as text: equal bits give equal text. */
const TELL = `(r) => r.by.map((b) => b.boxes.map((x) => [x.id, x.x, x.y, x.w, x.h, x.clock].join(' ')) + '/' + b.alerts.length).join()`;
const tell = new Function(`return ${TELL}`)() as (report: Report) => string;

describe('the lab finds the same people in the baker’s queue in', () => {
	let host: Host;
	let known: string;
	beforeAll(async () => {
		const { outputFiles } = await build({
			entryPoints: ['src/lib/lab/lab.worker.ts'],
			bundle: true,
			format: 'iife',
			target: 'es2022',
			write: false
		});
		// Text in a script of the page: it must not end that, and what it may not ask for it is not to ask for.
		const worker = JSON.stringify(outputFiles[0].text).replaceAll('</', '<\\/');
		host = await openHost();
		host.serve(
			'/',
			`<!doctype html><meta charset="utf-8"><script>
const worker = new Worker(URL.createObjectURL(new Blob([${worker}], { type: 'text/javascript' })));
const tell = ${TELL};
const said = [];
const say = (body) => fetch('/said', { method: 'POST', body });
worker.onerror = (e) => say('error: ' + e.message);
worker.onmessage = ({ data }) => {
	if (data.type === 'failed') say('failed: ' + data.why);
	if (data.type === 'seen' && said.push(tell(data)) === ${PICTURES}) say(said.join('\\n'));
};
worker.postMessage({ type: 'open', run: 1, choice: ${JSON.stringify(CHOICE)} });
for (let i = 0; i < ${PICTURES}; i++) worker.postMessage({ type: 'step' });
</script>`
		);
		const said: string[] = [];
		const session = createSession(
			(report) => report.type === 'seen' && said.push(tell(report)),
			() => 0
		);
		session.take({ type: 'open', run: 1, choice: CHOICE });
		for (let i = 0; i < PICTURES; i++) session.advance();
		known = said.join('\n');
		expect(said.at(-1)!.split(',').length, 'people in the last picture').toBeGreaterThan(5);
	}, 120_000);
	afterAll(() => host?.close());

	inEachEngine(async (engine) => {
		expect(await openIn(engine, host.url, host.heard())).toBe(known);
	}, 150_000);
});
