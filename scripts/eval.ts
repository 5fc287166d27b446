/**
 * Measures how good the machine is: people and rules in simulated scenes, the tracker alone on MOTChallenge sequences,
 * pixels to tracks on a video. `npm run eval -- --help` says how.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Camera } from '../src/lib/camera/camera';
import { follow } from '../src/lib/evaluation/follow';
import { add, scores, type Scores, type Sequence, type Tally } from '../src/lib/evaluation/metrics';
import {
	compare,
	FileError,
	parseInfo,
	parseRows,
	toSequence,
	writeResults,
	type Marked
} from '../src/lib/evaluation/motchallenge';
import { MACHINES } from '../src/lib/evaluation/compare';
import type { Outcome } from '../src/lib/evaluation/run';
import { WEATHERS, type Matter } from '../src/lib/evaluation/scenes';
import { sort } from '../src/lib/evaluation/sort';
import { watch, type Watched } from '../src/lib/evaluation/video';
import type { Weather } from '../src/lib/street/light';
import { createNetwork } from '../src/lib/vision/detect/learned/index';
import type { DetectorSetup } from '../src/lib/watch/index';
import { compared } from './compared';
import { writeMachines, writeMeasured } from './measured';
import { compareScenes, NETWORK, runScenes } from './scenes';

const HELP = `npm run eval -- [options]
  (none)                              every table; minutes
  --agents N[,N] --seeds A,B --seconds S   simulated scenes of people who cross
  --weather grey|sun|rain|dusk        one weather; default by seed, in turn
  --rules                             with --seeds and --seconds: the rules' scenes
  --ungated --no-shadows              leave a stage of the pipeline out
  --mot DIR [--out DIR]               the tracker alone on every sequence folder of DIR. What is written is said
                                      up to one second after each frame: boxes smoothed, short gaps filled between
                                      two boxes seen. Both that and what is said at once are scored
  --video FILE.y4m --out DIR [--gt gt.txt] [--calibration FILE]
                                      pixels to tracks; the calibration is a camera as JSON. Written and scored
                                      as with --mot
  --machine motion|learned            what finds people, with --video and --agents. learned: a neural network, beside
                                      motion on the same pictures of scenes; by itself on a video. Its default is
                                      shorter, for it is slow: seeds 1 to 4, 8 seconds, and scenes of people who stay
  --json                              one JSON object on standard output and nothing else (npm adds two lines of
                                      its own there, unless it is npm run --silent)
  --write                             also write src/content/measured.json and static/accuracy, for the page of figures
`;

/** The seeds that the reported figures are made on; nothing was tuned on them. */
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const MOT = '../shared/data/mot15';

/** The shorter run of the network: a seed a weather. */
const SEEDS_LEARNED = [1, 2, 3, 4];
const SECONDS_LEARNED = 8;

class UsageError extends Error {}

async function main(): Promise<void> {
	const args = options();
	if (args.help) return void process.stdout.write(HELP);
	const say = args.json ? () => {} : (text: string) => process.stdout.write(`${text}\n`);
	const result: Record<string, unknown> = {};
	if (args.machine !== undefined && !MACHINES.some((m) => m === args.machine))
		throw new UsageError(`--machine takes ${MACHINES.join(', ')}, not "${args.machine}"`);
	const detector: DetectorSetup = { kind: 'motion', gated: !args.ungated, shadows: !args['no-shadows'] };
	const learned = args.machine === 'learned';
	if (learned && (args.mot !== undefined || args.rules))
		throw new UsageError(`--machine learned goes with --video or --agents, not with --${args.rules ? 'rules' : 'mot'}`);
	const scenes = args.agents !== undefined || args.seeds !== undefined || args.seconds !== undefined;
	const tables = args.mot === undefined && args.video === undefined;
	if (args.out !== undefined && tables) throw new UsageError('--out goes with --mot or --video');
	for (const key of ['gt', 'calibration'] as const)
		if (args[key] !== undefined && args.video === undefined) throw new UsageError(`--${key} goes with --video`);
	if (args.mot !== undefined) result.mot = mot(args.mot, args.out, say);
	if (args.video !== undefined) result.video = video(args.video, args, detector, say);
	if (tables && learned) {
		const command = `npm run eval -- ${process.argv.slice(2).join(' ')}`.trim();
		result.machines = await machines(args, detector, say);
		if (args.write) await writeMachines({ command, ...(result.machines as object) });
	}
	if (tables && !learned) {
		const seeds = args.seeds ? list(args.seeds, 'seeds') : SEEDS;
		const seconds = args.seconds ? number(args.seconds, 'seconds', 1, 3600) : 60;
		const agents = crowdsOf(args.agents);
		const weather = weatherOf(args.weather);
		if (!args.rules || args.agents !== undefined) {
			const outcomes = await runScenes(
				agents.flatMap((n) => seeds.map((seed) => ({ agents: n, seed, seconds, weather }))),
				detector
			);
			result.people = people(outcomes, agents, say);
		}
		if (args.rules || !scenes) result.rules = await rules(seeds, args.seconds ? seconds : 180, weather, detector, say);
		if (((!scenes && !args.rules) || args.write) && existsSync(MOT)) result.mot = mot(MOT, undefined, say);
		if (args.write) {
			const command = `npm run eval -- ${process.argv.slice(2).join(' ')}`.trim();
			await writeMeasured({ command, seeds, ...result });
		}
	}
	if (args.json) process.stdout.write(`${JSON.stringify(result)}\n`);
}

