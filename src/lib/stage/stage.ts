import type { Lang } from '../picture/context';
import type { Frame, Params, View } from '../picture/frame';
import type { Assets } from './assets';
import { sheetsOf } from './dom';
import { createFront } from './front';
import { openHost, type Host } from './host';
import { createLink } from './link';
import type { Lack, Picture, Place, Reply } from './messages';
import { createQuestions, NO_WORDS, type Words } from './questions';
import { createStandIn, type Loss, type StageState } from './stand-in';
import { createSupplies } from './supplies';
import { createTurns } from './turns';

export type { Loss, StageState } from './stand-in';

export interface StageOptions {
	lang: Lang;
	/** The square that is drawn. */
	seed: number;
	/** The element's size, and how it is composed. */
	view: View;
	/** Device pixels to a CSS pixel. */
	ratio: number;
	/** The engine is started then; at once when this is missing. */
	after?: Promise<unknown>;
	/** The still of the place first shown comes at once, and stays until its picture is whole. */
	early?: boolean;
	/** Hears what the stage shows, whenever that changes. */
	changed?(state: StageState): void;
	/** Hears that night has come, or day. */
	turned?(night: boolean): void;
	/** Hears what a chapter's controls say of the recording with the values `params`. */
	reads?(chapter: string, values: Record<string, number>, params: Params): void;
	/** Hears of every picture that was put on stage. */
	pictured?(): void;
}

/** How a place is shown. */
export interface Manner {
	/** Whoever leads is on the way: marks may be painted, small things may lag. Default false. */
	moving?: boolean;
	/** Seconds of small life; 0, the default, under reduced motion. */
	life?: number;
}

export interface Stage {
	/** Shows a place as soon as it can; of several asked for meanwhile, the last. Fetches what the place needs. */
	show(place: Place, manner?: Manner): void;
	/** The element is of another size or shape. */
	resize(view: View, ratio: number): void;
	/** The values that readers set. */
	set(params: Params): void;
	/** Fetches a chapter's scene and labels. Resolves with the labels when both are there. */
	prepare(chapter: string): Promise<Record<string, string>>;
	/** Fetches the recording. Resolves when it is open. */
	record(): Promise<void>;
	/** Gives the engine the page's typefaces: marks are then painted while the reader moves. */
	dress(): Promise<void>;
	/** The picture on stage in words. */
	describe(): Promise<Words>;
	/** The frame on stage, once nothing more is on its way; null before there is one. For tests. */
	inspect(): Promise<Frame | null>;
	/** Tries at once whatever was to be tried again later. */
	again(): void;
	/** Ends the engine and leaves the element empty. */
	destroy(): void;
	/** Where pictures are made; null while no engine runs. */
	readonly host: Host['place'] | null;
}

let stages = 0;

/**
 * Makes a stage of `element`: it is shown a place, has the place's picture made (host.ts) and puts it there. It knows
 * nothing of scrolling, of the window or of addresses: places, sizes and files are given to it. What cannot be had it
 * tries for again; meanwhile a step's still stands in. Several can live on a page.
 */
export function createStage(element: HTMLElement, assets: Assets, options: StageOptions): Stage {
	const sheets = sheetsOf(element);
	let { view, ratio } = options;
	const front = createFront(sheets, options.turned);
	let place: Place | null = null;
	let manner: Manner = {};
	let params: Params = {};
	const open = (hear: (reply: Reply) => void) =>
		Promise.resolve(options.after).then(() => openHost(sheets.canvas, sheets.sheet, hear));
	const link = createLink(open, hear, (there) => (there ? turns.want() : judge(null)));
	const turns = createTurns(ask, revive);
	const questions = createQuestions(link.tell);
	const missed = () => (link.host ? turns.want() : judge(null));
	// A fresh worker, for the chapter that is looked at alone.
	const renew = (chapter: string) => chapter === place?.chapter && link.host?.place === 'worker' && revive();
	const supplies = createSupplies(assets, link.tell, missed, renew);
	const standIn = createStandIn(sheets, assets, (state) => options.changed?.(state), options.early);
	link.tell({ type: 'start', lang: options.lang, seed: options.seed, name: `stage${stages++}` }, true);
	sheets.fit(view);

	function ask(): boolean {
		if (!link.host || !place) return false;
		const { life = 0, moving = false } = manner;
		link.tell({ type: 'show', wanted: { ...place, view, life, params, ratio, moving } });
		return true;
	}

	/** Why a place that lacks something cannot be whole for now, where that is known. */
	function lossOf(lacks: Lack | null): Loss | null {
		if (link.lost) return 'worker';
		return lacks && place && (lacks === 'canvas' || supplies.isLost(lacks, place.chapter)) ? lacks : null;
	}

	/** Says what is on stage, now that a picture has come or that something could not be had. */
	function judge(picture: Picture | null): void {
		if (!place) return;
		const of = picture?.place;
		const here = of?.chapter === place.chapter && of.step === place.step;
		if (here && !picture?.lacks) standIn.whole(place);
		// The answer to what was asked before the reader went on says nothing of where they are now.
		else if (here || !of) standIn.less(place, view, lossOf(picture?.lacks ?? null));
	}

	function put(picture: Picture): void {
		front.put(picture, link.host);
		if (picture.lacks === 'recording') void supplies.record();
		judge(picture);
		options.pictured?.();
		turns.came(!picture.complete);
	}

	function hear(reply: Reply): void {
		supplies.hear(reply);
		questions.hear(reply);
		switch (reply.type) {
			case 'picture':
				return put(reply.picture);
			case 'prepared':
				return reply.chapter === place?.chapter ? turns.want() : undefined;
			case 'recorded':
			case 'masked':
				return turns.want();
			case 'reads':
				return options.reads?.(reply.chapter, reply.values, reply.params);
			case 'fault':
				return console.error(`${reply.where}:`, reply.error);
		}
	}

	/** An engine that answers no more is replaced by another, on fresh canvases. */
	function revive(): void {
		turns.lost();
		questions.drop();
		front.renew();
		link.replace();
		judge(null);
	}

	return {
		show(where, how = {}) {
			if (place?.chapter !== where.chapter) void supplies.prepare(where.chapter);
			standIn.moved(where);
			place = where;
			manner = how;
			turns.want();
			if (!link.host) judge(null);
		},
		resize(next, pixels) {
			view = next;
			ratio = pixels;
			sheets.fit(view);
			if (place) turns.want();
		},
		set(values) {
			params = values;
			if (place) turns.want();
		},
		prepare: supplies.prepare,
		record: supplies.record,
		dress: supplies.dress,
		describe: async () => (link.host && standIn.state.live ? questions.describe() : NO_WORDS),
		inspect: () => turns.settled().then(questions.inspect),
		again() {
			link.again();
			supplies.again();
		},
		destroy() {
			turns.stop();
			standIn.stop();
			supplies.stop();
			link.stop();
			sheets.clear();
		},
		get host() {
			return link.host?.place ?? null;
		}
	};
}
