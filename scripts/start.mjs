/** `npm start`: installs what is missing, builds, serves and prints the address. `-- --port N` chooses the port. */
import { spawn } from 'node:child_process';
import { installPackages, root, run } from './prepare.mjs';

installPackages();
if (run('npm', ['run', '--silent', 'build']) !== 0) process.exit(1);
const at = process.argv.indexOf('--port');
const port = at > 0 ? process.argv[at + 1] : '4173';
const server = spawn('npx', ['--no-install', 'vite', 'preview', '--port', port], {
	cwd: root,
	stdio: 'inherit',
	shell: process.platform === 'win32'
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
