import { describe, expect, it } from 'vitest';
import { FOUND, MEAUX } from '../../src/lib/centre/published';
import { LENSES } from '../../src/lib/figure/town/plan';
import { inset } from '../../src/lib/figure/town/polygon';
import { along, town } from '../../src/lib/figure/town/town';
import { FEEDS, GAME_FEEDS, GROUPS, OURS } from '../../src/lib/figure/wall/feeds';
import { wallTiles } from '../../src/lib/figure/wall/wall';
import { createReading, createRound, ROUNDS, score, walkerAt } from '../../src/lib/scenes/centre/game';
import { CUES } from '../../src/lib/scenes/centre/cues';
import { MOVES, screensInView, testFoot, testTiles, tilesAt, type Tile } from '../../src/lib/scenes/centre/tiles';
import { groupsOf, umbrellaField } from '../../src/lib/scenes/centre/umbrellas';
import { valuesOf } from '../../src/lib/scenes/cues';
import type { Rect, View } from '../../src/lib/picture/frame';
import { viewOfWindow, WINDOWS } from '../../src/lib/picture/view';
import { expectClearTexts, expectNoJump, framesOf, names, steps, stepsOf } from '../kit';

const at = framesOf('centre');

/** Where the screens are at a place of a step, grown from `small` ones. */
const tilesIn = (step: string, progress: number, view: View, small: Rect[]): Tile[] => {
	const place = { chapter: 'centre', steps: names.centre, step: names.centre.indexOf(step) + 1, progress };
	return tilesAt(view, valuesOf(CUES(place), ...MOVES), small, 0);
};

describe('the town', () => {
	const t = town();

	it('has its lenses at street corners that have a way to the house, none on the banks of the river', () => {
		expect(t.lenses).toHaveLength(LENSES);
		const banks = new Set([...t.banks[0], ...t.banks[1]].map(String));
		for (const lens of t.lenses) {
			expect(Number.isFinite(lens.distance)).toBe(true);
			expect(banks.has(String(t.nodes[lens.node]))).toBe(false);
		}
		expect(new Set(t.lenses.map((l) => l.node)).size).toBe(LENSES);
	});

	it('runs every stream down the streets, over bridges only, to the same corner', () => {
		const crossings = new Set(t.bridges.flatMap(([a, b]) => [`${a}/${b}`, `${b}/${a}`]));
		const south = new Set(t.banks[0].map(String));
		const north = new Set(t.banks[1].map(String));
		const ends = new Set<number>();
		for (const lens of t.lenses) {
			let i = lens.node;
			while (t.next[i] >= 0) {
				const a = String(t.nodes[i]);
				const b = String(t.nodes[t.next[i]]);
				if ((south.has(a) && north.has(b)) || (north.has(a) && south.has(b)))
					expect(crossings.has(`${a}/${b}`)).toBe(true);
				expect(t.distance[t.next[i]]).toBeLessThan(t.distance[i]);
				i = t.next[i];
			}
			ends.add(i);
		}
		expect(ends.size).toBe(1);
	});

	it('gathers every stream on the last stretch', () => {
		expect(t.reaches.at(-1)!.arrivals).toHaveLength(LENSES);
	});

	it('follows a stream from its lens until it has arrived', () => {
		const { node, distance } = t.lenses[3];
		expect(along(t, node, 0)).toEqual(t.nodes[node]);
		expect(along(t, node, distance / 2)).not.toBeNull();
		expect(along(t, node, distance + 1)).toBeNull();
	});

	it('insets a square by half its side to nothing', () => {
		const square: [number, number][] = [
			[0, 0],
			[10, 0],
			[10, 10],
			[0, 10]
		];
		expect(inset(square, 2).map((p) => p.map(Math.round))).toEqual([
			[2, 2],
			[8, 2],
			[8, 8],
			[2, 8]
		]);
		expect(inset(square, 6)).toHaveLength(0);
	});
});

