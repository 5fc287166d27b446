import type { Mark } from '../picture/frame';
import { colour } from './tokens';

type Attributes = Record<string, string | number>;

/**
 * A change to the SVG of marks. Elements have numbers; 0 is the SVG itself as a parent, and "at the end" as `before`.
 * Only what changed is said, so that a page with hundreds of still marks has nothing to do.
 */
export type Patch =
	| ['create', id: number, tag: string, parent: number, before: number, attributes: Attributes, text?: string]
	| ['set', id: number, attributes: Record<string, string | number | null>]
	| ['text', id: number, text: string]
	| ['move', id: number, parent: number, before: number]
	| ['remove', id: number];

interface Node {
	id: number;
	key: string;
	tag: string;
	/** The mark it was made of: the same object again means nothing in it changed. Null while parts are still to come. */
	mark: Mark | null;
	attributes: Attributes;
	text?: string;
	children: Node[];
}

/**
 * Remembers the marks it was last given, and says how to get from them to the next. At most `budget` elements are made
 * at a time, so that no picture holds the page up: `complete` is false when more are to come, by asking again. Ids of
 * clips begin with `name`.
 */
export function createDiff(
	name: string,
	budget = Infinity
): (marks: Mark[]) => { patches: Patch[]; complete: boolean } {
	let ids = 0;
	let root: Node[] = [];
	let left = 0;

	function create(m: Wish, parent: number, before: number, path: string, out: Patch[]): Node {
		const { tag, key, attributes, text } = m;
		const node: Node = { id: ++ids, key, tag, mark: m.mark, attributes, text, children: [] };
		out.push(
			text === undefined
				? ['create', node.id, tag, parent, before, attributes]
				: ['create', node.id, tag, parent, before, attributes, text]
		);
		left--;
		for (const child of m.children(path)) {
			if (left <= 0) {
				node.mark = null;
				break;
			}
			const made = create(child, node.id, 0, `${path}-${key}`, out);
			if (!made.mark) node.mark = null;
			node.children.push(made);
		}
		return node;
	}

	function update(node: Node, m: Wish, path: string, out: Patch[]): void {
		if (node.mark === m.mark) return;
		node.mark = m.mark;
		let changed: Record<string, string | number | null> | null = null;
		for (const k in m.attributes) if (node.attributes[k] !== m.attributes[k]) (changed ??= {})[k] = m.attributes[k];
		for (const k in node.attributes) if (!(k in m.attributes)) (changed ??= {})[k] = null;
		if (changed) out.push(['set', node.id, changed]);
		node.attributes = m.attributes;
		if (m.text !== node.text) out.push(['text', node.id, (node.text = m.text) ?? '']);
		const wishes = m.children(path);
		node.children = list(node.children, wishes, node.id, `${path}-${m.key}`, out);
		if (node.children.length < wishes.length || node.children.some((c) => !c.mark)) node.mark = null;
	}

	function list(old: Node[], wishes: Wish[], parent: number, path: string, out: Patch[]): Node[] {
		if (old.length === 0 && wishes.length === 0) return old;
		const known = new Map(old.map((n) => [n.key, n]));
		const kept = new Set<Node>();
		for (const w of wishes) {
			const n = known.get(w.key);
			if (n && n.tag === w.tag) kept.add(n);
		}
		const live: Node[] = [];
		for (const n of old)
			if (kept.has(n)) live.push(n);
			else out.push(['remove', n.id]);
		let i = 0;
		for (const w of wishes) {
			const n = known.get(w.key);
			const before = live[i]?.id ?? 0;
			if (!n || !kept.has(n)) {
				if (left <= 0) continue;
				live.splice(i, 0, create(w, parent, before, path, out));
			} else {
				if (live[i] !== n) {
					live.splice(live.indexOf(n, i), 1);
					live.splice(i, 0, n);
					out.push(['move', n.id, parent, before]);
				}
				update(n, w, path, out);
			}
			i++;
		}
		return live;
	}

	return (marks) => {
		const patches: Patch[] = [];
		const wishes = wish(marks, name);
		left = budget;
		root = list(root, wishes, 0, name, patches);
		return { patches, complete: root.length === wishes.length && root.every((n) => n.mark) };
	};
}

/** An element that a mark asks for. */
interface Wish {
	key: string;
	tag: string;
	mark: Mark;
	attributes: Attributes;
	text?: string;
	children: (path: string) => Wish[];
}

const none = (): Wish[] => [];

/** Attributes without those that have no value. */
function given(all: Record<string, string | number | undefined>): Attributes {
	const out: Attributes = {};
	for (const k in all) if (all[k] !== undefined) out[k] = all[k];
	return out;
}

function wish(marks: Mark[], path: string): Wish[] {
	const out: Wish[] = [];
	for (const m of marks) {
		if (m.type === 'group') {
			const { clip } = m;
			if (clip)
				out.push({
					key: `${m.key}~clip`,
					tag: 'clipPath',
					mark: m,
					attributes: { id: `${path}-${m.key}` },
					children: () => [
						{
							key: 'clip',
							tag: 'rect',
							mark: m,
							attributes: { x: clip.x, y: clip.y, width: Math.max(0, clip.w), height: Math.max(0, clip.h) },
							children: none
						}
					]
				});
			out.push({
				key: m.key,
				tag: 'g',
				mark: m,
				attributes: given({
					transform: `translate(${m.x ?? 0} ${m.y ?? 0}) scale(${m.scale ?? 1})`,
					opacity: m.opacity,
					'clip-path': clip ? `url(#${path}-${m.key})` : undefined,
					'data-fact': m.fact
				}),
				children: (p) => wish(m.children, `${p}-${m.key}`)
			});
			continue;
		}
		if (m.type === 'text') {
			out.push({
				key: m.key,
				tag: 'text',
				mark: m,
				attributes: given({
					x: m.x,
					y: m.y,
					class: m.halo ? `${m.font} halo` : m.font,
					'font-size': m.size,
					'font-weight': m.weight ?? 500,
					'font-style': m.italic ? 'italic' : undefined,
					'text-anchor': m.anchor,
					fill: colour(m.fill ?? 'ink'),
					stroke: m.halo ? colour(m.halo) : undefined,
					'stroke-width': m.halo ? (m.width ?? Math.max(3, m.size / 4)) : undefined,
					opacity: m.opacity,
					'data-fact': m.fact
				}),
				text: m.text,
				children: none
			});
			continue;
		}
		const painted = {
			fill: m.type === 'line' ? undefined : (colour(m.fill) ?? 'none'),
			'fill-opacity': m.fillOpacity,
			stroke: colour(m.stroke) ?? (m.type === 'line' ? colour('ink') : undefined),
			'stroke-width': m.width,
			'stroke-dasharray': m.dash,
			'stroke-linecap': m.round && (m.type === 'line' || m.type === 'path') ? 'round' : undefined,
			'stroke-linejoin': m.type === 'path' ? 'round' : undefined,
			opacity: m.opacity,
			'data-fact': m.fact
		};
		const shape: Record<string, string | number | undefined> =
			m.type === 'rect'
				? { x: m.x, y: m.y, width: Math.max(0, m.w), height: Math.max(0, m.h), rx: m.r }
				: m.type === 'circle'
					? { cx: m.x, cy: m.y, r: Math.max(0, m.r) }
					: m.type === 'line'
						? { x1: m.x1, y1: m.y1, x2: m.x2, y2: m.y2 }
						: { d: m.d };
		out.push({ key: m.key, tag: m.type, mark: m, attributes: given({ ...shape, ...painted }), children: none });
	}
	return out;
}
