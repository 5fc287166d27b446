import type { Assets } from '../stage/assets';
import type { Addresses } from '../stage/assets.address';
import { assetsInlined } from '../stage/assets.inlined';
import { carried } from './carried';

/** In place of stage/assets.address.ts: a stage has its files from the page, and its stills from the folder beside it. */
export function assetsByAddress(at: Pick<Addresses, 'stills'>): Assets {
	const assets = assetsInlined(carried());
	return { ...assets, still: (step) => (at.stills ? `${at.stills}${step}.avif` : '') };
}
