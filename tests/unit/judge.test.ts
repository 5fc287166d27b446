import { describe, expect, it } from 'vitest';
import { createJudge } from '../../src/lib/evaluation/judge';
import { FPS } from '../../src/lib/camera/camera';
import { RULES, sceneSetup } from '../../src/lib/evaluation/setup';
import { createRule } from '../../src/lib/rules';
import { createTracks } from '../../src/lib/vision/types';

const NOTHING = { count: 0, id: [], groundX: [], groundY: [] };

/** Two people stand side by side for 20 s; who a track's box is drawn round is up to `shows`. */
function judged(shows: (frame: number) => { track: number; person: number }, stays = (_: number, __: number) => true) {
	const judge = createJudge('loitering');
	const rule = createRule(RULES.loitering[0], sceneSetup());
	const tracks = createTracks(4);
	const objects = createTracks(4);
	const all = [0, 1].map((person) => ({ person, x: 100 + 20 * person, y: 50, w: 10, h: 30 }));
	for (let frame = 0; frame < 20 * FPS; frame++) {
		const boxes = all.filter((p) => stays(p.person, frame));
		const { track, person } = shows(frame);
		tracks.count = 1;
		tracks.id[0] = track;
		tracks.x[0] = all[person].x;
		[tracks.y[0], tracks.w[0], tracks.h[0]] = [50, 10, 30];
		[tracks.groundX[0], tracks.groundY[0]] = [person, 6];
		const people = {
			count: boxes.length,
			id: boxes.map((b) => b.person),
			groundX: boxes.map((b) => b.person),
			groundY: boxes.map(() => 6)
		};
		judge.step({ frame, people: tracks, objects, alerts: rule.step(frame, tracks) }, boxes, people, NOTHING);
	}
	return judge.verdict().loitering;
}

describe('judging alerts', () => {
	it('counts an alert for the person that most of its evidence showed, not for whom it overlapped as it came', () => {
		const passer = (person: number, frame: number) => person === 0 || frame > 180;
		expect(judged((f) => ({ track: 1, person: f > 184 && f < 192 ? 1 : 0 }), passer)).toEqual({
			right: 1,
			wrong: 0,
			missed: 0
		});
		const brief = (person: number, frame: number) => person === 1 || frame < 150;
		expect(judged((f) => ({ track: 1, person: f < 150 ? 0 : 1 }), brief)).toEqual({ right: 0, wrong: 1, missed: 1 });
	});

	it('follows a stay through the identities it was carried on under', () => {
		const alone = (person: number) => person === 0;
		expect(judged((f) => ({ track: f < 150 ? 1 : 2, person: 0 }), alone)).toEqual({ right: 1, wrong: 0, missed: 0 });
	});
});