type Args = ReturnType<typeof options>;

function crowdsOf(given: string | undefined): number[] {
	const agents = given ? list(given, 'agents') : [10, 40, 120];
	for (const n of agents) if (n < 1 || n > 1000) throw new UsageError(`--agents takes 1 to 1000, not ${n}`);
	return agents;
}

function weatherOf(given: string | undefined): Weather | undefined {
	const weather = WEATHERS.find((w) => w === given);
	if (given !== undefined && !weather) throw new UsageError(`--weather takes ${WEATHERS.join(', ')}`);
	return weather;
}

/** Both machines on scenes of people who cross, and on some of people who stay. */
async function machines(args: Args, detector: DetectorSetup, say: (text: string) => void) {
	const seeds = args.seeds ? list(args.seeds, 'seeds') : SEEDS_LEARNED;
	const seconds = args.seconds ? number(args.seconds, 'seconds', 1, 3600) : SECONDS_LEARNED;
	const agents = crowdsOf(args.agents);
	const weather = weatherOf(args.weather);
	const crossing = agents.flatMap((n) => seeds.map((seed) => ({ agents: n, seed, seconds, weather })));
	const staying = seeds.map((seed) => ({ agents: 20, seed, seconds, weather, matter: 'loitering' as const }));
	const outcomes = await compareScenes([...crossing, ...(args.agents ? [] : staying)], detector);
	return { seeds, ...compared(outcomes, agents, seconds, say) };
}

function options() {
	try {
		return parseArgs({
			options: {
				agents: { type: 'string' },
				seeds: { type: 'string' },
				seconds: { type: 'string' },
				weather: { type: 'string' },
				rules: { type: 'boolean' },
				ungated: { type: 'boolean' },
				'no-shadows': { type: 'boolean' },
				mot: { type: 'string' },
				video: { type: 'string' },
				out: { type: 'string' },
				gt: { type: 'string' },
				calibration: { type: 'string' },
				machine: { type: 'string' },
				json: { type: 'boolean' },
				write: { type: 'boolean' },
				help: { type: 'boolean' }
			}
		}).values;
	} catch (error) {
		throw new UsageError(`${(error as Error).message}\n${HELP}`);
	}
}

function number(text: string, name: string, least: number, most: number): number {
	const n = Number(text);
	if (text.trim() === '' || !(n >= least && n <= most))
		throw new UsageError(`--${name} takes a number from ${least} to ${most}, not "${text}"`);
	return n;
}

function list(text: string, name: string): number[] {
	return text.split(',').map((part) => {
		const n = Number(part);
		if (part.trim() === '' || !Number.isInteger(n))
			throw new UsageError(`--${name} takes whole numbers with commas between them, not "${text}"`);
		return n;
	});
}

const percent = (v: number): string => (Number.isNaN(v) ? '-' : (v * 100).toFixed(1));

interface Figure {
	value: number;
	/** Half the width of the 95 % interval over seeds; null with fewer than two. */
	margin: number | null;
}

/** Student's t at 97.5 % for 1 to 10 degrees of freedom. */
const T = [12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23];

