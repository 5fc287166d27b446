import type { Kept } from './keep';
import type { LabBox, News, Report, Running, Score } from './messages';
import { cut, joined, keyOf, type Mark, type Row } from './rows';

/** Where a box has been: feet in the picture, oldest first. */
export type Trail = [number, number][];

/** Pictures a trail goes back. */
const TRAIL = 150;
/** Pictures whose boxes are kept. */
const KEPT = 7500;
/** Milliseconds over which the rate is taken. */
const RECENT = 2000;

/** What machines made of a source so far. Cleared when another one begins. */
export class Results {
	news = $state.raw<News | null>(null);
	rows = $state.raw<Row[]>([]);
	scores = $state.raw<Partial<Record<Running, Score>>>({});
	trails = $state.raw<Record<string, Trail>>({});
	/** Pictures looked at, those that were due and were not, and how many are looked at in a second. */
	looked = $state(0);
	dropped = $state(0);
	rate = $state(0);

	/** Boxes of the last ten minutes, for who wants to keep them. */
	kept: Kept[] = [];

	/** The machine's clock at its first picture: it goes on where the machine begins anew. */
	began = NaN;
	/** Marks of a run that was opened again, for the alerts that come again. */
	#marks: Record<string, Mark> = {};
	#times: number[] = [];
	#last = NaN;

	/** A run was opened again: who is marked already comes back with their mark. */
	recall(marks: Record<string, Mark>): void {
		this.#marks = marks;
	}

	clear(): void {
		this.#marks = {};
		this.news = null;
		this.rows = [];
		this.scores = {};
		this.trails = {};
		this.kept = [];
		this.looked = this.dropped = this.rate = 0;
		this.#times = [];
		this.#last = this.began = NaN;
	}

	/**
	 * @param canvases what was painted of it, by machine
	 * @param passed seconds to take off, of a film that was begun anew
	 */
	see(
		news: News,
		{ fps, width }: { fps: number; width: number },
		canvases: Partial<Record<Running, HTMLCanvasElement>>,
		passed: number
	): void {
		this.looked++;
		if (Number.isNaN(this.began)) this.began = news.time;
		const gap = news.frame - this.#last;
		// A jump of more than a second is a film begun anew.
		if (gap > 1 && gap < fps) this.dropped += gap - 1;
		this.#last = news.frame;
		const now = performance.now();
		this.#times.push(now);
		while (this.#times[0] < now - RECENT) this.#times.shift();
		this.rate = ((this.#times.length - 1) * 1000) / (now - this.#times[0] || 1);
		this.#follow(news);
		for (const { machine, boxes } of news.by) this.kept.push({ frame: news.frame, machine, boxes });
		if (this.kept.length > KEPT) this.kept.splice(0, this.kept.length - KEPT);
		this.news = news;
		if (news.scores) this.scores = news.scores;
		const found = news.by.flatMap(({ machine, alerts, boxes }) =>
			alerts.map((finding): Row => {
				const box = boxes.find((b: LabBox) => b.id === finding.track);
				const canvas = canvases[machine];
				const key = keyOf(machine, finding);
				return {
					key,
					machine,
					finding,
					time: finding.frame / fps - passed,
					still: canvas ? cut(canvas, canvas.width / width, box) : null,
					who: news.who?.[finding.track] ?? null,
					mark: this.#marks[key] ?? null
				};
			})
		);
		if (found.length) this.rows = joined(this.rows, found);
	}

	/** What changed rules say of all that was remembered; an alert that was there keeps its still and its mark. */
	asked({ alerts }: Extract<Report, { type: 'asked' }>, fps: number, passed: number): void {
		const known: Record<string, Row | undefined> = Object.fromEntries(this.rows.map((row) => [row.key, row]));
		const rows = alerts.map(({ machine, finding, who }): Row => {
			const key = keyOf(machine, finding);
			const time = finding.frame / fps - passed;
			return known[key] ?? { key, machine, finding, time, still: null, who, mark: this.#marks[key] ?? null };
		});
		this.rows = joined(
			[],
			rows.sort((a, b) => a.time - b.time)
		);
	}

	mark(key: string, mark: Mark | null): void {
		this.rows = this.rows.map((row) => (row.key === key ? { ...row, mark } : row));
	}

	#follow({ by }: News): void {
		const trails: Record<string, Trail> = {};
		for (const { machine, boxes } of by)
			for (const b of boxes) {
				const key = `${machine}-${b.id}`;
				trails[key] = [...(this.trails[key] ?? []).slice(1 - TRAIL), [b.x + b.w / 2, b.y + b.h]];
			}
		this.trails = trails;
	}
}
