/** One of the processes in which `npm run eval` runs simulated scenes: is sent scenes one by one, and answers with outcomes. */
import { runScene } from '../src/lib/evaluation/run';
import type { SceneOrder } from './scenes';

process.on('message', ({ options, detector }: SceneOrder) => process.send?.(runScene(options, detector)));