function figure(value: number, each: number[]): Figure {
	const seen = each.filter((v) => !Number.isNaN(v));
	if (seen.length < 2) return { value: round(value), margin: null };
	const mean = seen.reduce((s, v) => s + v, 0) / seen.length;
	const variance = seen.reduce((s, v) => s + (v - mean) ** 2, 0) / (seen.length - 1);
	return { value: round(value), margin: round((T[seen.length - 2] ?? 1.98) * Math.sqrt(variance / seen.length)) };
}

const round = (v: number): number => Math.round(v * 10_000) / 10_000;

function people(outcomes: Outcome[], agents: number[], say: (text: string) => void) {
	say('\nPeople in simulated scenes (percent; ± 95 % over seeds)');
	say('\nSaid at each frame');
	const online = crowds(outcomes, agents, (o) => o.tally, say);
	say('\nSaid up to one second after: boxes smoothed, short gaps filled, beginnings given back');
	const late = crowds(outcomes, agents, (o) => o.late, say);
	return online.map((row, i) => ({ ...row, late: late[i] }));
}

/** A table of one of the two ways of answering, by crowd and weather. */
function crowds(outcomes: Outcome[], agents: number[], of: (o: Outcome) => Tally, say: (text: string) => void) {
	const row = (chosen: Outcome[]) => {
		const all = scores(add(chosen.map(of)));
		const each = chosen.map((o) => scores(of(o)));
		const mark = (k: 'mota' | 'idf1' | 'hota') =>
			figure(
				all[k],
				each.map((s) => s[k])
			);
		return {
			scenes: chosen.length,
			mota: mark('mota'),
			idf1: mark('idf1'),
			hota: mark('hota'),
			recall: round(all.hits / all.truth),
			precision: round(all.hits / (all.hits + all.falsePositives)),
			switches: all.switches
		};
	};
	say('people  weather  MOTA         IDF1         HOTA         recall  precision  switches');
	const print = (who: string, weather: string, r: ReturnType<typeof row>) => {
		const f = (x: Figure) => `${percent(x.value)}${x.margin === null ? '' : ` ± ${percent(x.margin)}`}`.padEnd(13);
		say(
			`${who.padEnd(8)}${weather.padEnd(9)}${f(r.mota)}${f(r.idf1)}${f(r.hota)}${percent(r.recall).padEnd(8)}${percent(r.precision).padEnd(11)}${r.switches}`
		);
		return r;
	};
	return agents.map((n) => {
		const mine = outcomes.filter((o) => o.options.agents === n);
		const weathers: Record<string, ReturnType<typeof row>> = {};
		const all = print(String(n), 'all', row(mine));
		for (const w of WEATHERS) {
			const some = mine.filter((o) => o.weather === w);
			if (some.length) weathers[w] = print('', w, row(some));
		}
		return { agents: n, ...all, weathers };
	});
}

async function rules(
	seeds: number[],
	seconds: number,
	weather: Weather | undefined,
	detector: DetectorSetup,
	say: (text: string) => void
) {
	const matters: Exclude<Matter, 'crossing'>[] = ['loitering', 'crowd', 'flow', 'abandoned', 'intrusion'];
	say('\nRules in simulated scenes of 20 people (percent)');
	say('rule         true  found  false  precision  recall  false per 10 min');
	const all = await runScenes(
		matters.flatMap((matter) => seeds.map((seed) => ({ agents: 20, seed, seconds, weather, matter }))),
		detector
	);
	return matters.flatMap((matter) => {
		const outcomes = all.filter((o) => o.options.matter === matter);
		const names = [...new Set(outcomes.flatMap((o) => Object.keys(o.rules)))];
		return names.map((rule) => {
			const sum = (k: 'right' | 'wrong' | 'missed') => outcomes.reduce((s, o) => s + (o.rules[rule]?.[k] ?? 0), 0);
			const [right, wrong, missed] = [sum('right'), sum('wrong'), sum('missed')];
			const minutes = outcomes.reduce((s, o) => s + o.minutes, 0);
			const r = {
				rule,
				truths: right + missed,
				right,
				wrong,
				precision: round(right + wrong ? right / (right + wrong) : 1),
				recall: round(right + missed ? right / (right + missed) : 1),
				falsePerTenMinutes: round((wrong / minutes) * 10)
			};
			say(
				`${rule.padEnd(13)}${String(r.truths).padEnd(6)}${String(right).padEnd(7)}${String(wrong).padEnd(7)}${percent(r.precision).padEnd(11)}${percent(r.recall).padEnd(8)}${r.falsePerTenMinutes.toFixed(1)}`
			);
			return r;
		});
	});
}

