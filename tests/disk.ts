import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findEngines } from '../scripts/engines.mjs';
import type { Engine } from './browsers';

/** What `npm run offline` has made of the build. */
export const DIST = 'dist';
/** A folder such as people have. */
export const FOLDER = 'Séance n° 3 à l’école';

/** Hears what goes wrong in a page, before anything can. */
const EAR = `<script>var faults=[];for(const k of ['error','warn'])console[k]=(...all)=>faults.push(all.join(' '));
addEventListener('error',(e)=>faults.push(e.message??'not loaded: '+(e.target.src??e.target.href)),true);
addEventListener('unhandledrejection',(e)=>faults.push(String(e.reason)));</script>`;

/** A page's HTML with the ear at its head, and a probe at its end. */
export const heard = (page: string, probe: string): string =>
	page.replace('<head>', () => `<head>${EAR}`).replace(/<\/body>(?![\s\S]*<\/body>)/, () => `${probe}</body>`);

/** What an engine is told beside an address: to write down what pages do wrong, and to let a window open by itself. */
const TOLD: Record<string, string[]> = {
	Chromium: ['--enable-logging=stderr', '--disable-popup-blocking'],
	WebKit: ['--enable-write-console-messages-to-stdout=true', '--javascript-can-open-windows-automatically=true']
};
const PREFERENCES = ['"devtools.console.stdout.content", true', '"dom.disable_open_during_load", false'];

/** The engine, and what it writes to its own log of what pages do wrong. */
export function logged(engine: Engine): { engine: Engine; log: string[] } {
	const found = findEngines()[engine.name as keyof ReturnType<typeof findEngines>];
	const log: string[] = [];
	if (!('command' in found)) return { engine, log };
	const faulty =
		/CONSOLE.*(?:error|warning|refused|blocked|denied)|JavaScript error|console\.(?:error|warn)|CONSOLE (?:JS|SECURITY|NETWORK) ERROR/i;
	return {
		log,
		engine: {
			...engine,
			async open(url) {
				const profile = mkdtempSync(join(tmpdir(), 'engine-'));
				writeFileSync(join(profile, 'user.js'), PREFERENCES.map((p) => `user_pref(${p});\n`).join(''));
				const command = found.command(url, profile);
				const [program, ...args] = [...command.slice(0, -1), ...(TOLD[engine.name] ?? []), url];
				const browser = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
				const hear = (data: Buffer) =>
					log.push(
						...String(data)
							.split('\n')
							.filter((line) => faulty.test(line))
							.map((line) => line.slice(0, 300))
					);
				browser.stdout.on('data', hear);
				browser.stderr.on('data', hear);
				return {
					failed: new Promise((done) => browser.on('exit', (code) => done(`${program} ended with code ${code}`))),
					async close() {
						if (browser.pid && browser.exitCode === null) process.kill(-browser.pid, 'SIGKILL');
						await new Promise((done) => setTimeout(done, 300));
						rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
					}
				};
			}
		}
	};
}
