/** What of a picture is shown over it, and what the reader is doing to it. */
export interface Shown {
	boxes: boolean;
	numbers: boolean;
	clocks: boolean;
	trails: boolean;
	zones: boolean;
	truth: boolean;
}

export const SHOWN: Shown = { boxes: true, numbers: true, clocks: true, trails: true, zones: true, truth: false };

/** A zone whose corners are moved, the four points of the ground, or something new that is drawn. */
export type Edit = { zone: number } | 'ground' | 'zone' | 'line' | null;

/** Properties that a drawing needs to look outside of the page as it does in it. */
const LOOK = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font', 'paint-order'];

/** A picture and what is over it as a drawing of its own: the picture inside, every style written out. */
export function drawingOf(svg: SVGSVGElement, canvas: HTMLCanvasElement): string {
	const copy = svg.cloneNode(true) as SVGSVGElement;
	const { width, height } = svg.viewBox.baseVal;
	copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
	const screen = svg.getBoundingClientRect();
	copy.setAttribute('width', String(Math.round(screen.width)));
	copy.setAttribute('height', String(Math.round(screen.height)));
	const own = copy.querySelectorAll('*');
	svg.querySelectorAll('*').forEach((element, i) => {
		const style = getComputedStyle(element);
		for (const name of LOOK) own[i].setAttribute(name, style.getPropertyValue(name));
		own[i].removeAttribute('style');
		own[i].setAttribute('vector-effect', 'non-scaling-stroke');
		// Not as an attribute, which a strict policy reports.
		(own[i] as SVGElement).style.font = style.font;
	});
	const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
	image.setAttribute('href', canvas.toDataURL());
	image.setAttribute('width', String(width));
	image.setAttribute('height', String(height));
	image.setAttribute('preserveAspectRatio', 'none');
	copy.prepend(image);
	return new XMLSerializer().serializeToString(copy);
}

/** A drawing as a picture, twice as large as it is on the page. */
export async function pictureFile(drawing: string, width: number, height: number): Promise<Blob | null> {
	const image = new Image();
	const url = URL.createObjectURL(new Blob([drawing], { type: 'image/svg+xml' }));
	image.src = url;
	await image.decode();
	const canvas = Object.assign(document.createElement('canvas'), { width: 2 * width, height: 2 * height });
	canvas.getContext('2d')!.drawImage(image, 0, 0, 2 * width, 2 * height);
	URL.revokeObjectURL(url);
	return new Promise((done) => canvas.toBlob(done));
}

/** Matters that can be chosen, one panel each. */
export const TABS = ['source', 'machine', 'rules', 'ground', 'keep'] as const;
export type Tab = (typeof TABS)[number];

/** Ids of the page's own: where drawing begins, and the name of a zone. */
export const DRAW = 'lab-draw';
export const zoneId = (index: number): string => `lab-zone-${index}`;

/** Gives the keys to what is left when what had them is gone; a page that is read stays where it is. */
export const focusOn = (id: string): void => document.getElementById(id)?.focus({ preventScroll: true });
