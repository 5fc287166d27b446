import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unzip } from '../../scripts/zip';
import { DIST, FOLDER, heard, logged } from '../disk';
import { inEachEngine, openIn } from '../engines';
import { openHost, type Host } from '../server';

const MB = 1_000_000;

interface Seen {
	faults: string[];
	/** Addresses of other than the disk that were asked for. */
	asked: string[];
	live: string;
	place: string;
	/** Tones in what is painted. */
	tones: number;
	control: string[];
	/** What a page that is no story says of itself. */
	page: string;
}

/** Runs in a page opened from a disk, and tells a host of this machine what is there: the one request there is. */
const probe = (host: Host, step: string) => `<script>(async()=>{
const root=document.documentElement,wait=(ms)=>new Promise((done)=>setTimeout(done,ms));
const until=async(test,ms=70000)=>{for(const end=Date.now()+ms;!test();await wait(50))if(Date.now()>end)throw new Error('waited in vain for '+test)};
const seen={faults,asked:[],live:'',place:'',tones:0,control:[],page:''};
try{
if(${JSON.stringify(step)}){
location.hash=${JSON.stringify(step)};
await until(()=>root.dataset.live===${JSON.stringify(step)});
seen.live=root.dataset.live;seen.place=document.querySelector('.stage').place;
const slot=document.querySelector('[data-step="${step}"] .control');
const text=()=>slot.textContent.replace(/\\s+/g,' ');
await wait(600);seen.control.push(text());
const number=document.querySelector('[data-step="${step}"] input[type=number]');
number.value='120';number.dispatchEvent(new Event('input',{bubbles:true}));number.dispatchEvent(new Event('change',{bubbles:true}));
await until(()=>text()!==seen.control[0],15000).catch(()=>{});seen.control.push(text());
const small=document.createElement('canvas');small.width=small.height=48;const pen=small.getContext('2d');
pen.drawImage(document.querySelector('.stage canvas'),0,0,48,48);
const tones=new Set(),{data}=pen.getImageData(0,0,48,48);for(let i=1;i<data.length;i+=4)tones.add(data[i]>>3);seen.tones=tones.size;
}else{await until(()=>Number(root.dataset.labFrame)>5);seen.page=root.dataset.labMachine;}
}catch(e){faults.push(String(e))}
seen.asked=performance.getEntriesByType('resource').map((e)=>e.name).filter((name)=>!/^(file|data|blob):/.test(name));
fetch('${host.url}said',{method:'POST',mode:'no-cors',body:JSON.stringify(seen)});
})()</script>`;

describe('the copies for a disk', () => {
	it('are light', () => {
		for (const lang of ['fr', 'en']) expect(statSync(`${DIST}/vsa-${lang}.html`).size).toBeLessThanOrEqual(2 * MB);
		expect(statSync(`${DIST}/vsa-offline.zip`).size).toBeLessThanOrEqual(8 * MB);
		expect(statSync(`${DIST}/vsa-network.zip`).size).toBeLessThanOrEqual(3 * MB);
	});

	it('hold every page the site has, and every file that those name', () => {
		const files = unzip(readFileSync(`${DIST}/vsa-offline.zip`));
		for (const page of [
			'index.html',
			'LISEZ-MOI.txt',
			'README.txt',
			'fr/index.html',
			'en/lab/index.html',
			'fr/council/index.html'
		])
			expect([...files.keys()]).toContain(page);
		for (const [path, bytes] of files) {
			if (!path.endsWith('.html')) continue;
			const html = bytes
				.toString()
				.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, (s) => s.slice(0, s.indexOf('>') + 1));
			expect(html, path).not.toMatch(/type="module"|rel="modulepreload"/);
			for (const [, address] of html.matchAll(/\s(?:href|src|srcset)="([^"#?]+)/g)) {
				if (/^[a-z]+:/.test(address)) continue;
				const target = join(dirname(path), decodeURI(address)).replaceAll('\\', '/');
				expect(files.has(target), `${path} -> ${address}`).toBe(true);
			}
		}
	});

	it('ask for nothing outside themselves in the one file', () => {
		for (const lang of ['fr', 'en']) {
			const html = readFileSync(`${DIST}/vsa-${lang}.html`, 'utf8').replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '');
			expect(html).not.toMatch(/<(?:img|source|script|iframe)\b[^>]*\s(?:src|srcset)="(?!data:)/);
			expect(html).not.toMatch(/<link\b[^>]*rel="(?:stylesheet|icon|preload)"[^>]*href="(?!data:)/);
			for (const [, href] of html.matchAll(/<a\b(?![^>]*class="src")[^>]*\shref="([^"]+)"/g))
				expect(href, lang).toMatch(/^(?:#|https?:|vsa-(?:fr|en)\.html)/);
			expect(html).toContain('id="offline"');
		}
	});
});

/** Opened by a double-click from a folder with spaces and accents. */
const CASES: [what: string, file: string, step: string][] = [
	['the story in one file', 'vsa-fr.html', 'maraudage.3'],
	['the story of the folder', 'dossier/en/index.html', 'maraudage.3'],
	['the lab of the folder', 'dossier/fr/lab/index.html', '']
];

describe.each(CASES)('%s is live, from a disk, in', (_, file, step) => {
	let host: Host;
	const folder = join(mkdtempSync(join(tmpdir(), 'offline-')), FOLDER);
	const write = (path: string, bytes: Buffer) => {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), bytes);
	};

	beforeAll(async () => {
		expect(existsSync(`${DIST}/vsa-offline.zip`), 'run "npm run offline"').toBe(true);
		host = await openHost();
		if (file.startsWith('dossier'))
			for (const [path, bytes] of unzip(readFileSync(`${DIST}/vsa-offline.zip`))) write(`dossier/${path}`, bytes);
		else write(file, readFileSync(`${DIST}/${file}`));
		write(file, Buffer.from(heard(readFileSync(join(folder, file), 'utf8'), probe(host, step))));
	});
	afterAll(async () => {
		await host?.close();
		rmSync(dirname(folder), { recursive: true, force: true });
	});

	inEachEngine(async (found) => {
		const { engine, log } = logged(found);
		const seen = JSON.parse(await openIn(engine, pathToFileURL(join(folder, file)).href, host.heard())) as Seen;
		expect(seen.faults).toEqual([]);
		expect(seen.asked).toEqual([]);
		if (step) {
			expect(seen.live).toBe(step);
			expect(seen.tones).toBeGreaterThan(4);
			expect(seen.control[0]).not.toBe(seen.control[1]);
		} else expect(seen.page).toBe('motion');
		expect(log).toEqual([]);
	}, 180_000);
});
