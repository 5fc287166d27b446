/**
 * `npm run offline`: makes copies of the built site that are opened by a double-click, with no host and no network:
 *   dist/vsa-fr.html, vsa-en.html   the whole story, live, in one file; without stills
 *   dist/vsa-offline.zip            every page the site has, to be unpacked into a folder
 *   dist/vsa-network.zip            the lab's neural network, to be unpacked into that folder
 * Needs `npm run build`. Some five minutes the first time, in which stills are packed anew; half a minute after.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, makeNetwork } from './offline/folder';
import { bundleStory, makeSingle } from './offline/single';
import { openSite } from './offline/site';
import { zip } from './zip';

const started = Date.now();
const root = new URL('..', import.meta.url).pathname.replace(/\/$/, '');
const out = join(root, 'dist');
mkdirSync(out, { recursive: true });

function write(name: string, content: string | Uint8Array): void {
	writeFileSync(join(out, name), content);
	console.log(`dist/${name}  ${Buffer.byteLength(content).toLocaleString('en')} bytes`);
}

const site = openSite(root);
const story = await bundleStory(root);
for (const lang of ['fr', 'en'] as const)
	write(`vsa-${lang}.html`, makeSingle(root, site, lang, story, process.env.PUBLIC_ADDRESS ?? ''));
write('vsa-offline.zip', zip(await makeFolder(root, site)));
write('vsa-network.zip', zip(makeNetwork(site)));
console.log(`${Math.round((Date.now() - started) / 1000)} s`);
