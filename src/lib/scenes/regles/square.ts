import { footOf, type Camera } from '../../camera/camera';
import { beforeAlert } from '../../centre/queue';
import { boxMarks } from '../../figure/boxes';
import { ease } from '../../figure/motion';
import { frameSquare } from '../../figure/square';
import { groundPath } from '../../figure/trails';
import type { Mark, SceneContext } from '../../picture/frame';
import type { Box } from '../../recording/types';
import { inside } from '../../rules/types';
import type { Layer } from '../layers';
import type { OwnRule, Setting } from './data';

/** The square with the program's boxes: what every rule is built from, and what every rule is set upon. */
export function square(
	c: SceneContext,
	{ rule, plain }: Setting,
	m: Record<'veil' | 'zone' | 'boxes' | 'folded', number>
): Layer {
	if (m.veil >= 1) return {};
	const at = beforeAlert(c.recording);
	const camera = frameSquare(c.view);
	const shown = (1 - ease(m.veil, 0.34, 0.75)) * m.boxes;
	const hot = m.folded > 0 ? flaggedBy(c, rule, at) : ofNour(c);
	const ink: Layer['ink'] = [{ type: 'street', camera, at, drained: 0.7, veil: m.veil }];
	if (shown <= 0) return { ink };
	const zone = outline(c, rule, camera, shown * plain * m.zone);
	return { ink, marks: [...zone, ...boxMarks(c.recording, at, camera, { hot, opacity: shown })] };
}

function outline(c: SceneContext, rule: OwnRule, camera: Camera, opacity: number): Mark[] {
	const zone = c.recording.zones[rule.zone];
	if (!zone) return [];
	const d = groundPath(zone.polygon, camera);
	return [{ type: 'path', key: 'zone', d, stroke: 'signal', width: 1.6, dash: '10 7', opacity }];
}

export const ofNour = (c: SceneContext): ((box: Box) => boolean) => {
	const nour = c.recording.street.people.find((p) => p.key === 'nour')?.id;
	const tracks = new Set(c.recording.tracks.filter((t) => t.person === nour).map((t) => t.id));
	return (box) => tracks.has(box.id);
};

/** The boxes a rule has an alert for by this frame; for a place, everybody whose feet are in it. */
function flaggedBy(c: SceneContext, rule: OwnRule, at: number): (box: Box) => boolean {
	if (rule.rule === 'crowd') {
		const polygon = c.recording.zones[rule.zone]?.polygon;
		return (box) => {
			const foot = footOf(c.recording.camera, box);
			return !!polygon && !!foot && inside(polygon, foot[0], foot[1]);
		};
	}
	// The next chapter shows the alert itself: here the clock may run its last two seconds.
	const alerts = alertsOf(c, rule).filter((a) => a.frame <= at + 24);
	const tracks = new Set(alerts.map((a) => a.track));
	return (box) => tracks.has(box.id);
}

export const alertsOf = (c: SceneContext, { rule, preset }: OwnRule) =>
	c.recording.alerts.filter((a) => a.rule === rule && (!preset || a.preset === preset));
