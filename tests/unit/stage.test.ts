import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { createDiff, type Patch } from '../../src/lib/stage/diff';
import { same } from '../../src/lib/stage/same';
import type { Mark } from '../../src/lib/picture/frame';

interface Element {
	id: number;
	tag: string;
	attributes: Record<string, unknown>;
	text?: string;
	children: Element[];
}

/** What a page's SVG would be after the patches: the part of the DOM that stage/svg.ts uses. */
function createPage() {
	const root: Element = { id: 0, tag: 'svg', attributes: {}, children: [] };
	const all = new Map<number, Element>([[0, root]]);
	const get = (id: number) => {
		const e = all.get(id);
		if (!e) throw new Error(`no element ${id}`);
		return e;
	};
	const detach = (id: number) => {
		for (const e of all.values()) e.children = e.children.filter((c) => c.id !== id);
	};
	const insert = (e: Element, parent: number, before: number) => {
		detach(e.id);
		const { children } = get(parent);
		const at = before ? children.findIndex((c) => c.id === before) : children.length;
		if (at < 0) throw new Error(`${before} is not in ${parent}`);
		children.splice(at, 0, e);
	};
	return {
		root,
		apply(patches: Patch[]) {
			for (const p of patches)
				if (p[0] === 'create') {
					const e: Element = { id: p[1], tag: p[2], attributes: { ...p[5] }, text: p[6], children: [] };
					all.set(e.id, e);
					insert(e, p[3], p[4]);
				} else if (p[0] === 'set')
					for (const k in p[2]) {
						if (p[2][k] === null) delete get(p[1]).attributes[k];
						else get(p[1]).attributes[k] = p[2][k];
					}
				else if (p[0] === 'text') get(p[1]).text = p[2];
				else if (p[0] === 'move') insert(get(p[1]), p[2], p[3]);
				else {
					get(p[1]);
					detach(p[1]);
					all.delete(p[1]);
				}
		}
	};
}

const bare = (e: Element): unknown => ({ ...e, id: 0, children: e.children.map(bare) });
const fresh = (marks: Mark[]) => {
	const page = createPage();
	page.apply(createDiff('m')(marks).patches);
	return bare(page.root);
};

const leaf = (key: string): fc.Arbitrary<Mark> =>
	fc.oneof(
		fc.record({
			key: fc.constant(key),
			type: fc.constant('text' as const),
			x: fc.nat(9),
			y: fc.nat(9),
			text: fc.string({ maxLength: 3 }),
			size: fc.constant(12),
			font: fc.constant('mono' as const),
			halo: fc.option(fc.constant('paper'), { nil: undefined })
		}),
		fc.record({
			key: fc.constant(key),
			type: fc.constant('rect' as const),
			x: fc.nat(9),
			y: fc.nat(9),
			w: fc.nat(9),
			h: fc.nat(9),
			stroke: fc.option(fc.constant('signal'), { nil: undefined })
		}),
		fc.record({
			key: fc.constant(key),
			type: fc.constant('line' as const),
			x1: fc.nat(9),
			y1: fc.nat(9),
			x2: fc.nat(9),
			y2: fc.nat(9)
		})
	);
const several = (make: (key: string) => fc.Arbitrary<Mark>): fc.Arbitrary<Mark[]> =>
	fc
		.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 })
		.chain((keys) => fc.tuple(...keys.map(make)));
const group = (key: string): fc.Arbitrary<Mark> =>
	fc.record({
		key: fc.constant(key),
		type: fc.constant('group' as const),
		x: fc.option(fc.nat(9), { nil: undefined }),
		clip: fc.option(fc.constant({ x: 0, y: 0, w: 5, h: 5 }), { nil: undefined }),
		children: several(leaf)
	});
const frames = fc.array(
	several((key) => fc.oneof(leaf(key), group(key))),
	{ minLength: 2, maxLength: 5 }
);

describe('marks on the page', () => {
	it('are after any series of frames what the last frame alone would give', () => {
		fc.assert(
			fc.property(frames, (series) => {
				const page = createPage();
				const diff = createDiff('m');
				for (const marks of series) page.apply(diff(marks).patches);
				expect(bare(page.root)).toEqual(fresh(series[series.length - 1]));
			}),
			{ numRuns: 300 }
		);
	});
	it('come a few at a time when there are many, and are then the same', () => {
		fc.assert(
			fc.property(frames, fc.integer({ min: 1, max: 3 }), (series, budget) => {
				const page = createPage();
				const diff = createDiff('m', budget);
				for (const marks of series)
					for (let done = false; !done;) {
						const { patches, complete } = diff(marks);
						expect(patches.filter((p) => p[0] === 'create').length).toBeLessThanOrEqual(budget);
						page.apply(patches);
						done = complete;
					}
				expect(bare(page.root)).toEqual(fresh(series[series.length - 1]));
			}),
			{ numRuns: 300 }
		);
	});
	it('are left alone when nothing changed, and one change says one thing', () => {
		const diff = createDiff('m');
		const marks = (x: number): Mark[] => [
			{ key: 'g', type: 'group', children: [{ key: 'a', type: 'circle', x, y: 1, r: 2, fill: 'ink' }] },
			{ key: 'b', type: 'path', d: 'M0 0' }
		];
		diff(marks(1));
		expect(diff(marks(1)).patches).toEqual([]);
		expect(diff(marks(2)).patches).toEqual([['set', expect.any(Number), { cx: 2 }]]);
	});
});

describe('same', () => {
	it('compares plain data by value, typed arrays too', () => {
		expect(
			same({ a: [1, { b: 2 }], c: new Float32Array([1, 2]) }, { a: [1, { b: 2 }], c: new Float32Array([1, 2]) })
		).toBe(true);
		expect(same({ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] })).toBe(false);
		expect(same(new Float32Array([1, 2]), new Float32Array([1, 3]))).toBe(false);
		expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(false);
		expect(same({ a: undefined }, { b: undefined })).toBe(false);
		expect(same(NaN, NaN)).toBe(true);
	});
});
