import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { runScene, type Outcome } from '../src/lib/evaluation/run';
import type { SceneOptions } from '../src/lib/evaluation/scenes';
import type { DetectorSetup } from '../src/lib/watch/index';

/** What a process of scene.ts is sent. */
export interface SceneOrder {
	options: SceneOptions;
	detector: DetectorSetup;
}

/**
 * Runs simulated scenes, as many at a time as there are processors, and gives their outcomes in order. A scene is a pure
 * function of its options: the figures do not depend on how many run at once. Rejects when one of the processes fails.
 */
export async function runScenes(scenes: SceneOptions[], detector: DetectorSetup): Promise<Outcome[]> {
	const processes = Math.min(scenes.length, availableParallelism());
	if (processes < 2) return scenes.map((options) => runScene(options, detector));
	const outcomes: Outcome[] = [];
	let next = 0;
	const work = (child: ChildProcess) =>
		new Promise<void>((done, fail) => {
			let at = -1;
			const send = () => {
				if (next === scenes.length) return done();
				at = next++;
				child.send({ options: scenes[at], detector } satisfies SceneOrder);
			};
			child.on('message', (outcome) => {
				outcomes[at] = outcome as Outcome;
				send();
			});
			child.on('error', fail);
			child.on('exit', (code) => fail(new Error(`a process of the evaluation ended with code ${code}`)));
			send();
		});
	const file = fileURLToPath(new URL('./scene.ts', import.meta.url));
	const children = Array.from({ length: processes }, () => fork(file, { serialization: 'advanced' }));
	try {
		await Promise.all(children.map(work));
	} finally {
		for (const child of children) child.kill();
	}
	return outcomes;
}
