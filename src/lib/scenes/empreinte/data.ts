/** What the interview gives, citing Romain Couillet; his own text was not found (c29, c30, f08). */
export const ENERGY_KWH = 1_000_000;
export const PROCESSORS = 10_000;
export const TONNES = 500;
/** "Over one month", taken as thirty days. */
export const DAYS = 30;

/** Mean power over the month, in megawatts, and per processor in watts: our sums. */
export const MEGAWATTS = ENERGY_KWH / 1000 / (DAYS * 24);
export const WATTS_EACH = (MEGAWATTS * 1e6) / PROCESSORS;

/** Tonnes of CO2 for one return flight Paris–New York, by convention: 1 (IFEN), and the ends of what other pages use (f08). */
export const CONVENTIONS = [1, 1.8, 2.7] as const;

/** Return flights that weigh as much as the tonnes of the interview. */
export const flights = (tonnesEach: number): number => Math.round(TONNES / tonnesEach);

export { GPT3_MWH } from '../../figure/bars';
