import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { Figure } from '../../src/lib/embed/figures';
import type { EmbedPage } from '../../src/lib/server/embed';
import type { Shot } from '../../src/lib/server/frames';
import type { Cue } from './captions';
import { layOut, LYING, UPRIGHT, viewOn, type Said } from './layout';
import type { Tools } from './pictures';

/** Frames a second. */
const RATE = 25;
/** Seconds that the last picture stays. */
const HELD = 1.5;
export const SHAPES = { '9x16': UPRIGHT, '16x9': LYING } as const;
export type FilmShape = keyof typeof SHAPES;

/** A kind of file a film is written as, and the encoder that ffmpeg has for it. */
export interface Encoder {
	ending: 'webm' | 'mp4';
	name: string;
	arguments: string[];
}

/** What ffmpeg may have, best first. It runs as a program of its own: nothing of it is linked into this one. */
const KNOWN: Encoder[] = [
	{
		ending: 'webm',
		name: 'libvpx-vp9',
		arguments: ['-crf', '33', '-b:v', '0', '-deadline', 'realtime', '-cpu-used', '7', '-row-mt', '1']
	},
	{ ending: 'webm', name: 'libsvtav1', arguments: ['-crf', '38', '-preset', '9'] },
	{ ending: 'webm', name: 'libaom-av1', arguments: ['-crf', '36', '-cpu-used', '8'] },
	{ ending: 'mp4', name: 'libopenh264', arguments: ['-b:v', '2500k'] },
	{ ending: 'mp4', name: 'libx264', arguments: ['-crf', '21', '-preset', 'veryfast'] },
	{ ending: 'mp4', name: 'libsvtav1', arguments: ['-crf', '38', '-preset', '9'] }
];

/** The encoders there are, one for each kind of file, and a sentence for each kind that cannot be written. */
export function findEncoders(): { found: Encoder[]; missing: string[] } {
	const said = spawnSync('ffmpeg', ['-hide_banner', '-encoders'], { encoding: 'utf8' });
	if (said.error) return { found: [], missing: ['webm: ffmpeg', 'mp4: ffmpeg'] };
	const found: Encoder[] = [];
	const missing: string[] = [];
	for (const ending of ['webm', 'mp4'] as const) {
		const able = KNOWN.filter((e) => e.ending === ending);
		const one = able.find((e) => said.stdout.includes(` ${e.name} `));
		if (one) found.push(one);
		else missing.push(`${ending}: ${able.map((e) => e.name).join(', ')}`);
	}
	return { found, missing };
}

const CLEAN = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-pix_fmt', 'yuv420p'];

/** Share of the last step's time in which it comes to rest; and of the first's way that is over when the film begins. */
const SETTLED = 0.7;
const BEGUN = 0.2;
/** The same where the picture is then half empty, or still between two chapters: a player shows it until it is started. */
const BEGINS: Readonly<Record<string, number>> = {
	maraudage: 0.4,
	'four-rules': 0.4,
	regles: 0.3,
	entreprise: 0.3,
	droit: 0.4,
	refusals: 0.4,
	peur: 0.5,
	questions: 0.4
};
/** How far through its last step a film goes, where at rest that has not shown yet what its caption says. */
const ENDS: Readonly<Record<string, number>> = { vision: 0.8, attroupement: 0.94 };

/**
 * How far through its step a film is at a time. What comes before a figure's first step, and what leads from its last to
 * the rest of the story, is left out: the film ends where the last step is at rest.
 */
export function progressAt(t: number, cues: readonly Cue[], at: number, rest: number, begun = BEGUN): number {
	const { from, to } = cues[at];
	const last = at === cues.length - 1;
	const begins = at === 0 ? begun * rest : 0;
	const share = Math.min(1, Math.max(0, t - from) / ((to - from) * (last ? SETTLED : 1)));
	return begins + ((last ? rest : 0.99) - begins) * share;
}

/** Where a figure's film is at a time, in the caption `at`. */
export function placeAt(
	{ names, rest }: Tools['frames'],
	{ id, chapter, steps }: Figure,
	t: number,
	cues: readonly Cue[],
	at: number
): Pick<Shot, 'chapter' | 'step' | 'progress'> {
	const index = names[chapter].indexOf(steps[at]);
	const until = at === steps.length - 1 ? (ENDS[id] ?? rest[chapter][index]) : rest[chapter][index];
	return { chapter, step: index + 1, progress: progressAt(t, cues, at, until, BEGINS[id]) };
}

/**
 * Writes a figure's movement as silent films, `file` with each encoder's ending: its steps from the first to the last, each
 * for as long as its caption takes to read. Throws where an encoder fails. Gives seconds of film.
 */
export async function writeFilm(
	{ frames, stage }: Tools,
	figure: Figure,
	{ lang }: EmbedPage,
	shape: FilmShape,
	cues: readonly Cue[],
	said: Omit<Said, 'caption'>,
	encoders: readonly Encoder[],
	file: string
): Promise<number> {
	const sheet = SHAPES[shape];
	const [width, height] = [Math.round(sheet.width * sheet.scale), Math.round(sheet.height * sheet.scale)];
	const input = ['-f', 'rawvideo', '-pix_fmt', 'rgba', '-s', `${width}x${height}`, '-r', String(RATE), '-i', '-'];
	const outputs = encoders.flatMap((e) => [
		...['-an', '-c:v', e.name, ...e.arguments, ...CLEAN],
		...(e.ending === 'mp4' ? ['-movflags', '+faststart'] : []),
		`${file}.${e.ending}`
	]);
	const program = spawn('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...input, ...outputs], {
		stdio: ['pipe', 'ignore', 'inherit']
	});
	const ended = once(program, 'close');
	program.stdin.on('error', () => {});
	const view = viewOn(sheet);
	const seconds = cues.at(-1)!.to + HELD;
	for (let i = 0; i < seconds * RATE && program.exitCode === null; i++) {
		const t = i / RATE;
		const at = Math.max(
			0,
			cues.findLastIndex((c) => c.from <= t)
		);
		const frame = frames.frameAt({ ...placeAt(frames, figure, t, cues, at), view, lang, life: t });
		const canvas = layOut(stage, sheet, frame, { ...said, caption: cues[at].text });
		if (!program.stdin.write(canvas.data())) await Promise.race([once(program.stdin, 'drain'), ended]);
	}
	program.stdin.end();
	const [code] = (await ended) as [number];
	if (code !== 0) throw new Error(`ffmpeg ended with ${code} on ${file}`);
	return seconds;
}
