import { describe, expect, it } from 'vitest';
import { BRICKS, OUTSIDE, USES } from '../../src/lib/scenes/regles/data';
import { layoutOf } from '../../src/lib/scenes/regles/layout';
import { sortingOf } from '../../src/lib/scenes/regles/list';
import { readLabels } from '../../src/lib/server/labels';
import type { Frame, Mark } from '../../src/lib/picture/frame';
import { viewOfWindow, WINDOWS } from '../../src/lib/picture/view';
import { emptyRecording, expectNoJump, flat, framesOf, steps, stepsOf, textFaults } from '../kit';

const at = framesOf('regles', { recording: emptyRecording() });
type Group = Extract<Mark, { type: 'group' }>;
const groups = (frame: Frame): Group[] => {
	const list = frame.marks.find((m) => m.key === 'list');
	return list?.type === 'group'
		? list.children.filter((m): m is Group => m.type === 'group' && m.key.startsWith('row.'))
		: [];
};

describe('the uses', () => {
	it('are the eighteen the interview names, each with at least two blocks; the nineteenth stands apart', () => {
		expect(USES).toHaveLength(18);
		expect(new Set(USES.map((u) => u.id)).size).toBe(18);
		for (const use of USES) {
			expect(use.bricks.length, use.id).toBeGreaterThan(1);
			expect(use.bricks.every((b) => BRICKS.includes(b))).toBe(true);
		}
		expect(USES).not.toContain(OUTSIDE);
	});

	it('have words for every block they are made of, in both languages', () => {
		const labels = { fr: readLabels('src/content/figures', 'fr'), en: readLabels('src/content/figures', 'en') };
		for (const lang of ['fr', 'en'] as const) {
			const cells = Object.keys(labels[lang].regles).filter((k) => k.startsWith('cell.'));
			expect(cells.sort()).toEqual(USES.flatMap((u) => u.bricks.map((b) => `cell.${u.id}.${b}`)).sort());
		}
	});

	it('keep their number and their blocks while they are sorted anew', () => {
		for (const size of WINDOWS) {
			const sold = groups(at(3, 1, size));
			const used = groups(at(4, 1, size));
			for (const row of sold) {
				const same = used.find((r) => r.key === row.key);
				if (same) expect(same.children, row.key).toBe(row.children);
			}
			// A phone shows the part of the list it is paged to.
			if (viewOfWindow(size).shape === 'phone') continue;
			expect(sold).toHaveLength(18);
			expect(used).toHaveLength(18);
			const order = (list: Group[]) => [...list].sort((a, b) => a.y! - b.y!).map((r) => r.key.replace('row.', ''));
			expect(order(used).slice(0, 5)).toEqual(['ticket', 'crowd', 'loiter', 'face', 'search']);
			expect(order(sold).slice(-5)).toEqual(['ticket', 'crowd', 'loiter', 'face', 'search']);
		}
	});

	it('never lie over one another on the way, in the list or in the lane', () => {
		for (const size of WINDOWS) {
			const l = layoutOf(viewOfWindow(size));
			for (let t = 0; t <= 1.0001; t += 0.01) {
				const { rows } = sortingOf(l, t);
				rows.forEach((a, i) =>
					rows.slice(i + 1).forEach((b, k) => {
						const across = l.w - Math.abs(a.lane - b.lane) * l.lane;
						const down = l.h - Math.abs(a.y - b.y);
						expect(
							across > 1 && down > 1.5,
							`${size} at ${t.toFixed(2)}: ${USES[i].id} and ${USES[i + 1 + k].id}, ${across.toFixed(0)}×${down.toFixed(0)}`
						).toBe(false);
					})
				);
			}
		}
	});

	it('stand inside the free part of the stage, and on a wide one travel on it too', () => {
		for (const size of WINDOWS) {
			const view = viewOfWindow(size);
			const l = layoutOf(view);
			if (view.shape !== 'phone') {
				expect(l.list.x + l.lane + l.w).toBeLessThanOrEqual(view.width);
				for (const t of [0, 1]) expect(sortingOf(l, t).height).toBeLessThanOrEqual(l.list.h + 0.01);
			} else expect(l.list.x + l.lane).toBeGreaterThanOrEqual(view.width);
			expect(l.panel.y + l.panel.h).toBeLessThanOrEqual(view.free.y + view.free.h + 0.01);
			expect(l.panel.x + l.panel.w).toBeLessThanOrEqual(view.free.x + view.free.w + 0.01);
		}
	});
});

describe('the matrix on a wide stage', () => {
	it('is large enough to read, and its panel is tied to the row it explains', () => {
		const l = layoutOf(viewOfWindow([1440, 900]));
		expect(l.h).toBeGreaterThan(34);
		for (const kind of BRICKS) {
			expect(l.cells[kind].w).toBeGreaterThanOrEqual(34);
			expect(l.columns[kind].w).toBeGreaterThanOrEqual(44);
		}
		for (const use of USES) {
			const all = [...flat(at(4, 0.9, undefined, { params: { 'regles.use': use.id } }).marks)].map((f) => f.mark);
			const lit = all.find((m) => m.key === 'lit' && m.type === 'rect');
			const back = all.find((m) => m.key === 'back');
			if (lit?.type !== 'rect' || back?.type !== 'rect') throw new Error(`${use.id} is not explained`);
			const middle = lit.y + lit.h / 2;
			expect(middle, use.id).toBeGreaterThan(back.y);
			expect(middle, use.id).toBeLessThan(back.y + back.h + 60);
		}
	});
});

describe('the scene', () => {
	it('goes from step to step without a jump', () => {
		expectNoJump(at, steps.regles);
	});

	it('explains the cell the reader asks for, and lights it', () => {
		const frame = at(4, 0.9, undefined, { params: { 'regles.use': 'parking', 'regles.brick': 'clock' } });
		const all = [...flat(frame.marks)];
		expect(all.some(({ mark }) => mark.key === 'lit.cell')).toBe(true);
		const words = all.map(({ mark }) => (mark.type === 'text' ? mark.text : ''));
		expect(words).toContain('Stationnement gênant');
		expect(words).toContain('arrêté trop longtemps');
	});

	it('sets every label inside the stage and off the others', () => {
		for (const window of WINDOWS)
			for (const lang of ['fr', 'en'] as const)
				for (const step of stepsOf('regles'))
					for (const p of [0.58, 0.8, 1]) {
						// Rows on their way out of a phone's window leave the stage on purpose.
						if (step === 4 && p < 0.6) continue;
						const frame = at(step, p, window, { lang });
						expect(textFaults(frame, viewOfWindow(window)), `${step} ${p} ${window} ${lang}`).toEqual([]);
					}
	});
});
