/** The industry's people as Jusquiame gives them (c23); not found elsewhere (f06). */
export const EMPLOYEES = 16700;
/** Years the intern names (quote dix-vingt-trente-ans). */
export const YEARS = [10, 20, 30] as const;
