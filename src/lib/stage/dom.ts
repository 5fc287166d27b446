import type { View } from '../picture/frame';

/** What a stage's element holds: a drawing, marks painted over it or as elements, and a step's still over all. */
export interface Sheets {
	box: HTMLElement;
	canvas: HTMLCanvasElement;
	sheet: HTMLCanvasElement;
	svg: SVGSVGElement;
	/** Shows a still, or with '' takes it away. `done` hears whether it could be had. */
	still(address: string, done?: (there: boolean) => void): void;
	/** Fits marks and still to a view. */
	fit(view: View): void;
	/** Fresh canvases: one that an engine has had a context of serves no other kind. */
	renew(): void;
	clear(): void;
}

/** Finds in `element` what the server has put there, and makes what is missing. */
export function sheetsOf(element: HTMLElement): Sheets {
	const own = <K extends keyof HTMLElementTagNameMap>(tag: K, name: string, parent: HTMLElement) => {
		const known = parent.querySelector<HTMLElementTagNameMap[K]>(`${tag}.${name}`);
		if (known) return known;
		const made = document.createElement(tag);
		made.className = name;
		return parent.appendChild(made);
	};
	const box = own('div', 'stage-box', element);
	const sheets: Sheets = {
		box,
		canvas: own('canvas', 'drawing', box),
		sheet: own('canvas', 'sheet', box),
		svg: box.querySelector('svg') ?? box.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg')),
		still(address, done = () => {}) {
			const known = box.querySelector<HTMLImageElement>('img.rest');
			if (known?.getAttribute('src') === address) return;
			known?.remove();
			box.classList.toggle('resting', address !== '');
			if (!address) return;
			const image = document.createElement('img');
			image.className = 'rest';
			image.alt = '';
			image.fetchPriority = 'high';
			image.onload = () => done(true);
			image.onerror = () => {
				image.remove();
				done(false);
			};
			image.src = address;
			box.append(image);
		},
		fit({ width, height, free }) {
			sheets.svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
			box.style.setProperty('--free-left', `${free.x}px`);
			box.style.setProperty('--free-top', `${free.y}px`);
			box.style.setProperty('--free-width', `${free.w}px`);
			box.style.setProperty('--free-height', `${free.h}px`);
		},
		renew() {
			for (const name of ['canvas', 'sheet'] as const) {
				const fresh = sheets[name].cloneNode() as HTMLCanvasElement;
				sheets[name].replaceWith(fresh);
				sheets[name] = fresh;
			}
			sheets.svg.replaceChildren();
			box.classList.remove('painted', 'flat');
		},
		clear() {
			sheets.still('');
			sheets.renew();
		}
	};
	return sheets;
}
