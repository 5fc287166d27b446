import type { Lab } from './lab.svelte';
import type { Words } from './words';

/** Boxes said one by one, at most. */
const SAID = 8;

/** The scene in words: how many boxes each machine has, where the nearest are, and what the last alert was. */
export function describe({ results: { news, rows }, format: { width, height } }: Lab, words: Words): string {
	if (!news) return words.say('say.nothing');
	const said = news.by.map(({ machine, boxes, state }) => {
		const name = words.say(`machine.${machine}`);
		// Who has not looked for anybody has not found nobody.
		if (state === 'learning' || state === 'doubtful') return words.say(`say.${state}`, { machine: name });
		const nearest = [...boxes].sort((a, b) => b.y + b.h - a.y - a.h).slice(0, SAID);
		const list = nearest.map((b) => {
			const across = (b.x + b.w / 2) / width;
			const side = words.say(across < 0.36 ? 'say.left' : across > 0.64 ? 'say.right' : 'say.middle');
			const depth = words.say(b.y + b.h > 0.6 * height ? 'say.near' : 'say.far');
			const vars = { id: String(b.id), where: `${side}, ${depth}`, clock: words.number(Math.round(b.clock)) };
			return words.say(b.clock >= 1 ? 'say.clock' : 'say.box', vars);
		});
		const vars = { n: String(boxes.length), list: list.join(' '), machine: name };
		return words.say(boxes.length === 1 ? 'say.one' : boxes.length ? 'say.people' : 'say.nobody', vars);
	});
	const last = rows.at(-1);
	if (last)
		said.push(
			words.say('say.alert', {
				n: String(rows.length),
				rule: words.say(`rule.${last.finding.rule}`),
				time: words.clock(last.time)
			})
		);
	return said.join(' ');
}
