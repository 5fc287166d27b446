import type { People } from '../rules/index';
import { truthAt, VISIBLE } from '../street/truth';
import type { Instant } from '../street/types';
import type { Tracks } from '../vision/index';
import { filmSource, observe, type DetectorSetup, type Film } from '../watch/index';
import { FPS } from '../camera/camera';
import { createJudge, type Verdict } from './judge';
import { tally, type Sequence, type Tally } from './metrics';
import { createScene, LEAD, weatherOf, type SceneOptions } from './scenes';
import { sceneSetup } from './setup';
import type { Weather } from '../street/light';
import { afterwards, clip, createFollowed, PIXELS_LATE } from './tracklets';

export interface Outcome {
	options: SceneOptions;
	weather: Weather;
	/** What the machine says at each frame, and what can be said up to a second after it (see `afterwards`). */
	tally: Tally;
	late: Tally;
	/** Minutes scored. */
	minutes: number;
	/** For each rule of the scene's matter: truths it found, wrong alerts, truths it missed. */
	rules: Record<string, Verdict>;
}

/** Frames before frame 0. */
const BEFORE = LEAD * FPS;

/** The film of a scene, from the empty square on. */
export const filmOf = (options: SceneOptions): Film =>
	filmSource({ street: createScene(options), takes: [{ from: -BEFORE, to: Math.round(options.seconds * FPS) - 1 }] });

/**
 * Runs one scene through the machine, and scores it against the street's own truth: boxes of people at least 35 %
 * visible, and the rules' alerts against the same rules run on the truth.
 */
export function runScene(options: SceneOptions, detector?: DetectorSetup): Outcome {
	const matter = options.matter ?? 'crossing';
	const setup = sceneSetup(matter, detector);
	const film = filmOf(options);
	const truths: Sequence = [];
	const results: Sequence = [];
	const judge = createJudge(matter);
	const followed = createFollowed();
	let frames = 0;

	for (const seen of observe(film, setup)) {
		followed.read(frames++, seen.tracker, seen.detections);
		const all = truthAt(film.now, film.sensor.camera);
		if (seen.frame >= 0) {
			const visible = all.filter((t) => t.visible >= VISIBLE);
			truths.push({ ids: visible.map((t) => t.person), boxes: visible.flatMap((t) => [t.x, t.y, t.w, t.h]) });
			results.push(boxesIn(seen.people));
		}
		if (matter !== 'crossing') judge.step(seen, all, peopleOn(film.now), thingsOn(film.now));
	}
	const late = afterwards(followed.tracklets, frames, FPS, PIXELS_LATE).slice(BEFORE);
	return {
		options,
		weather: options.weather ?? weatherOf(options.seed),
		tally: tally(truths, results),
		late: tally(truths, clip(late, setup.width, setup.height)),
		minutes: options.seconds / 60,
		rules: judge.verdict()
	};
}

function boxesIn({ count, id, x, y, w, h }: Tracks): Sequence[number] {
	const out: Sequence[number] = { ids: [], boxes: [] };
	for (let i = 0; i < count; i++) {
		out.ids.push(id[i]);
		out.boxes.push(x[i], y[i], w[i], h[i]);
	}
	return out;
}

function peopleOn(now: Instant): People {
	const present = now.people.filter((p) => p.present);
	return {
		count: present.length,
		id: present.map((p) => p.id),
		groundX: present.map((p) => p.x),
		groundY: present.map((p) => p.y)
	};
}

function thingsOn(now: Instant): People {
	const lying = now.things.map((t, i) => ({ t, i })).filter(({ t }) => t.present);
	return {
		count: lying.length,
		id: lying.map(({ i }) => i),
		groundX: lying.map(({ t }) => t.x),
		groundY: lying.map(({ t }) => t.y)
	};
}
