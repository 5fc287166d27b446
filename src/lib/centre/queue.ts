import type { RecordedAlert, Recording } from '../recording/types';

/** The setting the story follows: thirty seconds in the zone, Axxon's default (facts f23). */
const PRESET = 'axxon';

/** The alert the story follows: Nour's first at thirty seconds; null in a recording that has none. */
export function alertOfNour(recording: Recording): RecordedAlert | null {
	const nour = recording.street.people.find((p) => p.key === 'nour');
	return queueOf(recording).find((a) => nour !== undefined && a.person === nour.id && a.rule === 'loitering') ?? null;
}

/** The frame of that alert; a quarter of the recording where there is none. */
export const frameOfAlert = (recording: Recording): number =>
	alertOfNour(recording)?.frame ?? Math.floor(recording.frames / 4);

/** The box that alert is about, at a frame. */
export function boxOfAlert(recording: Recording, frame: number) {
	const track = alertOfNour(recording)?.track;
	return recording.boxesAt(frame).find((b) => b.id === track);
}

/** What comes in after that alert. */
export const laterAlerts = (recording: Recording): RecordedAlert[] => {
	const from = frameOfAlert(recording);
	return queueOf(recording).filter((q) => q.frame > from);
};

/** Frames before Nour's alert. */
export const BEFORE = 24;

/** The frame the square is at while the rules are taken apart: chapter `attroupement` ends there, `alerte` takes over. */
export const beforeAlert = (recording: Recording): number => frameOfAlert(recording) - BEFORE;

/** What one camera sends in four minutes: loitering at thirty seconds, once a track, and the other rules' alerts, in time order. */
export function queueOf(recording: Recording): RecordedAlert[] {
	const seen = new Set<string>();
	return recording.alerts
		.filter((a) => a.frame >= 0 && (a.rule !== 'loitering' || (a.preset ?? PRESET) === PRESET))
		.filter((a) => {
			const key = `${a.rule}/${a.zone}/${a.track}/${a.frame}`;
			return seen.has(key) ? false : (seen.add(key), true);
		})
		.sort((a, b) => a.frame - b.frame || a.track - b.track);
}

/** The camera's clock at a frame, as the frame of its picture prints it. */
export function clockOf(recording: Recording, frame: number): string {
	const seconds = Math.floor(frame / recording.fps);
	return `17:${String(40 + Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}
