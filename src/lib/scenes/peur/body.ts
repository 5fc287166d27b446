/** Somebody standing, in metres, feet at the origin, y up the page negative. */
export const BODY =
	'M-0.24 0L-0.04 0L0 -0.76L0.04 0L0.24 0L0.22 -0.86L0.31 -0.88L0.29 -1.28Q0.27 -1.47 0.1 -1.5L0.09 -1.54Q0.17 -1.62 0.15 -1.73Q0.11 -1.86 0 -1.86Q-0.11 -1.86 -0.15 -1.73Q-0.17 -1.62 -0.09 -1.54L-0.1 -1.5Q-0.27 -1.47 -0.29 -1.28L-0.31 -0.88L-0.22 -0.86Z';
export const TALL = 1.86;
