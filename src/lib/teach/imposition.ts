import type { Card } from './cards';
import type { Kit } from './drawings';
import { RULES, SIGNS } from './icons';
import { portrait, seated, seen, type Drawn } from './people';

/** Cards of 63 × 88 mm, nine to an A4: they fit the sleeves of card games. Both sides share margins, so that they meet. */
const COLUMNS = 3;
const NINE = 9;
const [WIDE, HIGH, LEFT, TOP] = [63, 88, 10.5, 16.5];

/** Marks in the margins where the cuts go, millimetres on an A4. */
function marks(): string {
	const down = Array.from({ length: COLUMNS + 1 }, (_, i) => LEFT + i * WIDE).map((x) => `M${x} 5V13M${x} 284V292`);
	const across = Array.from({ length: 4 }, (_, i) => TOP + i * HIGH).map((y) => `M2.5 ${y}H8M202 ${y}H207.5`);
	return `<svg class="cuts" viewBox="0 0 210 297" aria-hidden="true" focusable="false"><path d="${down.join('')}${across.join('')}" stroke="#000" stroke-width="0.25" fill="none"/></svg>`;
}

/** The backs of a page in the order in which they lie behind its fronts when the sheet is turned over its long edge. */
export function turned<T>(cards: readonly T[], columns = COLUMNS): T[] {
	const out: T[] = [];
	for (let i = 0; i < cards.length; i += columns) out.push(...cards.slice(i, i + columns).reverse());
	return out;
}

const page = (kind: string, title: string, cards: readonly string[]): string =>
	`<section class="paper deck ${kind}" aria-label="${title}">${marks()}<ul>${cards.map((c) => `<li>${c}</li>`).join('')}</ul></section>`;

const framed = (d: Drawn, alt: string, inner: string, room = 6): string =>
	`<svg class="drawn" viewBox="${(d.x - room).toFixed(1)} ${(d.y - room).toFixed(1)} ${(d.w + 2 * room).toFixed(1)} ${(d.h + 2 * room).toFixed(1)}" role="img" aria-label="${alt}">${inner}</svg>`;

/** What the camera has of somebody. */
function front({ recording, say, time }: Kit, card: Card): string {
	const d = seen(recording, card.who.id, card.box, card.frame, `outline-${card.order}`);
	const { box } = d;
	const x = Math.min(d.x, box.x);
	const y = Math.min(d.y, box.y);
	const all = {
		svg: '',
		x,
		y,
		w: Math.max(d.x + d.w, box.x + box.w) - x,
		h: Math.max(d.y + d.h, box.y + box.h) - y
	};
	const rect = `<rect x="${box.x.toFixed(1)}" y="${box.y.toFixed(1)}" width="${box.w.toFixed(1)}" height="${box.h.toFixed(1)}" fill="none" stroke="#000" stroke-width="5" stroke-dasharray="16 8"/>`;
	return `<p class="no">${say('number', { n: card.track })}</p>${framed(all, say('front.alt'), d.svg + rect)}<p class="secs"><b>${time(card.counted)}</b> ${say('clock')}</p><p class="order">${say('card', { n: card.order })}</p>`;
}

/** Who they are, and why they were there. */
function back(kit: Kit, card: Card): string {
	const { say, time, nameOf, recording } = kit;
	const named = recording.street.people.some((p) => p.key === card.key);
	const name = nameOf(card);
	const numbers = card.numbers === 1 ? say('numbers.one') : say('numbers.many', { n: card.numbers });
	const d = portrait(card.who, seated(card));
	return `<p class="name">${name}</p>${framed(d, say('back.alt', { name }), d.svg)}<p class="why">${say(named ? `${card.key}.why` : `why.${card.key}`)}</p><p class="told">${say('back', { stayed: time(card.stayed), counted: time(card.counted), numbers })}</p><p class="order">${say('card', { n: card.order })}</p>`;
}

/** The deck, nine to a page: fronts, then their backs. */
export function cardSheets(kit: Kit): string {
	const { deck, say } = kit;
	const pages: string[] = [];
	for (let i = 0; i < deck.length; i += NINE) {
		const nine = deck.slice(i, i + NINE);
		const range = `${nine[0].order}–${nine[nine.length - 1].order}`;
		pages.push(
			page(
				'fronts',
				`${say('front')}, ${range}`,
				nine.map((c) => front(kit, c))
			)
		);
		pages.push(
			page(
				'backs',
				`${say('sheet.backs')}, ${range}`,
				turned(nine).map((c) => back(kit, c))
			)
		);
	}
	return `${pages.join('')}`;
}

/** The rules, nine of them: what to do in front, what the machine found behind. */
export function ruleSheets(kit: Kit): string {
	const { say } = kit;
	const seconds = (rule: string): number => Number(/\d+$/.exec(rule)?.[0] ?? 0);
	const kind = (rule: string): string => rule.replace(/\d+$/, '');
	const fronts = RULES.map((rule) => {
		const name = say(`rule.${rule}`);
		return `<p class="kind">${say('rule')}</p><p class="name">${name}</p><svg class="drawn sign" viewBox="0 0 200 200" role="img" aria-label="${say('rule.alt', { rule: name })}">${SIGNS[rule]}</svg><p class="why">${say(`do.${kind(rule)}`, { n: seconds(rule) })}</p>`;
	});
	const backs = RULES.map(
		(rule) =>
			`<p class="kind">${say('rule.machine')}</p><p class="name">${say(`rule.${rule}`)}</p><p class="said">${found(kit, kind(rule), seconds(rule))}</p>`
	);
	return page('fronts rule', say('sheet.rules'), fronts) + page('backs rule', say('rule.machine'), turned(backs));
}

/** What the machine said of the recording under a rule, in a sentence or two. */
function found({ results, say, stats, nameOf }: Kit, rule: string, seconds: number): string {
	const alerts = (n: number): string => (n === 1 ? say('alerts.one') : say('alerts.many', { n }));
	switch (rule) {
		case 'loitering': {
			const { people, cards, missed } = results.loitering.find((l) => l.seconds === seconds)!;
			const lost = missed.map(nameOf).join(', ') || say('said.nobody');
			return say('said.loitering', { people, all: stats.people, cards: cards.length, missed: lost });
		}
		case 'still':
			return say('said.still', { n: results.still });
		case 'crowd':
			return say('said.crowd', { n: alerts(results.crowd) });
		case 'counterflow':
			return say('said.counterflow', { n: alerts(results.counterFlow) });
		case 'line':
			return say('said.line', { n: alerts(results.line) });
		case 'intrusion':
			return say('said.intrusion', { n: alerts(results.intrusion) });
		default:
			return say(`said.${rule}`);
	}
}
