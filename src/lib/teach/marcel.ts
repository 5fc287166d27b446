import { replay } from '../watch/replay';
import { PLACE } from '../recording/site';
import type { Meaning } from '../rules/index';
import type { Card } from './cards';
import { SPOT, type Kit } from './drawings';
import { portrait, seated, seen } from './people';

/** The four makers' rules the story shows on Marcel, with the seconds it shows them with. */
const FOUR: readonly { id: string; maker: string; seconds: number; meaning: Meaning }[] = [
	{ id: 'hikvision', maker: 'Hikvision', seconds: 10, meaning: 'zone-clock' },
	{ id: 'axxon', maker: 'Axxon One', seconds: 30, meaning: 'zone-clock' },
	{ id: 'dahua', maker: 'Dahua', seconds: 10, meaning: 'must-move' },
	{ id: 'bosch', maker: 'Bosch', seconds: 30, meaning: 'barely-moves' }
];

/** Whether each of the four rules says Marcel's number within his longest stay. */
export function verdicts({ recording, deck }: Pick<Kit, 'recording' | 'deck'>): boolean[] {
	const { track } = deck.find((c) => c.key === 'marcel')!;
	return FOUR.map(({ seconds, meaning }) =>
		replay(recording, { kind: 'loitering', zone: PLACE.id, seconds, meaning }, { track }).alerts.some(
			(a) => a.track === track
		)
	);
}

/** One man under four rules; on a poster in two inks, and larger. */
export function four(kit: Kit, poster: boolean): string {
	const { say, deck } = kit;
	const spot = poster ? SPOT : '#000';
	const marcel = deck.find((c) => c.key === 'marcel')!;
	const d = portrait(marcel.who, seated(marcel));
	const alarms = verdicts(kit);
	const [w, h] = [d.w + 60, d.h + 52];
	const cells = FOUR.map(({ id: key, maker }, i) => {
		const alarm = alarms[i];
		const drawing = `<svg class="drawn" viewBox="0 0 ${w.toFixed(0)} ${h.toFixed(0)}" aria-hidden="true" focusable="false"><g transform="translate(${(30 - d.x).toFixed(1)} ${(26 - d.y).toFixed(1)})">${d.svg}</g><rect x="16" y="12" width="${(w - 32).toFixed(1)}" height="${(h - 24).toFixed(1)}" fill="none" stroke="${spot}" stroke-width="${alarm ? 7 : 2.5}"${alarm ? '' : ' stroke-dasharray="10 7"'}/></svg>`;
		return `<li${alarm ? ' class="alarm"' : ''}>${drawing}<p class="who">${maker}</p><p class="why">${say(`marcel.${key}`)}</p><p class="chip">${say(alarm ? 'marcel.alarm' : 'marcel.silent')}</p></li>`;
	});
	return `<ul class="four" aria-label="${say('marcel.alt')}">${cells.join('')}</ul>`;
}

/** Somebody in three steps: as they are, as an outline in a box, as a line of numbers. */
export function sensed({ recording, say }: Kit, card: Card): string {
	const { frame, box, track, counted } = card;
	const d = portrait(card.who);
	const o = seen(recording, card.who.id, box, frame, 'outline-sensor');
	const r = o.box;
	const rect = `<rect x="${r.x.toFixed(1)}" y="${r.y.toFixed(1)}" width="${r.w.toFixed(1)}" height="${r.h.toFixed(1)}" fill="none" stroke="#000" stroke-width="4" stroke-dasharray="14 7"/>`;
	const told = say('sensor.row', {
		n: track,
		x: Math.round(box.x),
		y: Math.round(box.y),
		w: Math.round(box.w),
		h: Math.round(box.h),
		s: Math.round(counted)
	});
	const rows = told
		.split(' · ')
		.map((part, i) => `<text x="560" y="${96 + 34 * i}">${part}</text>`)
		.join('');
	const base = 262;
	const arrow = (x: number): string =>
		`<path d="M${x} 140h44" stroke="#000" stroke-width="5"/><path d="M${x + 62} 140l-22 -13v26Z" fill="#000"/>`;
	return `<svg class="drawn" viewBox="0 0 860 280" role="img" aria-label="${say('sensor.alt')}"><g transform="translate(${(90 - d.x - d.w / 2).toFixed(1)} ${(base - d.y - d.h).toFixed(1)})">${d.svg}</g>${arrow(190)}<g transform="translate(${(350 - o.x - o.w / 2).toFixed(1)} ${(base - o.y - o.h).toFixed(1)})">${o.svg}${rect}</g>${arrow(450)}<g font-size="21" class="mono">${rows}</g></svg>`;
}
