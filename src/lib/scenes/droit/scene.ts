import { timeline } from './timeline';
import type { Scene } from '../../story/frame';
export const scene: Scene = (c) => ({ night: 0, ink: [], marks: timeline(c, 1), says: c.say(`says.${c.step}`, { n: 0 }) });
