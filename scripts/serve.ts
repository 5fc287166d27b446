/** Serves the built site for tests: `tsx scripts/serve.ts PORT`. At the root and again under /a/b/c/, as some hosts do. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const build = new URL('../build', import.meta.url).pathname;
const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.csv': 'text/csv; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.webp': 'image/webp',
	'.png': 'image/png',
	'.woff2': 'font/woff2',
	'.bin': 'application/octet-stream'
};

createServer((request, response) => {
	const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname).replace(/^\/a\/b\/c\//, '/');
	let file = normalize(join(build, path));
	if (!file.startsWith(build)) return response.writeHead(403).end();
	if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
	if (!existsSync(file)) return response.writeHead(404).end('not found');
	response.writeHead(200, {
		'content-type': types[extname(file)] ?? 'application/octet-stream',
		'content-length': statSync(file).size
	});
	createReadStream(file).pipe(response);
}).listen(Number(process.argv[2] ?? 4179), '127.0.0.1');