function text(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		throw new FileError(`${file}, line 1: no such file, or not readable`);
	}
}

const first = (files: string[]): string | undefined => files.find((f) => existsSync(f));

/**
 * The tracker alone on every sequence of a folder, online and up to a second late, against SORT. What is written, and
 * the ratio, is of the late one: a file is read after the fact.
 */
function mot(dir: string, out: string | undefined, say: (text: string) => void) {
	if (!existsSync(dir) || !statSync(dir).isDirectory()) throw new FileError(`${dir}: no such folder`);
	const names = readdirSync(dir)
		.filter((n) => n[0] !== '.' && statSync(join(dir, n), { throwIfNoEntry: false })?.isDirectory())
		.sort();
	if (!names.length) throw new FileError(`${dir}: no sequence folder in it`);
	if (out) mkdirSync(out, { recursive: true });
	say(`\nThe tracker alone on ${dir} (percent)`);
	say('online: said at each frame, as SORT does; late: up to one second after, as --out writes it');
	say('sequence            who     MOTA    IDF1    HOTA    FP      FN      switches');
	const print = (name: string, who: string, s: Scores) => {
		const f = (k: 'mota' | 'idf1' | 'hota') => percent(s[k]).padEnd(8);
		say(
			`${name.padEnd(20)}${who.padEnd(8)}${f('mota')}${f('idf1')}${f('hota')}${String(s.falsePositives).padEnd(8)}${String(s.misses).padEnd(8)}${s.switches}`
		);
	};
	const tallies: { late: Tally; online: Tally; sort: Tally }[] = [];
	const sequences = names.map((name) => {
		const at = (file: string) => join(dir, name, file);
		const boxesFile = first([at('det_sort_frcnn.txt'), at('det/det.txt')]);
		if (!boxesFile) throw new FileError(`${at('det/det.txt')}, line 1: no such file, nor ${at('det_sort_frcnn.txt')}`);
		const info = parseInfo(text(at('seqinfo.ini')), at('seqinfo.ini'));
		const boxes = toSequence(parseRows(text(boxesFile), boxesFile), info.frames);
		const { online, late } = follow(boxes, info.fps);
		if (out) writeFileSync(join(out, `${name}.txt`), writeResults(late));
		const truthFile = first([at('gt.txt'), at('gt/gt.txt')]);
		if (!truthFile) {
			say(`${name.padEnd(20)}no ground truth; ${late.reduce((s, f) => s + f.ids.length, 0)} boxes`);
			return { name };
		}
		const truth = toSequence(parseRows(text(truthFile), truthFile), info.frames);
		const t = { late: compare(truth, late), online: compare(truth, online), sort: compare(truth, sort(boxes)) };
		tallies.push(t);
		print(name, 'late', scores(t.late));
		print('', 'online', scores(t.online));
		print('', 'SORT', scores(t.sort));
		return { name, ...rounded(scores(t.late)), online: rounded(scores(t.online)), sort: rounded(scores(t.sort)) };
	});
	if (!tallies.length) return { sequences };
	const of = (k: 'late' | 'online' | 'sort') => scores(add(tallies.map((t) => t[k])));
	const [late, online, theirs] = [of('late'), of('online'), of('sort')];
	print('all', 'late', late);
	print('', 'online', online);
	print('', 'SORT', theirs);
	const over = (s: Scores) => ({
		mota: round(s.mota / theirs.mota),
		idf1: round(s.idf1 / theirs.idf1),
		hota: round(s.hota / theirs.hota)
	});
	const line = (r: ReturnType<typeof over>) => [r.mota, r.idf1, r.hota].map((v) => v.toFixed(3).padEnd(8)).join('');
	say(`over SORT's         late    ${line(over(late))}at least 1.05 1.08 1.02, aim 1.10 1.20 1.10`);
	say(`                    online  ${line(over(online))}`);
	return {
		sequences,
		all: rounded(late),
		online: rounded(online),
		sort: rounded(theirs),
		ratio: over(late),
		onlineRatio: over(online)
	};
}