describe('the wall', () => {
	it('has as many screens as Meaux, six kinds of places, and one square', () => {
		expect(FEEDS).toHaveLength(MEAUX.screens);
		expect(new Set(FEEDS.map((f) => f.setting)).size).toBe(7);
		expect(FEEDS.filter((f) => f.setting === 'street')).toHaveLength(1);
		expect(FEEDS[OURS].setting).toBe('street');
		expect(GROUPS.flat()).not.toContain(OURS);
		GROUPS[3].forEach((tile, i) => expect(FEEDS[tile]).toEqual(GAME_FEEDS[i]));
	});

	it('keeps every screen in the room, apart from one another, and those of the story where no text comes', () => {
		for (const window of WINDOWS) {
			const view = viewOfWindow(window);
			const tiles = wallTiles(view);
			for (const r of tiles) {
				expect(r.x).toBeGreaterThanOrEqual(0);
				expect(r.x + r.w).toBeLessThanOrEqual(view.width);
				expect(r.y + r.h).toBeLessThanOrEqual(view.height);
			}
			for (const i of [...GROUPS[3], OURS, ...screensInView(view)])
				expect(tiles[i].x, `screen ${i}`).toBeGreaterThanOrEqual(view.free.x - 6);
			expect(screensInView(view).length).toBeGreaterThan(12);
			tiles.forEach((a, i) =>
				tiles.slice(i + 1).forEach((b) => {
					const apart = a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
					expect(apart).toBe(true);
				})
			);
		}
	});

	it('moves screens without a jump over the whole chapter', () => {
		const view = viewOfWindow([1440, 900]);
		const small = wallTiles(view).map((r) => ({ ...r, w: r.w / 4, h: r.h / 4 }));
		const from = names.centre.indexOf('wall');
		const byIndex = (t: number) =>
			new Map(tilesIn(names.centre[Math.floor(t)], t % 1, view, small).map((r) => [r.index, r]));
		let before = byIndex(from + 0.001);
		for (let t = from + 0.01; t < names.centre.length; t += 0.01) {
			const now = byIndex(t);
			for (const [i, r] of now) {
				const old = before.get(i);
				if (old) expect(Math.hypot(old.x - r.x, old.y - r.y), `screen ${i} at ${t}`).toBeLessThan(120);
				else expect(r.on, `screen ${i} at ${t}`).toBeLessThan(0.3);
			}
			before = now;
		}
	});

	it('brings the nine of the test forward, larger than on the wall and clear of what they lead to', () => {
		for (const window of WINDOWS) {
			const view = viewOfWindow(window);
			const nine = testTiles(view);
			expect(nine[0].w, String(window)).toBeGreaterThan(1.15 * wallTiles(view)[0].w);
			for (const g of groupsOf(view)) expect(g.caption.y, String(window)).toBeGreaterThan(testFoot(view) + 6);
		}
	});

	it('lights as many screens as each published result is of, adds to them only, and keeps all on the wall', () => {
		const view = viewOfWindow([1440, 900]);
		const small = wallTiles(view);
		const held: number[][] = [];
		// From where the wall has gone dark to the end of the step.
		for (let progress = 0.1; progress <= 1; progress += 0.01) {
			const tiles = tilesIn('umbrellas', progress, view, small);
			expect(new Set(tiles.map((r) => r.index)).size).toBe(FEEDS.length);
			if (tiles.some((r) => r.on > 0.01 && r.on < 0.99)) continue;
			const lit = tiles.filter((r) => r.on >= 0.99).map((r) => r.index);
			if (lit.length && lit.length !== held.at(-1)?.length) held.push(lit);
		}
		expect(held.map((lit) => lit.length)).toEqual(FOUND.map((f) => f.monitors));
		held.slice(1).forEach((lit, i) => expect(lit).toEqual(expect.arrayContaining(held[i])));
	});

	it('sets the numbers of the test down inside the free area, apart from one another', () => {
		for (const window of WINDOWS) {
			const view = viewOfWindow(window);
			const groups = groupsOf(view);
			for (const { field } of groups) {
				expect(field.cell).toBeGreaterThan(5);
				expect(field.y + 10 * field.cell, `${window}`).toBeLessThanOrEqual(view.free.y + view.free.h + 1);
			}
		}
	});

	it('fills as many umbrellas as were found', () => {
		const count = (d: string) => d.split('M').length - 1;
		for (const { percent } of FOUND) {
			const [full, empty] = umbrellaField({ x: 0, y: 0, cell: 20, columns: 10 }, percent, 9);
			if (full.type !== 'shape' || empty.type !== 'shape') throw new Error('shapes');
			expect(count(full.d)).toBe(percent);
			expect(count(full.d) + count(empty.d)).toBe(100);
		}
	});
});

