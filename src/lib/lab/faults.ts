import type { CaptureFault } from './capture';

/** How far the lab is with its source. */
export type Phase = 'idle' | 'loading' | 'learning' | 'running' | 'over' | 'failed';

/** What went wrong, by the key of its sentence: fault.… in content/figures/lab.yaml. */
export type Fault = CaptureFault | 'size' | 'machine' | 'fetch' | 'network' | 'json' | 'boxes' | 'cut' | 'unlearned';
