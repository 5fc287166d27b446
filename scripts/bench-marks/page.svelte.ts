import { flushSync, mount, unmount } from 'svelte';
import type { Mark } from '../../src/lib/picture/frame';
import { createDiff } from '../../src/lib/stage/diff';
import { createLayer } from '../../src/lib/stage/svg';
import Marks from './Marks.svelte';

/** What scripts/bench-marks.ts runs in the browser: the same frames on one SVG, by our patches and by Svelte. */

/** Milliseconds for each frame. */
export interface Times {
	/** Of the page's thread: the change itself, with the layout that follows. */
	page: number[];
	/** Of the page's thread: taking in what came from the worker. */
	received: number[];
	/** Of the worker's thread. */
	worker: number[];
}

const nextFrame = () => new Promise((done) => requestAnimationFrame(done));

/** How long the receiver of a message takes to read it. */
function receive(value: unknown): Promise<number> {
	return new Promise((done) => {
		const { port1, port2 } = new MessageChannel();
		port2.onmessage = (event) => {
			const start = performance.now();
			void event.data;
			done(performance.now() - start);
			port1.close();
		};
		port1.postMessage(value);
	});
}

async function play(
	frames: Mark[][],
	svg: SVGSVGElement,
	prepare: (marks: Mark[]) => unknown,
	show: (prepared: unknown) => void
): Promise<Times> {
	const times: Times = { page: [], received: [], worker: [] };
	for (const marks of frames) {
		let start = performance.now();
		const prepared = prepare(marks);
		times.worker.push(performance.now() - start);
		times.received.push(await receive(prepared));
		await nextFrame();
		start = performance.now();
		show(prepared);
		svg.getBBox();
		times.page.push(performance.now() - start);
	}
	return times;
}

/** What is on the SVG, however it got there. */
const dump = (e: Element): unknown => [
	e.tagName,
	[...e.attributes].map((a) => `${a.name}=${a.value}`).sort(),
	e.children.length ? [...e.children].map(dump) : e.textContent?.trim()
];

Object.assign(window, {
	async patches(frames: Mark[][]): Promise<{ times: Times; dom: string }> {
		const svg = document.querySelector('svg') as SVGSVGElement;
		svg.replaceChildren();
		const diff = createDiff('marks');
		const layer = createLayer(svg);
		const times = await play(
			frames,
			svg,
			(marks) => diff(marks).patches,
			(patches) => layer(patches as Parameters<typeof layer>[0])
		);
		return { times, dom: JSON.stringify(dump(svg)) };
	},
	async svelte(frames: Mark[][]): Promise<{ times: Times; dom: string }> {
		const svg = document.querySelector('svg') as SVGSVGElement;
		svg.replaceChildren();
		let now = $state.raw<Mark[]>([]);
		const component = mount(Marks, {
			target: svg,
			props: {
				get marks() {
					return now;
				}
			}
		});
		flushSync();
		const times = await play(
			frames,
			svg,
			(marks) => marks,
			(marks) => {
				now = marks as Mark[];
				flushSync();
			}
		);
		const dom = JSON.stringify(dump(svg));
		await unmount(component);
		return { times, dom };
	}
});
