/**
 * Loitering as makers set and define it. Values were read in the makers' own documents, at `source`.
 * `zone-clock`: in the zone for that long, moving or not. `must-move`: only somebody who moves.
 * `barely-moves`: only somebody who hardly moves.
 */
export type Meaning = 'zone-clock' | 'must-move' | 'barely-moves';

export interface Preset {
	id: string;
	maker: string;
	meaning: Meaning;
	/** Seconds; null where the maker's documents, as far as read, give no number. */
	seconds: number | null;
	/** What the number is in the maker's words. */
	basis: 'recommended' | 'default' | 'example' | 'range' | 'menu' | 'not-found';
	/** Least and most seconds it can be set to. */
	range?: [number, number];
	source: string;
}

export const PRESETS: readonly Preset[] = [
	{
		id: 'hikvision',
		maker: 'Hikvision',
		meaning: 'zone-clock',
		seconds: 10,
		basis: 'recommended',
		range: [1, 120],
		source: 'https://open.hikvision.com/hardware/structures/NET_VCA_LOITER.html'
	},
	{
		id: 'axxon',
		maker: 'Axxon One',
		meaning: 'zone-clock',
		seconds: 30,
		basis: 'default',
		range: [0, 86400],
		source: 'https://docs.axxonsoft.com/confluence/display/one20en/Configuring+Loitering+in+area'
	},
	{
		id: 'lilin',
		maker: 'LILIN',
		meaning: 'zone-clock',
		seconds: 10,
		basis: 'menu',
		range: [10, 60],
		source: 'https://manualshive.com/ru/manual/lilin/m-series/m-series_user-manual_1916377-12.html'
	},
	{
		id: 'milesight',
		maker: 'Milesight',
		meaning: 'zone-clock',
		seconds: 3,
		basis: 'range',
		range: [3, 1800],
		source: 'https://milesight.com/support/download/document-center/ipc-series/ndaa/en/user-manual/loitering.html'
	},
	{
		id: 'frigate',
		maker: 'Frigate',
		meaning: 'zone-clock',
		seconds: 4,
		basis: 'example',
		source: 'https://docs.frigate.video/configuration/zones/'
	},
	{
		id: 'dahua',
		maker: 'Dahua',
		meaning: 'must-move',
		seconds: null,
		basis: 'not-found',
		source: 'http://38.142.81.21:8001/manual/dahua-technology/n45ej62/user-s-manual-english/page-42.html'
	},
	{
		id: 'axis',
		maker: 'Axis',
		meaning: 'must-move',
		seconds: null,
		basis: 'not-found',
		source: 'https://help.axis.com/axis-loitering-guard'
	},
	{
		id: 'bosch',
		maker: 'Bosch',
		meaning: 'barely-moves',
		seconds: null,
		basis: 'not-found',
		source: 'http://38.142.81.21:8001/manual/bosch/mvc-fiva4-enc1/operation-manual-english/page-31.html'
	}
];