describe('the game', () => {
	it('refuses rounds that cannot be played', () => {
		expect(() => createRound(1, 0, 20)).toThrow();
		expect(() => createRound(1, 10, 20)).toThrow();
		expect(() => createRound(1, 9, 5)).toThrow();
		expect(() => createRound(1, NaN, 20)).toThrow();
	});

	it('opens one umbrella at a time, always in the picture, whatever the seed', () => {
		for (let seed = 0; seed < 60; seed++)
			for (const [screens, seconds] of [
				[1, 20],
				[9, 40],
				[4, 25]
			]) {
				const round = createRound(seed, screens, seconds);
				let last = 0;
				for (const o of round.openings) {
					expect(o.from).toBeGreaterThanOrEqual(last);
					expect(o.to).toBeLessThanOrEqual(seconds);
					expect(o.screen).toBeLessThan(screens);
					last = o.to;
					for (let s = o.from; s <= o.to; s += 0.2) {
						const { x } = walkerAt(round, o.walker, s);
						expect(x).toBeGreaterThan(0.05);
						expect(x).toBeLessThan(0.95);
					}
					expect(walkerAt(round, o.walker, (o.from + o.to) / 2).open).toBe(1);
				}
			}
	});

	it('lasts one minute in all', () => {
		expect(ROUNDS[0].seconds + ROUNDS[1].seconds).toBe(60);
		expect([ROUNDS[0].screens, ROUNDS[1].screens]).toEqual([FOUND[0].monitors, FOUND[3].monitors]);
	});

	it('scores hits once, answers late by a moment, and false alarms', () => {
		const round = createRound(2, 9, 40);
		const perfect = round.openings.map((o) => ({ screen: o.screen, at: o.from + 1 }));
		expect(score(round, perfect)).toEqual({
			hits: round.openings.length,
			targets: round.openings.length,
			falseAlarms: 0,
			percent: 100
		});
		expect(score(round, [...perfect, ...perfect]).falseAlarms).toBe(0);
		expect(score(round, []).percent).toBe(0);
		const [o] = round.openings;
		expect(score(round, [{ screen: o.screen, at: o.to + 0.5 }]).hits).toBe(1);
		expect(score(round, [{ screen: (o.screen + 1) % 9, at: o.from + 1 }])).toMatchObject({ hits: 0, falseAlarms: 1 });
		expect(score(round, [{ screen: o.screen, at: o.from - 0.2 }]).hits).toBe(0);
	});

	it('has one umbrella in each list of its text version', () => {
		for (const lines of createReading(11, 9, 20, 6)) {
			expect(lines).toHaveLength(9);
			expect(lines.filter((l) => l.umbrella)).toHaveLength(1);
		}
	});
});

describe('the chapter', () => {
	it('is continuous from step to step, at every size', () => {
		expectNoJump(at, steps.centre);
	});

	it('keeps its words inside the stage and off one another', () => {
		expectClearTexts(
			at,
			stepsOf('centre'),
			[0.4, 0.5, 0.6, 0.8],
			[{}, { 'centre.round': 3, 'centre.percent1': 100, 'centre.percent9': 38 }]
		);
	});

	it('prints the published rates with their source', () => {
		const frame = at(names.centre.indexOf('umbrellas') + 1, 0.6);
		for (const { percent } of FOUND)
			expect(frame.marks.some((m) => m.type === 'text' && m.text.includes(String(percent)) && m.fact === 'f16')).toBe(
				true
			);
	});
});
