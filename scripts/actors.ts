/**
 * What our machine makes of the actors' film: `npx tsx scripts/actors.ts FILE.y4m CSV`, where CSV has who comes, and from
 * which frame to which. Prints how many seconds each visit lasts, for how many of them one number is given, how many numbers
 * are given in all, and the frames with a box of those in which nobody is there. In content/measured.json the same of the
 * picture a sixth smaller: ffmpeg -i FILE.mp4 -fps_mode passthrough -vf scale=640:360 FILE.y4m
 */
import { readFileSync } from 'node:fs';
import { watch } from '../src/lib/evaluation/video';
import { openVideo } from '../src/lib/evaluation/y4m';

/** Frames by which the times of the visits may be off. */
const SLACK = 5;

const [file, csv] = process.argv.slice(2);
if (!csv) throw new Error('npx tsx scripts/actors.ts FILE.y4m CSV');
const video = openVideo(file);
const { width, height, fps } = video;
video.close();
const visits = readFileSync(csv, 'utf8')
	.trim()
	.split('\n')
	.slice(1)
	.map((line) => line.split(',').slice(1, 3).map(Number));
const { online } = watch(file);
const stands = visits.map(([from, to]) => {
	const spans = new Map<number, [number, number]>();
	for (let f = from - SLACK; f <= to + SLACK; f++)
		for (const id of online[f - 1]?.ids ?? []) spans.set(id, [spans.get(id)?.[0] ?? f, f]);
	return Math.max(0, ...[...spans.values()].map(([first, last]) => Math.round((10 * (last - first)) / fps) / 10));
});
const empty = online.filter((_, i) => visits.every(([from, to]) => i + 1 < from - SLACK || i + 1 > to + SLACK));
const numbers = new Set(online.flatMap(({ ids }) => ids)).size;
console.log(
	JSON.stringify({
		size: `${width}x${height}`,
		visits: visits.map(([from, to]) => Math.round((10 * (to - from)) / fps) / 10),
		stands,
		numbers,
		empty: [empty.filter(({ ids }) => ids.length).length, empty.length]
	})
);
