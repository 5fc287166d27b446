import { SENSOR_WIDTH } from '../camera/camera';
import type { Sequence } from '../evaluation/metrics';
import type { Calibration } from '../vision/footage/calibration';
import { createNetwork, type Network } from '../vision/detect/learned/index';
import { filmSetup, footageSetup, type Observer, type Setup } from '../watch/index';
import type { BoxFile } from './boxes';
import type { Choice } from './choice';
import { openFilm } from './film';
import { choose, groundOf, type Fitted } from './ground';
import type { Format, Layer, News, Order, Report } from './messages';
import { createPlayer, machinesOf, pictureOf, watched, type Player, type Sight } from './players';
import { remember, scoreOf, whoAlerted, whoOf } from './truth';

/** Seconds over which scores are taken, and between two reports of them. */
const SCORED = 60;
const EVERY = 2;

interface Open extends Sight {
	run: number;
	setup: Setup;
	players: Player[];
	truths: Sequence;
	/** Pictures looked at, and how many had been at the last report of scores. */
	frames: number;
	scored: number;
}

/** What runs in the lab's worker: takes orders, sends reports. Knows nothing of workers, so that tests can run it. */
export interface Session {
	take(order: Order): void;
	/** Makes the next picture of a simulated source, or of a file of boxes; false where there is none. */
	advance(): boolean;
}

const NO_PICTURE = new Uint8Array(0);

/** @param now milliseconds of a clock that only grows */
export function createSession(send: (report: Report, transfer?: Transferable[]) => void, now: () => number): Session {
	let choice: Choice;
	let open: Open | null = null;
	let network: Network | null = null;

	function begin(run: number, format?: Format, boxes: BoxFile | null = null): void {
		open = null;
		const film = format || boxes ? null : openFilm(choice);
		const machines = machinesOf(choice);
		if (machines.includes('learned') && !network)
			return send({ type: 'failed', run, what: 'network', why: 'There is no network' });
		const sight = { film, boxes, network };
		try {
			const setup = setupOf(choice, sight, format);
			const players = machines.map((machine) => createPlayer(machine, setup, choice, sight));
			open = { run, ...sight, setup, players, truths: [], frames: 0, scored: 0 };
		} catch (error) {
			return send({ type: 'failed', run, what: 'size', why: String(error) });
		}
		const { width, height, fps } = open.setup;
		send({ type: 'opened', run, width, height, fps, frames: film?.frames ?? boxes?.frames.length ?? null });
		ask(open);
	}

	/** Gives the rules their ground and asks them again. */
	function ask({ setup, players, film }: Open): void {
		const { observer } = players[0];
		const found = cameraOf(observer, setup);
		const fitted = film
			? { spec: { kind: 'camera' as const, camera: film.film.sensor.camera }, residual: 0 }
			: choose(choice.ground, found, setup.width, setup.height);
		const usable: Fitted =
			typeof fitted === 'string' ? { spec: { kind: 'picture', width: setup.width }, residual: NaN } : fitted;
		const fault = typeof fitted === 'string' ? fitted : null;
		send({ type: 'ground', ...usable, fault, found, calibration: toldOf(observer.calibration) });
		const ground = groundOf(usable.spec);
		const alerts = players.flatMap((player) =>
			player.guard.set(choice, ground).map((finding) => ({
				machine: player.machine,
				finding,
				who: film ? whoOf(player, finding.track, film) : null
			}))
		);
		send({ type: 'asked', alerts });
	}

	function see(rgb: Uint8Array | Uint8ClampedArray, luma: Uint8Array, time: number): void {
		const { run, film, players, setup, truths } = open!;
		const truth = film?.truth() ?? [];
		const knew = players[0].observer.camera !== null;
		const by = players.map((player) => {
			const before = now();
			const own = player.machine === 'motion' && film ? film.motion : { rgb, luma };
			const seen = player.observer.see(own.rgb, own.luma, time);
			return watched(player, seen, now() - before);
		});
		if (!knew && players[0].observer.camera) ask(open!);
		const news: News = { type: 'seen', run, frame: players[0].observer.now.frame, time, by, layers: {} };
		for (const player of players) {
			const layer = pictureOf(player, setup, choice.layer, film !== null);
			if (layer) news.layers[player.machine] = layer;
		}
		open!.frames++;
		if (film) {
			news.truth = truth.map(({ person, x, y, w, h }) => ({ person, x, y, w, h }));
			remember(truths, players, truth, by, SCORED * setup.fps);
			news.who = whoAlerted(players, by, film);
			if (open!.frames - open!.scored >= EVERY * setup.fps) {
				open!.scored = open!.frames;
				news.scores = Object.fromEntries(players.map((p) => [p.machine, scoreOf(truths, p.results)]));
			}
		}
		send(
			news,
			Object.values(news.layers).map((layer: Layer) => layer.rgba.buffer)
		);
	}

	return {
		take(order) {
			switch (order.type) {
				case 'open':
					choice = order.choice;
					try {
						if (order.network) network = createNetwork(new Uint8Array(order.network));
					} catch (error) {
						return send({ type: 'failed', run: order.run, what: 'network', why: String(error) });
					}
					return begin(order.run, order.format, order.boxes);
				case 'choose':
					choice = order.choice;
					if (open) ask(open);
					return;
				case 'picture': {
					if (order.run !== open?.run) return;
					const [rgb, luma] = develop(order.rgba);
					return see(rgb, luma, order.time);
				}
			}
		},
		advance() {
			const film = open?.film;
			if (film?.next()) see(film.film.rgb, film.film.luma, film.film.time);
			else if (open?.boxes && open.frames < open.boxes.frames.length)
				see(NO_PICTURE, NO_PICTURE, open.frames / open.setup.fps);
			else {
				if (open && (film || open.boxes)) send({ type: 'over', run: open.run });
				return false;
			}
			return true;
		}
	};
}

