import { overlap } from '../../figure/inset';
import { letter, measure, wrap } from '../../figure/text';
import { disc, slip } from '../../figure/marks';
import type { Placed } from '../../figure/square';
import type { Mark, Rect, SceneContext, View } from '../../picture/frame';
import { before, type Mistake } from './failures';

/** What really happened, and what the machine said. */
interface Sentences {
	truth: string;
	said: string;
}

export function sentences(c: SceneContext, mistake: Mistake): Sentences {
	const { moment, key } = mistake;
	const who = c.recording.street.people[moment.people[0]]?.key;
	const name = key === 'switch' && who ? c.say(`${who}.name`) : '';
	const number = String(before(c.recording, mistake) ?? '?');
	return {
		truth: c.say(`fails.${key}${key === 'switch' && !name ? '.other' : ''}`, { people: moment.people.length, name }),
		said: c.say(`fails.${key}.said`, { id: String(moment.track), before: number })
	};
}

/** Ink figures over the heads of those who really stand there, and clear of the number the machine has on them. */
export function heads(view: View, people: Placed[], chip: Rect | undefined, opacity: number): Mark[] {
	const r = view.phone ? 10 : 14;
	return people.flatMap(({ x, top }, i): Mark[] => {
		const above = top - r * 1.5;
		const hidden = chip && overlap(chip, { x: x - r, y: above - r, w: 2 * r, h: 2 * r });
		const y = hidden ? chip.y - r - 2 : above;
		return [
			disc(`head-${i}`, x, y, r, { fill: 'paper', stroke: 'ink', width: 1.6, opacity }),
			letter(`head-text-${i}`, 'grot', x, y + r * 0.42, Math.max(12, r * 1.15), String(i + 1), {
				weight: 500,
				anchor: 'middle',
				opacity
			})
		];
	});
}

/** The rectangle around some. */
export function around(...all: Rect[]): Rect {
	const x = Math.min(...all.map((q) => q.x));
	const y = Math.min(...all.map((q) => q.y));
	return {
		x,
		y,
		w: Math.max(...all.map((q) => q.x + q.w)) - x,
		h: Math.max(...all.map((q) => q.y + q.h)) - y
	};
}

/** What happened, in ink, and what the machine said, in its own hand and colour, on one slip beside a rectangle. */
export function verdict(view: View, r: Rect, { truth, said }: Sentences, opacity: number): Mark[] {
	if (opacity <= 0) return [];
	const { phone } = view;
	const size = phone ? 15 : 22;
	const mono = phone ? 12.5 : 16;
	const max = phone ? 240 : 400;
	const lines = wrap(truth, size, 'grot', max);
	const machine = wrap(said, mono, 'mono', max);
	const widths = [...lines.map((l) => measure(l, size, 'grot')), ...machine.map((l) => measure(l, mono, 'mono'))];
	const w = Math.max(...widths) + 26;
	const h = lines.length * size * 1.16 + machine.length * mono * 1.3 + 26;
	const left = phone ? 8 : view.free.x;
	const x = Math.max(left, Math.min(view.width - w - 12, r.x + r.w / 2 - w / 2));
	const bottom = view.height - { phone: 10, tall: 28, wide: 74 }[view.shape];
	const y = r.y + r.h + 20 + h < bottom ? r.y + r.h + 20 : Math.max(10, r.y - h - (phone ? 34 : 56));
	const spoken = y + 16 + lines.length * size * 1.14;
	return [
		slip('fail-back', { x, y, w, h }, { width: 1.8, opacity }),
		...lines.map((text, i): Mark =>
			letter(`fail-${i}`, 'grot', x + 13, y + 8 + (i + 1) * size * 1.1, size, text, { weight: 500, opacity })
		),
		...machine.map((text, i) =>
			letter(`fail-said-${i}`, 'mono', x + 13, spoken + (i + 0.8) * mono * 1.3, mono, text, {
				fill: 'signal-text',
				opacity
			})
		)
	];
}
