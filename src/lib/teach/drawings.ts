import type { Lang } from '../picture/context';
import type { Recording } from '../recording/types';
import { cardSheets, ruleSheets } from './imposition';
import { deckOf, type Card } from './cards';
import { durations } from './chart';
import { four, sensed } from './marcel';
import { portrait, seated } from './people';
import { resultsOf, THRESHOLDS, type Results } from './results';
import { square } from './square';

export type Say = (key: string, vars?: Record<string, string | number>) => string;

/** What every drawing of the kit has at hand. */
export interface Kit {
	recording: Recording;
	lang: Lang;
	say: Say;
	stats: Record<string, number>;
	deck: Card[];
	results: Results;
	/** Seconds as a reader says them. */
	time: (seconds: number) => string;
	nameOf: (card: Card) => string;
}

/** Opens the kit's drawings over a recording: HTML by name, and the numbers that the prose of the kit may print. */
export function createDrawings(recording: Recording, lang: Lang, say: Say, stats: Record<string, number>) {
	const deck = deckOf(recording);
	const results = resultsOf(recording, deck);
	const passer = (key: string): boolean => !recording.street.people.some((p) => p.key === key);
	const kit: Kit = {
		recording,
		lang,
		say,
		stats,
		deck,
		results,
		time: (seconds) => {
			const s = Math.round(seconds);
			return s < 60 ? say('seconds', { n: s }) : say('minutes', { m: Math.floor(s / 60), s: s % 60 });
		},
		nameOf: (card) => (passer(card.key) ? say(`name.${card.key}`) : say(`${card.key}.name`))
	};
	const of = (key: string): Card => deck.find((c) => c.key === key)!;
	const own: Record<string, number> = {
		cards: deck.length,
		...Object.fromEntries(results.loitering.map((l) => [`cards.${l.seconds}`, l.cards.length])),
		'marcel.stayed': Math.round(of('marcel').stayed),
		'samir.stayed': Math.round(of('teen3').stayed),
		'samir.counted': Math.round(of('teen3').counted),
		'zoe.stayed': Math.round(of('child').stayed),
		'zoe.counted': Math.round(of('child').counted),
		'theo.numbers': of('friend2').numbers,
		'rule.counterflow': results.counterFlow,
		'rule.line': results.line,
		'rule.intrusion': results.intrusion,
		'rule.still': results.still
	};
	const make: Record<string, (who?: string) => string> = {
		deck: () => cardSheets(kit),
		rules: () => ruleSheets(kit),
		results: () => table(kit),
		durations: () => chart(kit),
		square: () => whole(kit, true),
		plain: () => whole(kit, false),
		sensor: () => sensed(kit, of('nour')),
		four: () => four(kit, false),
		'poster-square': () => posterSquare(kit),
		'poster-people': () => posterPeople(kit),
		'poster-marcel': () => four(kit, true),
		row: (who = '') => row(kit, who.split(','))
	};
	return { make, stats: own };
}

/** The red of the posters: the second ink of two, and black where there is one. */
export const SPOT = '#e0301e';

/** The moment of the square most sheets show: a clear one, with everybody of the story on it. */
const MOMENT = 1500;

const svg = (width: number, height: number, alt: string, inner: string, kind = 'drawn'): string =>
	`<svg class="${kind}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${alt}">${inner}</svg>`;

/** The square across a page, with boxes and without. */
function whole({ recording, say }: Kit, boxed: boolean): string {
	const [width, height] = [1200, 640];
	const inner = square(recording, {
		frame: MOMENT,
		width,
		height,
		zoom: 1.32,
		focus: [0.5, 0.86],
		at: [0.5, 0.9],
		threshold: boxed ? 60 : undefined
	});
	return svg(width, height, say(boxed ? 'square.alt' : 'square.plain.alt'), inner);
}

