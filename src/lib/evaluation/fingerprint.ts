import { FPS } from '../camera/camera';
import { createObserver, filmSource, observe } from '../watch/index';
import { createScene } from './scenes';
import { RULES, sceneSetup } from './setup';

const SECONDS = 24;

/**
 * A number that changes when scenes, pipeline or rules give other results: the pipeline's state after some seconds of
 * rain, and all that the rules said. Kept with measured figures, it tells whether they are still those of the program
 * beside them.
 */
export function fingerprint(): number {
	const street = createScene({ agents: 20, seed: 2, seconds: SECONDS, matter: 'loitering' });
	const source = filmSource({ street, takes: [{ from: 0, to: SECONDS * FPS - 1 }] });
	const setup = { ...sceneSetup(), rules: Object.values(RULES).flat() };
	const observer = createObserver(setup);
	let said = 0;
	for (const { frame, alerts } of observe(source, setup, observer))
		for (const alert of alerts)
			for (const v of [frame, alert.since, alert.track, ...(alert.carried ?? [])])
				said = Math.imul(said ^ v, 0x01000193);
	return (observer.hash() ^ said) >>> 0;
}
