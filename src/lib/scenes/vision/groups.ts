/** Groups of people that machines are counted on, in the order they are shown. */
export const GROUPS = ['walking', 'standing', 'seated', 'hidden', 'far'] as const;
export type Group = (typeof GROUPS)[number];
