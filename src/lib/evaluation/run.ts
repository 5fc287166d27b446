import { createSensor } from '../camera/sensor';
import { paintBackdrop, paintStreet } from '../drawing/street';
import type { People } from '../rules/index';
import { truthAt } from '../street/truth';
import { createPipeline, type PipelineOptions } from '../vision/index';
import { createJudge, type Verdict } from './judge';
import { tally, type Sequence, type Tally } from './metrics';
import { createScene, FPS, LEAD, weatherOf, type SceneOptions, type Weather } from './scenes';
import { afterwards, clip, createFollowed, PIXELS_LATE } from './tracklets';

/** Truth counts people at least this visible. */
export const VISIBLE = 0.35;

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

/**
 * Runs one scene through sensor and pipeline, and scores it against the street's own truth: boxes of people at least
 * 35 % visible, and the rules' alerts against the same rules run on the truth.
 */
export function runScene(options: SceneOptions, settings: Partial<PipelineOptions> = {}): Outcome {
	const matter = options.matter ?? 'crossing';
	const street = createScene(options);
	const sensor = createSensor({ street, paint: { paintBackdrop, paintStreet }, seed: options.seed });
	const { camera, width, height } = sensor;
	const pipeline = createPipeline({ width, height, camera, fps: FPS, ...settings });
	const frames = Math.round(options.seconds * FPS);
	const truths: Sequence = [];
	const results: Sequence = [];
	const judge = createJudge(matter);
	const followed = createFollowed();

	for (let frame = -LEAD * FPS; frame < frames; frame++) {
		sensor.expose(frame);
		const tracks = pipeline.step(sensor.rgb, sensor.luma);
		followed.read(frame + LEAD * FPS, pipeline.tracker, pipeline.detections);
		const all = truthAt(street, camera);
		const seen = all.filter((t) => t.visible >= VISIBLE);
		if (frame >= 0) {
			truths.push({ ids: seen.map((t) => t.person), boxes: seen.flatMap((t) => [t.x, t.y, t.w, t.h]) });
			const result = { ids: [] as number[], boxes: [] as number[] };
			for (let i = 0; i < tracks.count; i++) {
				result.ids.push(tracks.id[i]);
				result.boxes.push(tracks.x[i], tracks.y[i], tracks.w[i], tracks.h[i]);
			}
			results.push(result);
		}
		if (matter === 'crossing') continue;
		const present = street.people.filter((p) => p.present);
		const lying = street.things.map((t, i) => ({ t, i })).filter(({ t }) => t.present);
		const truePeople: People = {
			count: present.length,
			id: present.map((p) => p.id),
			groundX: present.map((p) => p.x),
			groundY: present.map((p) => p.y)
		};
		const trueThings: People = {
			count: lying.length,
			id: lying.map(({ i }) => i),
			groundX: lying.map(({ t }) => t.x),
			groundY: lying.map(({ t }) => t.y)
		};
		judge.step(frame, tracks, pipeline.objects, all, truePeople, trueThings);
	}
	const late = afterwards(followed.tracklets, LEAD * FPS + frames, FPS, PIXELS_LATE).slice(LEAD * FPS);
	return {
		options,
		weather: options.weather ?? weatherOf(options.seed),
		tally: tally(truths, results),
		late: tally(truths, clip(late, width, height)),
		minutes: options.seconds / 60,
		rules: judge.verdict()
	};
}
