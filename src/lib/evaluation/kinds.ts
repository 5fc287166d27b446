/** What people may be, beside each other: somebody can be in several. */
export const KINDS = ['walking', 'standing', 'seated', 'bag', 'umbrella', 'hidden', 'near', 'middle', 'far'] as const;
export type Kind = (typeof KINDS)[number];