/** Everybody's time and whom each threshold flags, as the facilitator reads it out. */
function table({ deck, say, time, nameOf }: Kit): string {
	const head = ['card', 'number', 'name', 'stayed', 'counted'].map((k) => `<th scope="col">${say(`table.${k}`)}</th>`);
	const over = THRESHOLDS.map((s) => `<th scope="col">${say('table.over', { n: s })}</th>`);
	const rows = deck.map((card) => {
		const cells = THRESHOLDS.map((s) => {
			const [mark, word] = card.counted >= s ? ['●', 'flagged'] : card.stayed >= s ? ['○', 'lost'] : ['–', 'not'];
			return `<td><span aria-hidden="true">${mark}</span> <span class="word">${say(`table.${word}`)}</span></td>`;
		});
		return `<tr><th scope="row">${card.order}</th><td>${card.track}</td><td>${nameOf(card)}</td><td>${time(card.stayed)}</td><td>${time(card.counted)}</td>${cells.join('')}</tr>`;
	});
	return `<div class="scrolls" role="group" aria-label="${say('scroll')}" tabindex="0"><table class="results"><caption>${say('table')}</caption><thead><tr>${head.join('')}${over.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function chart({ recording, say, stats }: Kit): string {
	const [a, b, c] = THRESHOLDS.map((s) => stats[`flagged.${s}`]);
	return durations(
		recording,
		(key) => say(`${key}.name`),
		(n) => say('chart.over', { n })
	).replace('{alt}', say('chart.alt', { a, b, c }));
}

/** Some people in a row, in lines; their keys as the street has them. Throws on somebody who is not in the deck. */
function row({ deck, say, nameOf }: Kit, keys: readonly string[]): string {
	const cards = keys.map((key) => {
		const card = deck.find((c) => c.key === key);
		if (!card) throw new Error(`"${key}" is not in the deck`);
		return card;
	});
	const drawn = cards.map((card) => portrait(card.who, seated(card)));
	const alt = say('row.alt', { names: cards.map(nameOf).join(', ') });
	// As high as the tallest: some are taller than a grown body, and wear a helmet.
	const foot = Math.max(...drawn.map((d) => d.h)) + 4;
	let x = 0;
	const inner = drawn.map((d) => {
		const part = `<g transform="translate(${(x - d.x).toFixed(1)} ${(foot - d.y - d.h).toFixed(1)})">${d.svg}</g>`;
		x += d.w + 40;
		return part;
	});
	return svg(Math.ceil(x - 40), Math.ceil(foot + 4), alt, inner.join(''), 'drawn low');
}

/** The square, upright, for a wall: clocks and boxes in the second ink. */
function posterSquare({ recording, say }: Kit): string {
	const [width, height] = [1400, 1430];
	const inner = square(recording, {
		frame: MOMENT,
		width,
		height,
		zoom: 1.02,
		focus: [0.47, 0.86],
		at: [0.5, 0.9],
		threshold: 60,
		spot: SPOT,
		label: ({ seconds }) => (seconds > 0 ? say('seconds', { n: Math.round(seconds) }) : '')
	});
	return svg(width, height, say('square.alt'), inner);
}

/** Twelve of them, each with the box and the number the machine has of them. */
function posterPeople(kit: Kit): string {
	const { deck, say, nameOf, time } = kit;
	const keys = [
		'nour',
		'marcel',
		'josette',
		'courier',
		'simon',
		'tourist',
		'teen1',
		'teen2',
		'teen3',
		'baker2',
		'florist',
		'parent'
	];
	const people = keys.map((key) => {
		const card = deck.find((c) => c.key === key)!;
		const d = portrait(card.who, seated(card));
		const [w, h] = [Math.max(150, d.w + 24), 268];
		const drawing = `<svg class="drawn" viewBox="0 0 ${w.toFixed(0)} ${h}" aria-hidden="true" focusable="false"><g transform="translate(${(w / 2 - d.x - d.w / 2).toFixed(1)} ${(h - 8 - d.y - d.h).toFixed(1)})">${d.svg}</g><rect x="${((w - d.w) / 2 - 8).toFixed(1)}" y="${(h - 14 - d.h).toFixed(1)}" width="${(d.w + 16).toFixed(1)}" height="${(d.h + 10).toFixed(1)}" fill="none" stroke="${SPOT}" stroke-width="3.5"/></svg>`;
		return `<li>${drawing}<p class="chip">${say('number', { n: card.track })} · ${time(card.counted)}</p><p class="who">${nameOf(card)}</p><p class="why">${say(`${card.key}.why`)}</p></li>`;
	});
	return `<ul class="wall-people">${people.join('')}</ul>`;
}
