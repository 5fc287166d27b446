import { openBoxes, type BoxFile } from './boxes';
import { CaptureError, openCamera, openVideo, SHORTEST, type Capture } from './capture';
import { AFRESH, DEFAULTS, SIMULATED, type Choice } from './choice';
import type { Fault, Phase } from './faults';
import { createHand } from './hand';
import { createHurry } from './hurry';
import type { News, Report, Running } from './messages';
import { paint } from './paint';
import { createProjector, type Projector } from './projector';
import { Results } from './results.svelte';
import { Sealing } from './sealing.svelte';
import type { SiteFile, Stock } from './stock.svelte';
import { createZones } from './zones';
import { Watchdog, type CameraEnd } from './watchdog.svelte';

/** Before anything is known of the ground. */
const UNKNOWN: Pick<Extract<Report, { type: 'ground' }>, 'spec' | 'residual' | 'fault' | 'found' | 'calibration'> = {
	spec: { kind: 'picture', width: 320 },
	residual: NaN,
	fault: null,
	found: null,
	calibration: null
};

/** Seconds from which the empty scene of a film is learned, and of a camera, which cannot be looked at twice. */
const LEARN = { film: 20, camera: 8 };
/** Part of a shorter film from which it is. */
const PART = 0.9;

/**
 * The lab as the page has it: what was chosen, what the worker reports, and the film or camera that is open. Components
 * show it and call it; they keep nothing of their own.
 */
export class Lab {
	choice = $state.raw<Choice>(DEFAULTS);
	phase = $state<Phase>('idle');
	fault = $state<Fault | null>(null);
	/** The line of a file of boxes that could not be read; 0 where it is all of it. */
	line = $state(0);
	playing = $state(false);
	pace = $state(1);
	/** Seconds of what is open from which the empty scene is learned. */
	learn = $state(0);
	/** Size and rate of the pictures, and how many there are. */
	format = $state.raw({ width: 320, height: 180, fps: 12.5, frames: null as number | null });
	ground = $state.raw(UNKNOWN);
	readonly camera = new Watchdog();
	readonly sent = new Sealing();
	readonly results = new Results();

	/** A file of boxes that was opened. */
	boxes = $state.raw<BoxFile | null>(null);

	/** What the reader looks at; the picture components give them, and they are painted here. */
	readonly canvases: Partial<Record<Running, HTMLCanvasElement>> = {};

