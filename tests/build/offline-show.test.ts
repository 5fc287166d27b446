import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { unzip } from '../../scripts/zip';
import { DIST, FOLDER, heard, logged } from '../disk';
import { inEachEngine, openIn } from '../engines';
import { openHost, type Host } from '../server';

/** In the speaker's window, opened from a disk: tells the show's what it sees, and does what it is asked. */
const SPEAKER_PROBE = `<script>(()=>{
const root=document.documentElement;
const tell=()=>opener.postMessage({probe:{born:performance.timeOrigin,at:root.dataset.at,ready:root.dataset.ready,notes:document.querySelectorAll('[data-note].here').length,faults,
asked:performance.getEntriesByType('resource').map((e)=>e.name)}},'*');
new MutationObserver(tell).observe(root,{attributes:true});setInterval(tell,200);
addEventListener('message',({data})=>{
if(data.press)dispatchEvent(new KeyboardEvent('keydown',{key:data.press,cancelable:true}));
if(data.reload)location.reload();
});
})()</script>`;

/**
 * In the show, opened from a disk: opens the speaker's window, goes on in either and looks at the other, loads either anew,
 * and does so again. What it has seen before it is loaded anew is in its window's name.
 */
const showProbe = (host: Host) => `<script>(async()=>{
const root=document.documentElement,wait=(ms)=>new Promise((done)=>setTimeout(done,ms));
let speaker=null,other={},seen=JSON.parse(self.name||'{"way":[],"faults":[],"asked":[]}');
const until=async(what,test,ms=20000)=>{for(const end=Date.now()+ms;!test();await wait(20))if(Date.now()>end)throw new Error('waited in vain for '+what);seen.way.push(what)};
const press=(key)=>dispatchEvent(new KeyboardEvent('keydown',{key,cancelable:true}));
const here=(step)=>until('show '+step,()=>root.dataset.at===step),there=(step)=>until('speaker '+step,()=>other.at===step&&other.notes===1);
addEventListener('message',({data,source})=>{if(data.probe){speaker=source;other=data.probe}});
const note=()=>{const all=[...performance.getEntriesByType('resource').map((e)=>e.name),...(other.asked??[])];
seen.asked.push(...all.filter((name)=>!/^(file|data|blob):/.test(name)));seen.faults.push(...faults,...(other.faults??[]))};
let over=true;
try{
await until('show ready',()=>root.dataset.ready==='yes',60000);
if(!self.name){
location.hash='alerte.2';await here('alerte.2');
press('s');await until('speaker ready',()=>other.ready==='yes',40000);
press('ArrowRight');await there('alerte.3');
speaker.postMessage({press:'PageDown'},'*');await here('alerte.4');
note();const {born}=other;speaker.postMessage({reload:true},'*');await until('speaker anew',()=>other.born!==born&&other.ready==='yes',40000);await there('alerte.4');
speaker.postMessage({press:'PageDown'},'*');await here('alerte.5');
note();self.name=JSON.stringify(seen);over=false;location.reload();
}else{
await here('alerte.5');await until('speaker heard',()=>speaker!==null);
press('ArrowLeft');await there('alerte.4');
speaker.postMessage({press:'Home'},'*');await here('place.1');
await until('picture',()=>root.dataset.live==='place.1',30000);
note();
}
}catch(e){seen.faults.push(String(e));note()}
if(over)fetch('${host.url}said',{method:'POST',mode:'no-cors',body:JSON.stringify(seen)});
})()</script>`;

describe('the show and its speaker’s window follow each other from a disk, in', () => {
	let host: Host;
	const folder = join(mkdtempSync(join(tmpdir(), 'show-')), FOLDER, 'dossier');
	const show = join(folder, 'fr/show/index.html');

	beforeAll(async () => {
		host = await openHost();
		const probes: Record<string, string> = {
			'fr/show/index.html': showProbe(host),
			'fr/speaker/index.html': SPEAKER_PROBE
		};
		for (const [path, bytes] of unzip(readFileSync(`${DIST}/vsa-offline.zip`))) {
			if (!/^(app|stills\/fr)\/|^fr\/(show|speaker)\/index|^_app/.test(path)) continue;
			mkdirSync(dirname(join(folder, path)), { recursive: true });
			writeFileSync(join(folder, path), probes[path] ? heard(String(bytes), probes[path]) : bytes);
		}
	});
	afterAll(async () => {
		await host?.close();
		rmSync(dirname(dirname(folder)), { recursive: true, force: true });
	});

	inEachEngine(
		async (found) => {
			const { engine, log } = logged(found);
			const address = pathToFileURL(show).href;
			const seen = JSON.parse(await openIn(engine, address, host.heard())) as Record<
				'way' | 'faults' | 'asked',
				string[]
			>;
			expect(seen.faults, seen.way.join(', ')).toEqual([]);
			expect(seen.asked).toEqual([]);
			expect(seen.way.at(-1)).toBe('picture');
			expect(log).toEqual([]);
		},
		120_000,
		{ WebKit: 'its MiniBrowser has not been made to tell of two windows' }
	);
});
