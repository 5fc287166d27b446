import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** A part of the lab: what it is, and bytes as they are and as a host sends them. */
interface Part {
	part: string;
	bytes: number;
	sent: number;
}

const PACKED = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

/** What each part of the lab weighs in a built site: page, script, worker, styles, and the files fetched when asked for. */
export function weighLab(build: string): string {
	const page = join(build, 'fr/lab/index.html');
	if (!existsSync(page)) throw new Error(`${page}: build the site first`);
	const html = readFileSync(page, 'utf8');
	const here = (address: string) => join(build, 'fr/lab', address);
	const named = (pattern: RegExp) => [...new Set([...html.matchAll(pattern)].map(([, address]) => here(address)))];
	const scripts = named(/(?:src|href)="([^"]+\.js)"/g);
	const styles = named(/href="([^"]+\.css)"/g);
	const workers = filesOf(build).filter((file) => /lab\.worker[^/]*\.js$/.test(file));
	const parts = [
		part('page', [page], true),
		part('scripts', scripts, true),
		part('styles', styles, true),
		part('worker', workers, true),
		part('network, when asked for', [join(build, 'network/nanodet-g.bin')]),
		part('actors’ film, when asked for', [join(build, 'lab/one-by-one.mp4')])
	];
	const row = ({ part: name, bytes, sent }: Part): string =>
		`${name.padEnd(30)}${kilo(bytes).padStart(10)}${kilo(sent).padStart(10)}`;
	const first = parts.slice(0, 4);
	const sum = (key: 'bytes' | 'sent') => first.reduce((all, one) => all + one[key], 0);
	return [
		`${'kB'.padEnd(30)}${'as it is'.padStart(10)}${'sent'.padStart(10)}`,
		...parts.map(row),
		row({ part: 'before anything is asked for', bytes: sum('bytes'), sent: sum('sent') })
	].join('\n');
}

const kilo = (bytes: number): string => (bytes / 1000).toFixed(1);

function part(name: string, files: string[], text = false): Part {
	if (!files.length) throw new Error(`No ${name} in the build`);
	const each = files.map((file) => readFileSync(file));
	const size = (list: Buffer[]) => list.reduce((sum, { length }) => sum + length, 0);
	return { part: name, bytes: size(each), sent: size(text ? each.map((b) => brotliCompressSync(b, PACKED)) : each) };
}

function filesOf(folder: string): string[] {
	return readdirSync(folder).flatMap((name) => {
		const path = join(folder, name);
		return statSync(path).isDirectory() ? filesOf(path) : [path];
	});
}
