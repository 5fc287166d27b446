/** What `npm run eval -- --machine learned` prints and keeps: both machines on the same pictures of the same scenes. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { LOOKING, MACHINES, type Compared, type MachineName } from '../src/lib/evaluation/compare';
import { KINDS, type Kind } from '../src/lib/evaluation/kinds';
import { add, scores } from '../src/lib/evaluation/metrics';
import { WEATHERS } from '../src/lib/evaluation/scenes';
import { FPS } from '../src/lib/camera/camera';
import { NETWORK } from './scenes';

const round = (v: number): number => Math.round(v * 10_000) / 10_000;
const percent = (v: number): string => (Number.isNaN(v) ? '-' : (v * 100).toFixed(1));

function marks(scenes: Compared[], machine: MachineName) {
	const s = scores(add(scenes.map((o) => o.tallies[machine])));
	return {
		recall: round(s.hits / s.truth),
		precision: round(s.hits / Math.max(1, s.hits + s.falsePositives)),
		mota: round(s.mota),
		idf1: round(s.idf1),
		hota: round(s.hota),
		switches: s.switches
	};
}

const both = (scenes: Compared[]) => ({ motion: marks(scenes, 'motion'), learned: marks(scenes, 'learned') });

/** Prints the tables and gives them as data. Scenes of people who cross by crowd and weather; people by kind, all scenes. */
export function compared(outcomes: Compared[], agents: number[], seconds: number, say: (text: string) => void) {
	const { every, by, input, threshold } = LOOKING;
	say(`\nBoth machines on the same pictures: ${(FPS / every).toFixed(1)} a second, of ${seconds} s each (percent)`);
	say(
		`motion: ${FPS} pictures a second of 320×180; learned: every ${every} frames ${320 * by}×${180 * by}, ` +
			`looked at in ${input.width}×${input.height}, from a score of ${threshold}`
	);
	say('people  weather  machine  recall  precision  MOTA    IDF1    HOTA    switches');
	const print = (who: string, weather: string, row: ReturnType<typeof both>) => {
		MACHINES.forEach((machine, i) => {
			const m = row[machine];
			const f = (v: number) => percent(v).padEnd(8);
			say(
				`${(i ? '' : who).padEnd(8)}${(i ? '' : weather).padEnd(9)}${machine.padEnd(9)}${f(m.recall)}${percent(m.precision).padEnd(11)}${f(m.mota)}${f(m.idf1)}${f(m.hota)}${m.switches}`
			);
		});
		return row;
	};
	const crossing = outcomes.filter((o) => (o.options.matter ?? 'crossing') === 'crossing');
	const crowds = agents.map((n) => {
		const mine = crossing.filter((o) => o.options.agents === n);
		const all = print(String(n), 'all', both(mine));
		const weathers: Record<string, ReturnType<typeof both>> = {};
		for (const w of WEATHERS) {
			const some = mine.filter((o) => o.weather === w);
			if (some.length) weathers[w] = print('', w, both(some));
		}
		return { agents: n, scenes: mine.length, ...all, weathers };
	});
	say('\nkind      sights  motion  learned   (found, all scenes)');
	const kinds = KINDS.map((kind) => {
		const row = sumOf(outcomes, kind);
		say(
			`${kind.padEnd(10)}${String(row.all).padEnd(8)}${percent(row.motion / row.all).padEnd(8)}${percent(row.learned / row.all)}`
		);
		return { kind, all: row.all, motion: round(row.motion / row.all), learned: round(row.learned / row.all) };
	}).filter((row) => row.all > 0);
	return { seconds, every, by, input, threshold, scenes: outcomes.length, network: networkHash(), crowds, kinds };
}

/** Says which weights were measured. */
export const networkHash = (): string => createHash('sha256').update(readFileSync(NETWORK)).digest('hex').slice(0, 16);

function sumOf(outcomes: Compared[], kind: Kind) {
	const sum = { all: 0, motion: 0, learned: 0 };
	for (const { kinds } of outcomes) for (const key of ['all', ...MACHINES] as const) sum[key] += kinds[kind][key];
	return sum;
}
