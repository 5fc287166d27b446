import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { STRICT } from '../headers';

/** A server of this machine that serves a copy of the site with the configuration that came with it. */
export interface Server {
	name: string;
	/** The copy at the server's root, with a slash at the end. It is at `a/b/c/` below that too. */
	url: string;
	/** The same behind a proxy that calls itself something else and forbids all it can; where the server has one. */
	behind?: string;
	stop(): Promise<void>;
}

/** The folder that is served, the copy unpacked in it; and one for what servers write. */
export interface Ground {
	www: string;
	own: string;
}

/** Where a policy's reports go. */
export type Reports = string;

const has = (program: string): boolean => !spawnSync(program, ['-v']).error;

/** A port that nobody listens on. */
export const freePort = (): Promise<number> =>
	new Promise((done, fail) => {
		const probe = createServer().once('error', fail);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as { port: number };
			probe.close(() => done(port));
		});
	});

const answers = (url: string): Promise<boolean> =>
	new Promise((done) => {
		get(url, (response) => done(response.resume().statusCode === 200)).on('error', () => done(false));
	});

/** Waits until a program serves; throws what it wrote where it does not. */
async function serving(name: string, program: ChildProcess, url: string): Promise<void> {
	let said = '';
	for (const stream of [program.stdout, program.stderr]) stream?.on('data', (part) => (said += part));
	for (let i = 0; i < 100; i++) {
		if (await answers(url)) return;
		if (program.exitCode !== null) break;
		await new Promise((done) => setTimeout(done, 100));
	}
	program.kill();
	throw new Error(`${name} does not serve ${url}:\n${said}`);
}

const stopper = (program: ChildProcess) => (): Promise<void> =>
	new Promise((done) => {
		if (program.exitCode !== null) return done();
		program.once('exit', () => done());
		program.kill('SIGTERM');
	});

/** nginx's own part: what a distribution's nginx.conf says around a file of conf.d. */
function aroundNginx({ own }: Ground, included: string, more: string): string {
	const modules = ['filter', 'static'].map((part) => `/usr/lib/nginx/modules/ngx_http_brotli_${part}_module.so`);
	const brotli = modules.every((file) => existsSync(file));
	const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${own}/${name};`);
	return `${brotli ? modules.map((file) => `load_module ${file};`).join('\n') : ''}
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes auto;
worker_rlimit_nofile 16384;
pid ${own}/nginx.pid;
error_log ${own}/error.log warn;
events { worker_connections 4096; }
http {
access_log off;
${paths.join('\n')}
${brotli ? included.replace(/#(brotli\w* )/g, '$1') : included}
${more}
}
`;
}

/** nginx with hosting/nginx.conf, and a proxy before it under another name and path, which forbids all it can. */
async function startNginx(ground: Ground, reports: Reports): Promise<Server> {
	const [port, proxy] = [await freePort(), await freePort()];
	const config = readFileSync(join(ground.www, 'hosting/nginx.conf'), 'utf8')
		.replace('listen 80;', `listen 127.0.0.1:${port} backlog=2048;`)
		.replace('root /srv/www;', `root ${ground.www};`);
	const behind = `server {
listen 127.0.0.1:${proxy};
absolute_redirect off;
location /x/y/ {
	proxy_pass http://127.0.0.1:${port}/;
	proxy_set_header Host elsewhere.example;
	proxy_hide_header Content-Security-Policy;
	add_header Content-Security-Policy "${STRICT}; report-uri ${reports}" always;
}
}`;
	const file = join(ground.own, 'nginx.conf');
	writeFileSync(file, aroundNginx(ground, config, behind));
	const program = spawn('nginx', ['-c', file, '-p', ground.own, '-g', 'daemon off;']);
	const url = `http://127.0.0.1:${port}/`;
	await serving('nginx', program, url);
	return { name: 'nginx', url, behind: `http://127.0.0.1:${proxy}/x/y/`, stop: stopper(program) };
}

async function startCaddy(ground: Ground): Promise<Server> {
	const port = await freePort();
	const file = join(ground.own, 'Caddyfile');
	const config = readFileSync(join(ground.www, 'hosting/Caddyfile'), 'utf8')
		.replace('example.org {', `http://127.0.0.1:${port} {`)
		.replace('root * /srv/www', `root * ${ground.www}`);
	writeFileSync(file, `{\n\tadmin off\n}\n${config}`);
	const env = { ...process.env, XDG_DATA_HOME: ground.own, XDG_CONFIG_HOME: ground.own };
	const program = spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], { env });
	const url = `http://127.0.0.1:${port}/`;
	await serving('caddy', program, url);
	return { name: 'caddy', url, stop: stopper(program) };
}

/** Apache's own part: the modules that its packages turn on, and a folder whose .htaccess counts. */
async function startApache(ground: Ground): Promise<Server> {
	const port = await freePort();
	const modules = ['mpm_event', 'authz_core', 'mime', 'dir', 'filter', 'headers', 'deflate', 'brotli'];
	const file = join(ground.own, 'apache.conf');
	const user = process.getuid?.() === 0 ? 'User www-data\nGroup www-data\n' : '';
	writeFileSync(
		file,
		`ServerRoot ${ground.own}
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
${user}Listen 127.0.0.1:${port}
ServerName 127.0.0.1
PidFile ${ground.own}/apache.pid
ErrorLog ${ground.own}/apache.log
TypesConfig /dev/null
DocumentRoot ${ground.www}
<Directory ${ground.www}>
	AllowOverride All
	Options FollowSymLinks
	Require all granted
</Directory>
`
	);
	const program = spawn('apache2', ['-f', file, '-DFOREGROUND']);
	const url = `http://127.0.0.1:${port}/`;
	await serving('apache2', program, url);
	return { name: 'apache2', url, stop: stopper(program) };
}

const STARTS = { nginx: startNginx, caddy: startCaddy, apache2: startApache };

/** Starts the servers this machine has, and names those it has not. */
export async function startServers(
	ground: Ground,
	reports: Reports
): Promise<{ servers: Server[]; missing: string[] }> {
	mkdirSync(ground.own, { recursive: true });
	const servers: Server[] = [];
	const missing: string[] = [];
	try {
		for (const [name, start] of Object.entries(STARTS))
			if (has(name)) servers.push(await start(ground, reports));
			else missing.push(name);
	} catch (error) {
		for (const { stop } of servers) await stop();
		throw error;
	}
	return { servers, missing };
}