const rounded = (s: Scores) => ({
	...s,
	mota: round(s.mota),
	idf1: round(s.idf1),
	hota: round(s.hota),
	detA: round(s.detA),
	assA: round(s.assA)
});

function camera(file: string): Partial<Camera> {
	let value: unknown;
	try {
		value = JSON.parse(text(file));
	} catch (error) {
		if (error instanceof FileError) throw error;
		const where = /line (\d+)/.exec((error as Error).message)?.[1] ?? '1';
		throw new FileError(`${file}, line ${where}: ${(error as Error).message}`);
	}
	const c = value as Camera;
	for (const key of ['f', 'u0', 'v0', 'z'] as const)
		if (typeof c?.[key] !== 'number' || !Number.isFinite(c[key]))
			throw new FileError(`${file}, line 1: a calibration needs numbers f, u0, v0 (pixels) and z (metres); no ${key}`);
	return c;
}

/** What was found out of a video's camera, for people and for programs. */
function told({ calibration: c, states }: Watched, say: (text: string) => void): void {
	if (!c) return say('learned: looks at the pictures as they are; knows no ground');
	say(`calibration: ${c.sure ? 'sure' : 'unsure'}: ${c.reason}`);
	if (c.why !== 'given')
		say(
			`  ${c.sights} sights of walkers, ${percent(c.explained)} % of them explained, median error ${percent(c.residual)} % of their height`
		);
	if (c.sure)
		say(
			`  camera ${c.camera.z.toFixed(1)} m up, horizon at row ${c.camera.v0.toFixed(0)} of ${c.camera.height} looked at`
		);
	else {
		const rows = [0.4, 0.7, 1].map((part) => Math.round(part * c.camera.height));
		const sizes = rows.map((v) => `${c.band!.tall[v].toFixed(0)} at row ${v}`).join(', ');
		say(`  no ground, no refinement; people are taken to be this tall in pixels looked at: ${sizes}`);
	}
	const lost = Object.entries(states).filter(([name]) => name !== 'watching' && name !== 'scale');
	for (const [name, frames] of lost) say(`  ${frames} frames: ${name}`);
}

function found({ calibration, states }: Watched) {
	if (!calibration) return { machine: 'learned', states };
	const { sure, why, reason, sights, explained, residual, camera } = calibration;
	return { camera, calibration: { sure, why, reason, sights, explained, residual }, states };
}

function video(
	file: string,
	args: { out?: string; gt?: string; calibration?: string; machine?: string },
	detector: DetectorSetup,
	say: (text: string) => void
) {
	if (!args.out) throw new UsageError('--video needs --out DIR');
	const known = args.calibration === undefined ? undefined : camera(args.calibration);
	const truthRows = args.gt === undefined ? undefined : parseRows(text(args.gt), args.gt);
	const network = args.machine === 'learned' ? createNetwork(readFileSync(NETWORK)) : undefined;
	const seen = watch(file, known, detector, network);
	const frames = seen.late.length;
	mkdirSync(args.out, { recursive: true });
	const name = (file.split(/[\\/]/).pop() ?? file).replace(/\.y4m$/i, '');
	const to = join(args.out, `${name}.txt`);
	writeFileSync(to, writeResults(seen.late));
	told(seen, say);
	say(`${to}: ${frames} frames, ${new Set(seen.late.flatMap((r) => r.ids)).size} people`);
	if (!truthRows) return { frames, ...found(seen) };
	const truth: Marked = toSequence(truthRows, frames);
	const marks = (who: string, sequence: Sequence) => {
		const s = scores(compare(truth, sequence));
		say(`${who.padEnd(8)}MOTA ${percent(s.mota)}  IDF1 ${percent(s.idf1)}  HOTA ${percent(s.hota)}`);
		return rounded(s);
	};
	return { frames, ...found(seen), ...marks('late', seen.late), online: marks('online', seen.online) };
}

try {
	await main();
} catch (error) {
	// What the file system refuses (no permission, a file where a folder should be) carries a path.
	const refused = error instanceof Error && 'path' in error;
	if (!(error instanceof FileError || error instanceof UsageError || refused)) throw error;
	process.stderr.write(`${(error as Error).message}\n`);
	process.exitCode = 2;
}
