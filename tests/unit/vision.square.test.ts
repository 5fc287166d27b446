import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** The story stands on its own recording: these are the least it needs to be told. See src/lib/recording/record.ts. */
it('sees the story’s square well enough to tell it', () => {
	expect(existsSync('src/generated/stats.json'), 'run "npm run generate"').toBe(true);
	const stats = JSON.parse(readFileSync('src/generated/stats.json', 'utf8')) as Record<string, number>;
	expect(stats.mota, 'MOTA on the square, percent').toBeGreaterThan(40);
	expect(stats.tracks, 'identities given to the people of the square').toBeLessThan(500);
	expect(stats['nour.dwell'], 'seconds counted for Nour').toBeGreaterThan(60);
	expect(stats['marcel.dwell'], 'seconds counted for Marcel').toBeGreaterThan(10);
	expect(stats['thief.dwell'], 'the one at the bicycles is too quick for 30 s').toBeLessThan(30);
	expect(stats['flagged.10']).toBeGreaterThan(stats['flagged.30']);
	expect(stats['flagged.30']).toBeGreaterThan(2);
	expect(stats['crowd.peak'], 'most points counted at the tram stop').toBeGreaterThan(4);
});
