/** One of the processes in which `npm run eval` runs simulated scenes: is sent scenes one by one, and answers with outcomes. */
import { runOrder, type SceneOrder } from './scenes';

process.on('message', (order: SceneOrder) => process.send?.(runOrder(order)));
