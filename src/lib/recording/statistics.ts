import { FPS, SENSOR_HEIGHT, SENSOR_PIXELS, SENSOR_WIDTH } from '../camera/camera';
import type { Scores } from '../evaluation/metrics';
import { RULE_KINDS } from '../rules/index';
import type { Street } from '../street/types';
import type { RecordingData } from './codec';
import { openRecording } from './reader';

/** Thresholds whose count of flagged people the prose may print. */
const THRESHOLDS = [4, 10, 15, 20, 30, 60, 90, 120];

/** What is measured while recording, or from all of its frames. */
export interface Measured {
	people: number;
	peak: number;
	merged: number;
	fade: number;
	crowdPeak: number;
	scores: Scores;
}

/** Every number the prose may print: the keys are the story's, the values come from this recording alone. */
export function statistics(data: RecordingData, street: Street, m: Measured): Record<string, number> {
	const recording = openRecording(data, street);
	const longest = new Map<number, number>();
	for (const s of recording.stays('place'))
		if (s.person >= 0 && s.to >= 0) longest.set(s.person, Math.max(longest.get(s.person) ?? 0, s.seconds));
	const id = (key: string) => street.people.findIndex((p) => p.key === key);
	const dwell = (key: string) => Math.round(longest.get(id(key)) ?? 0);
	const first = data.alerts.find((a) => a.preset === 'axxon' && a.person === id('nour'));
	let atLocks = 0;
	for (let f = 0; f < data.frames; f++) {
		const p = street.at(f).people[id('thief')];
		if (p?.present && p.pose === 'crouch') atLocks++;
	}
	const inTime = data.alerts.filter((a) => a.frame >= 0);
	const round1 = (v: number) => Math.round(10 * v) / 10;
	const stats: Record<string, number> = {
		seed: data.seed,
		fps: data.fps,
		seconds: data.frames / FPS,
		frames: data.frames,
		width: SENSOR_WIDTH,
		height: SENSOR_HEIGHT,
		'numbers.frame': SENSOR_PIXELS,
		people: m.people,
		peak: m.peak,
		tracks: data.tracks.length,
		'alerts.30': inTime.filter((a) => a.preset === 'axxon').length,
		'nour.first30': Math.round((first?.frame ?? 0) / FPS),
		'nour.dwell': dwell('nour'),
		'nour.ids': data.tracks.filter((t) => t.person === id('nour')).length,
		'marcel.dwell': dwell('marcel'),
		'thief.seconds': Math.round(atLocks / FPS),
		'thief.dwell': dwell('thief'),
		waiting: street.people.filter((p) => p.key && p.key !== 'thief' && p.key !== 'salma').length,
		merged: m.merged,
		'fade.seconds': round1(m.fade),
		mota: round1(100 * m.scores.mota),
		idf1: round1(100 * m.scores.idf1),
		hota: round1(100 * m.scores.hota),
		'rules.count': RULE_KINDS.length,
		'crowd.peak': m.crowdPeak,
		'crowd.alerts': inTime.filter((a) => a.rule === 'crowd').length
	};
	for (const s of THRESHOLDS) stats[`flagged.${s}`] = [...longest.values()].filter((v) => v >= s).length;
	return stats;
}
