import { DEFAULT_THRESHOLD } from '../../centre/held';
import type { Params } from '../../picture/frame';

/** The threshold as the reader has set it, seconds. */
export const thresholdOf = (params: Params): number => Number(params['maraudage.threshold'] ?? DEFAULT_THRESHOLD);