	readonly #hand = createHand(
		(report) => this.#hear(report),
		() => this.#fail('machine')
	);
	#run = 0;
	#asked = 0;
	#projector: Projector | null = null;
	#rewound = false;
	#hurry = createHurry();
	readonly #zones = createZones();

	/** @param stock the site's own files */
	constructor(readonly stock: Stock) {
		this.#hand.hire();
	}

	get simulated(): boolean {
		return SIMULATED.includes(this.choice.source);
	}

	/** Whether pictures are made by the worker, one when it is asked. */
	get made(): boolean {
		return this.simulated || this.choice.source === 'boxes';
	}

	/** Whether the machine that was chosen lacks its network. */
	get lacksNetwork(): boolean {
		return this.choice.machine !== 'motion' && this.choice.source !== 'boxes' && !this.stock.fetched.network;
	}

	/** Whether the network can no longer be had: the page has forbidden itself to fetch. */
	get outOfReach(): boolean {
		return this.sent.sealed && !this.stock.fetched.network;
	}

	/** Whether the page has forbidden itself to fetch for something that then could not be looked at. */
	get sealedInVain(): boolean {
		return this.fault !== null && this.outOfReach && !this.#projector;
	}

	/** Fetches a file of the site's own. */
	async get(what: SiteFile): Promise<void> {
		if ((await this.stock.get(what)) === 'lost') this.refuse(what === 'film' ? 'fetch' : 'network');
	}

	/** Begins what was chosen, as far as nothing is missing and nobody has to be asked. */
	async ready(): Promise<void> {
		if (this.lacksNetwork) return;
		const { source } = this.choice;
		if (this.simulated || (source === 'boxes' && this.boxes)) await this.begin();
		else if (this.#projector) await this.#openPictures(this.#projector.capture);
		else if (source === 'actors' && this.stock.fetched.film) await this.#open(openVideo(this.stock.fetched.film));
	}

	/** Changes what was chosen; what a running machine cannot take in begins anew. */
	choose(change: Partial<Choice>): void {
		const before = this.choice;
		this.choice = { ...before, ...change };
		const afresh = (Object.keys(change) as (keyof Choice)[]).some(
			(key) => AFRESH.includes(key) && change[key] !== before[key]
		);
		if (change.source !== undefined && change.source !== before.source) this.close();
		if (!afresh || this.phase === 'idle') this.#hand.tell({ type: 'choose', choice: this.#plain() });
		else if (this.lacksNetwork) this.close();
		// What is being opened takes the choice as it is when it has opened.
		else if (this.phase !== 'loading') void this.ready();
	}

	/** Begins a source whose pictures the worker makes. */
	async begin(): Promise<void> {
		this.close();
		this.#start();
		const run = this.#run;
		const network = await this.#network();
		if (run !== this.#run) return;
		const boxes = (this.choice.source === 'boxes' && this.boxes) || undefined;
		this.#hand.tell({ type: 'open', run, choice: this.#plain(), network, boxes });
		this.phase = 'running';
		this.play(true);
	}

	/** Opens a reader's film. From here on the page can send nothing. What is open goes on if that one cannot be played. */
	async openFile(file: Blob): Promise<void> {
		// Nothing in it: nothing to guard.
		if (file.size === 0) return this.refuse('empty');
		this.#hand.hire();
		await this.#shut();
		await this.#open(openVideo(file), 'file');
	}

	/** Opens a MOTChallenge file: it is tracked and ruled. */
	async openBoxes(file: Blob): Promise<void> {
		const read = await openBoxes(file);
		if ('line' in read) {
			this.line = read.line;
			return this.refuse('boxes');
		}
		this.close();
		this.boxes = read;
		this.choose({ source: 'boxes' });
		await this.begin();
	}

	/** Asks for the reader's camera. From here on the page can send nothing. */
	async openCamera(): Promise<void> {
		this.close();
		this.#hand.hire();
		await this.#shut();
		await this.#open(openCamera());
		if (!this.#projector?.capture.live) return;
		this.camera.start(() => this.endCamera('time'));
	}

	/** Forbids the page to send, once the network is here if it was chosen: afterwards it cannot be had. */
	async #shut(): Promise<void> {
		if (this.lacksNetwork && !this.sent.sealed) await this.stock.get('network');
		if (this.lacksNetwork) this.choice = { ...this.choice, machine: 'motion', layer: 'frame' };
		this.sent.shut();
	}

	/** Turns the camera off, if it is on, and keeps why. */
	endCamera(why: CameraEnd): void {
		if (!this.camera.on) return;
		this.close();
		this.camera.end = why;
	}

	async #open(opening: Promise<Capture>, source = this.choice.source): Promise<void> {
		const asked = ++this.#asked;
		if (this.phase === 'idle' || this.phase === 'failed') this.phase = 'loading';
		this.fault = null;
		try {
			const capture = await opening;
			// Another source was chosen meanwhile.
			if (asked !== this.#asked) return capture.close();
			this.close();
			this.choice = { ...this.choice, source, guide: source === this.choice.source ? this.choice.guide : '' };
			await this.#openPictures(capture);
		} catch (error) {
			if (asked === this.#asked) this.refuse(error instanceof CaptureError ? error.fault : 'undecodable');
		}
	}

	async #openPictures(capture: Capture): Promise<void> {
		this.#start();
		// Its rate is told from its first pictures, which takes a while.
		this.phase = 'loading';
		const run = this.#run;
		const projector = this.#projector ?? this.#project(capture);
		const fps = await capture.rate();
		const network = await this.#network();
		if (run !== this.#run) return;
		// What another run was given is not answered any more.
		projector.done();
		const { width, height, live } = capture;
		const learn = live ? LEARN.camera : Math.min(LEARN.film, PART * (projector.seconds || Infinity));
		this.#rewound = live;
		this.#hurry = createHurry(live || this.choice.machine !== 'motion' ? 1 : undefined);
		this.learn = learn;
		this.#hand.tell({ type: 'open', run, choice: this.#plain(), format: { width, height, fps, learn }, network });
		this.phase = 'learning';
		if (!live) projector.rewind();
		this.play(true);
	}

	#project(capture: Capture): Projector {
		return (this.#projector = createProjector(capture, {
			show: (rgba, time) => this.#hand.tell({ type: 'picture', run: this.#run, rgba, time }),
			over: (cut) => {
				if (capture.live) return this.endCamera('gone');
				// It was over before its rate was known; it begins anew when that is.
				if (this.phase === 'loading') return;
				const projector = this.#projector!;
				if (this.phase === 'learning' && projector.seconds >= SHORTEST) {
					// It lasts less than the file says: the scene is learned from what there is.
					if (this.learn > PART * projector.seconds) {
						capture.rewind();
						return void this.#openPictures(capture);
					}
					// A short film on a slow device: it is shown again until the scene is learned.
					projector.rewind();
					return this.play(true);
				}
				const early = this.phase === 'learning';
				this.#over();
				if (cut) this.fault = early ? 'unlearned' : 'cut';
			}
		}));
	}

	#over(): void {
		this.phase = 'over';
		this.playing = false;
	}

	play(on: boolean): void {
		if (on && this.phase === 'over') {
			if (!this.#projector) return void this.begin();
			this.phase = 'running';
			this.#projector.rewind();
		}
		this.playing = on;
		if (this.#projector) this.#projector.play(on, this.phase === 'learning' ? this.#hurry.pace : this.pace);
		else this.#hand.tell({ type: 'play', on, pace: this.pace });
	}

	/** One picture of a source that the worker makes. */
	step(): void {
		this.play(false);
		this.#hand.tell({ type: 'step' });
	}

	/** Says what was wrong. What runs goes on. */
	refuse(fault: Fault): void {
		this.fault = fault;
		if (this.phase === 'loading') this.phase = 'failed';
	}

	/** Ends whatever runs; camera tracks stop at once. What was found stays to be seen until another source begins. */
	close(): void {
		this.camera.stop();
		this.#run++;
		this.#asked++;
		this.#projector?.close();
		this.#projector = null;
		this.#hand.tell({ type: 'play', on: false, pace: 1 });
		this.phase = 'idle';
		this.playing = false;
		this.fault = null;
		this.results.news = null;
		this.sent.begin();
	}

	/** The whole lab goes: the page is left. */
	destroy(): void {
		this.close();
		this.#hand.dismiss();
	}

	#start(): void {
		this.#run++;
		this.#zones.forget();
		this.fault = null;
		this.results.clear();
		this.#hand.hire();
	}

	#fail(fault: Fault): void {
		this.close();
		this.phase = 'failed';
		this.fault = fault;
	}

	#plain = (): Choice => $state.snapshot(this.choice) as Choice;

	/** The network's weights, for a worker that needs them and has them not. */
	async #network(): Promise<ArrayBuffer | undefined> {
		const { network } = this.stock.fetched;
		if (this.choice.machine === 'motion' || this.#hand.taught || !network) return undefined;
		return network.arrayBuffer();
	}

	#hear(report: Report): void {
		if ('run' in report && report.run !== this.#run) return;
		switch (report.type) {
			case 'opened':
				this.format = report;
				if (this.#projector) this.#projector.fps = report.fps;
				return;
			case 'ground':
				this.ground = report;
				return this.#look();
			case 'asked':
				return this.results.asked(report, this.format.fps, this.#projector?.passed ?? 0);
			case 'over':
				return this.#over();
			case 'failed':
				return this.#fail(report.what);
			case 'seen':
				this.#see(report);
		}
	}

	#look(): void {
		if (this.simulated) return;
		const zones = this.#zones.lay(this.choice.zones, this.ground.spec, this.choice.ground, this.format);
		if (zones) this.choose({ zones });
	}

	#see(news: News): void {
		const projector = this.#projector;
		projector?.done();
		paint(news, this.canvases, this.format, projector?.capture.picture);
		this.results.see(news, this.format, this.canvases, projector?.passed ?? 0);
		if (this.phase !== 'learning') return;
		if (news.by.some((b) => b.state === 'learning')) {
			const { looked, dropped } = this.results;
			if (this.#hurry.told(looked, dropped) && this.playing) this.play(true);
			return;
		}
		this.phase = 'running';
		if (this.#rewound || !projector) return;
		this.results.looked = this.results.dropped = 0;
		this.play(this.playing);
		// What taught the scene is looked at again, now that it is known.
		this.#rewound = true;
		projector.rewind();
	}
}
