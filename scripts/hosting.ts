/**
 * `npm run hosting`: unpacks dist/vsa-self-host.zip and has the servers of this machine (nginx, Caddy, Apache) serve it with
 * the configurations that came with it, at /, below /a/b/c/, and behind a proxy with the strictest policy. Asks them for
 * every kind of file, opens pages in Chromium, corrects one, sets overrides.js, and puts 1,000 connections on nginx.
 * Needs `npm run self-host`. Ends with "N passed, N failed"; a server that is not there is named and left out.
 * `--no-load` leaves the load out. Debian: nginx-light libnginx-mod-http-brotli-{filter,static} caddy apache2-bin wrk.
 */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { openHost } from '../tests/server';
import { kindOf } from './hosting/headers';
import { hasWrk, load, type Load } from './hosting/check/load';
import { ask, checkCorrection, checkHeaders, packing } from './hosting/check/said';
import { startServers, type Ground, type Server } from './hosting/check/servers';
import { openVisitor, type Visit } from './hosting/check/visit';
import { checkOverrides } from './hosting/check/overrides';
import { findChromium, root } from './prepare.mjs';
import { unzip } from './zip';

const { values } = parseArgs({ options: { 'no-load': { type: 'boolean', default: false } } });
let [passed, failed] = [0, 0];

function tell(what: string, faults: readonly string[]): void {
	console.log(`${faults.length ? 'FAILED' : 'ok    '} ${what}`);
	for (const fault of faults) console.log(`         ${fault}`);
	if (faults.length) failed++;
	else passed++;
}
const tellAll = (where: string, visits: readonly Visit[]) =>
	visits.forEach(({ what, faults }) => tell(`${where}: ${what}`, faults));

/** Unpacks the archive into a folder, below which it is found at a/b/c/ too. */
function unpack(archive: string): { ground: Ground; paths: string[] } {
	const top = mkdtempSync(join(tmpdir(), 'hosting-'));
	// Servers started as root read it as somebody else.
	chmodSync(top, 0o755);
	const ground = { www: join(top, 'www'), own: join(top, 'own') };
	const files = unzip(readFileSync(archive));
	for (const [path, bytes] of files) {
		mkdirSync(dirname(join(ground.www, path)), { recursive: true });
		writeFileSync(join(ground.www, path), bytes);
	}
	mkdirSync(join(ground.www, 'a/b'), { recursive: true });
	symlinkSync('../..', join(ground.www, 'a/b/c'));
	return { ground, paths: [...files.keys()] };
}

/** One path of each kind and each type. */
function samples(paths: readonly string[]): string[] {
	const found = new Map<string, string>([
		['page', 'fr/'],
		['embed', 'en/embed/peur/']
	]);
	for (const path of paths) {
		const end = path.split('.').at(-1)!;
		const key = `${kindOf(`/${path}`)} ${end}`;
		if (/^\w+\.|\/[^.][^/]*\.\w+$/.test(path) && !/\.(br|gz|conf|sh)$/.test(path) && !found.has(key))
			found.set(key, path);
	}
	return [...found.values()];
}

async function measure({ url }: Server, { www }: Ground, script: string): Promise<Load[]> {
	const story = (encoding: string) => ask(`${url}fr/`, { 'accept-encoding': encoding });
	const sizes = { whole: (await story('identity')).body.length, packed: (await story('gzip')).body.length };
	const hashed = (await ask(url + script, { 'accept-encoding': 'br' })).body.length;
	for (const bytes of [sizes.whole, sizes.packed, hashed])
		writeFileSync(join(www, `bare-${bytes}.mp4`), Buffer.alloc(bytes, 1));
	const runs: [string, string, string, number][] = [
		['the story, as it is', 'fr/', 'identity', sizes.whole],
		['a bare file of that size', `bare-${sizes.whole}.mp4`, 'identity', sizes.whole],
		['the story, packed ahead (gzip)', 'fr/', 'gzip', sizes.packed],
		['a bare file of that size', `bare-${sizes.packed}.mp4`, 'identity', sizes.packed],
		['a hashed script, packed ahead (brotli)', script, 'br', hashed],
		['a bare file of that size', `bare-${hashed}.mp4`, 'identity', hashed]
	];
	const loads: Load[] = [];
	for (const [what, path, encoding, bytes] of runs) {
		// A thousand connections of the run before have to be gone.
		await new Promise((done) => setTimeout(done, 3000));
		loads.push(await load(what, url + path, { encoding, bytes }));
	}
	return loads;
}

const { ground, paths } = unpack(join(root, 'dist/vsa-self-host.zip'));
const reports: string[] = [];
const host = await openHost({ folder: ground.www });
const listen = (): void => void host.heard().then((body) => (reports.push(body), listen()));
listen();
const { servers, missing } = await startServers(ground, `${host.url}report`);
const visitor = await openVisitor(findChromium());
try {
	for (const name of missing) console.log(`not tried: ${name} is not on this machine`);
	const script = paths.filter((path) => /workers\/stage\.worker.*\.js$/.test(path))[0];
	for (const server of servers) {
		const of = samples(paths);
		tell(`${server.name}: headers and types of ${of.length} files, at / and /a/b/c/`, await checkHeaders(server, of));
		for (const path of ['fr/index.html', 'en/corrections.xml'])
			tell(`${server.name}: ${path}, corrected, is sent anew`, await checkCorrection(server, ground, path));
		console.log(`       ${server.name} sends ${(await packing(server, { story: 'fr/', script })).join(' · ')}`);
		tellAll(server.name, await visitor.round(server.url));
		tellAll(server.name, [await visitor.reload(server.url, ground)]);
		for (const sandbox of ['allow-scripts allow-same-origin allow-popups', 'allow-scripts'])
			tellAll(server.name, [await visitor.framed(server.url, sandbox, host)]);
		if (!server.behind) continue;
		tellAll('nginx, /a/b/c/', await visitor.round(`${server.url}a/b/c/`));
		reports.length = 0;
		tellAll('nginx behind a strict proxy', await visitor.round(server.behind));
		tellAll('nginx behind a strict proxy', [
			await visitor.framed(server.behind, 'allow-scripts allow-same-origin allow-popups', host)
		]);
		tell('policy reports behind the strict proxy: none', [...reports]);
		tellAll('overrides.js', await checkOverrides(visitor, server.url, ground.www));
	}
	const nginx = servers.find(({ name }) => name === 'nginx');
	if (values['no-load'] || !nginx || !hasWrk()) console.log('not tried: load, which needs nginx and wrk');
	else
		for (const { what, bytes, perSecond, half, slowest, failed: lost } of await measure(nginx, ground, script))
			console.log(
				`       1,000 connections, ${what} (${bytes.toLocaleString('en')} bytes): ${Math.round(perSecond)} a second, half in ${Math.round(half)} ms, 99 in 100 in ${Math.round(slowest)} ms, ${lost} failed`
			);
} finally {
	await visitor.close();
	for (const server of servers) await server.stop();
	await host.close();
	rmSync(dirname(ground.www), { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
