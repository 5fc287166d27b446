import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import { compareScene, type Compared } from '../src/lib/evaluation/compare';
import { runScene, type Outcome } from '../src/lib/evaluation/run';
import type { SceneOptions } from '../src/lib/evaluation/scenes';
import { createNetwork, type Network } from '../src/lib/vision/detect/learned/index';
import type { DetectorSetup } from '../src/lib/watch/index';

/** What a process of scene.ts is sent. */
export interface SceneOrder {
	options: SceneOptions;
	detector: DetectorSetup;
	/** Whether the neural network looks at it too. */
	both: boolean;
}

export const NETWORK = 'static/network/nanodet-g.bin';
let network: Network | undefined;

/** Does what is ordered: a scene's outcome, or how both machines did on it. */
export const runOrder = ({ options, detector, both }: SceneOrder): Outcome | Compared =>
	both
		? compareScene(options, (network ??= createNetwork(readFileSync(NETWORK))), undefined, detector)
		: runScene(options, detector);

/**
 * Runs simulated scenes, as many at a time as there are processors, and gives their outcomes in order. A scene is a pure
 * function of its options: the figures do not depend on how many run at once. Rejects when one of the processes fails.
 */
export const runScenes = (scenes: SceneOptions[], detector: DetectorSetup): Promise<Outcome[]> =>
	runAll<Outcome>(scenes.map((options) => ({ options, detector, both: false })));

/** The same with both machines on every scene. */
export const compareScenes = (scenes: SceneOptions[], detector: DetectorSetup): Promise<Compared[]> =>
	runAll<Compared>(scenes.map((options) => ({ options, detector, both: true })));

async function runAll<Result extends Outcome | Compared>(orders: SceneOrder[]): Promise<Result[]> {
	const processes = Math.min(orders.length, availableParallelism());
	if (processes < 2) return orders.map((order) => runOrder(order) as Result);
	const results: Result[] = [];
	let next = 0;
	const work = (child: ChildProcess) =>
		new Promise<void>((done, fail) => {
			let at = -1;
			const send = () => {
				if (next === orders.length) return done();
				at = next++;
				child.send(orders[at]);
			};
			child.on('message', (result) => {
				results[at] = result as Result;
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
	return results;
}