/** The setup of what is looked at. Throws RangeError on a size that cannot be. */
function setupOf(choice: Choice, { film, boxes }: Sight, format?: Format): Setup {
	const { shadows, gated, components } = choice;
	const detector = { kind: 'motion' as const, shadows, gated, components };
	if (film) {
		const { camera } = film.film.sensor;
		const { width, height } = camera;
		return filmSetup({ detector, camera, width, height, by: width / SENSOR_WIDTH });
	}
	if (boxes) return filmSetup({ camera: 'calibrate', width: boxes.width, height: boxes.height, fps: choice.rate });
	const setup = footageSetup({ ...format!, colour: true }, { detector });
	if (setup.footage) setup.footage.learn = format!.learn;
	return setup;
}

/** How far a calibration is to be believed; it holds more than can be sent. */
const toldOf = (c: Calibration | null) =>
	c && { sure: c.sure, why: c.why, sights: c.sights, explained: c.explained, residual: c.residual };

/** The camera in pixels of the pictures as they are given; null while none is known, or what was found out is not to be believed. */
function cameraOf({ camera, calibration, now: { by } }: Observer, { width, height }: Setup) {
	if (!camera || calibration?.sure === false) return null;
	return { ...camera, f: camera.f * by, u0: camera.u0 * by, v0: camera.v0 * by, width, height };
}

/** Colour and luminance (ITU-R BT.601) of four bytes a pixel. */
function develop(rgba: Uint8ClampedArray): [Uint8Array, Uint8Array] {
	const n = rgba.length / 4;
	const rgb = new Uint8Array(n * 3);
	const luma = new Uint8Array(n);
	for (let i = 0; i < n; i++) {
		const [r, g, b] = [rgba[4 * i], rgba[4 * i + 1], rgba[4 * i + 2]];
		rgb[3 * i] = r;
		rgb[3 * i + 1] = g;
		rgb[3 * i + 2] = b;
		luma[i] = (77 * r + 150 * g + 29 * b + 128) >> 8;
	}
	return [rgb, luma];
}
