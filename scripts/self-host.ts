/**
 * `npm run self-host`: makes dist/vsa-self-host.zip of the built site, for a server of one's own. It is the whole site, which
 * needs no rebuilding wherever it is put and whatever policy the server has (scripts/hosting/strict.ts), with configurations
 * for four kinds of servers and overrides.js. The same commit gives the same bytes. Needs `npm run build`; half a minute.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCopy } from './hosting/copy';
import { openSite } from './offline/site';
import { zip } from './zip';

const started = Date.now();
const root = new URL('..', import.meta.url).pathname.replace(/\/$/, '');

/**
 * When what is built was changed, in seconds since 1970. Servers tell by it whether a file is another one: with one date
 * for all versions a correction that changes no length would never reach who has seen the page before.
 */
function changed(): number | undefined {
	if (process.env.SOURCE_DATE_EPOCH) return Number(process.env.SOURCE_DATE_EPOCH);
	try {
		return Number(execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8', stdio: 'pipe' }));
	} catch {
		return undefined;
	}
}

const entries = makeCopy(root, openSite(root));
const archive = zip(entries, changed());
mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(join(root, 'dist/vsa-self-host.zip'), archive);
console.log(`dist/vsa-self-host.zip  ${archive.length.toLocaleString('en')} bytes, ${entries.length} files`);
console.log(`${Math.round((Date.now() - started) / 1000)} s`);
