import type { Patch } from './diff';

const SVG = 'http://www.w3.org/2000/svg';

/** Keeps an SVG in step with the marks of the frames on stage, from patches in their order. */
export function createLayer(svg: SVGSVGElement): (patches: Patch[]) => void {
	const elements = new Map<number, Element>([[0, svg]]);
	const get = (id: number): Element => {
		const e = elements.get(id);
		if (!e) throw new Error(`marks: no element ${id}`);
		return e;
	};
	/** Forgets an element and what is in it. */
	const numbers = new WeakMap<Element, number>();
	const forget = (e: Element) => {
		elements.delete(numbers.get(e) as number);
		for (const child of e.children) forget(child);
	};
	return (patches) => {
		for (const p of patches)
			switch (p[0]) {
				case 'create': {
					const [, id, tag, parent, before, attributes, text] = p;
					const e = document.createElementNS(SVG, tag);
					for (const k in attributes) e.setAttribute(k, String(attributes[k]));
					if (text !== undefined) e.textContent = text;
					elements.set(id, e);
					numbers.set(e, id);
					get(parent).insertBefore(e, before ? get(before) : null);
					break;
				}
				case 'set': {
					const e = get(p[1]);
					for (const k in p[2])
						if (p[2][k] === null) e.removeAttribute(k);
						else e.setAttribute(k, String(p[2][k]));
					break;
				}
				case 'text':
					get(p[1]).textContent = p[2];
					break;
				case 'move':
					get(p[2]).insertBefore(get(p[1]), p[3] ? get(p[3]) : null);
					break;
				case 'remove': {
					const e = get(p[1]);
					e.remove();
					forget(e);
					break;
				}
			}
	};
}
