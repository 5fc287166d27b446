import type { Choice } from './choice';
import { printAddress, readAddress } from './address';
import type { LabBox, Running } from './messages';
import { keyOf, MARKS, type Mark, type Row } from './rows';

/** What of a run can be kept, as text. */

/** Boxes of one machine at one frame. */
export interface Kept {
	frame: number;
	machine: Running;
	boxes: readonly Pick<LabBox, 'id' | 'x' | 'y' | 'w' | 'h'>[];
}

const cell = (text: string | number): string =>
	/[",\n]/.test(String(text)) ? `"${String(text).replaceAll('"', '""')}"` : String(text);
const fixed = (value: number): number => Math.round(value * 100) / 100;

/** Alerts as CSV (RFC 4180), one a line, with what each rests on. */
export function alertsCsv(rows: readonly Row[]): string {
	const head = ['seconds', 'frame', 'machine', 'rule', 'zone', 'track', 'value', 'threshold', 'unit', 'since', 'mark'];
	const lines = rows.map(({ finding: f, time, machine, mark }) =>
		[
			fixed(time),
			f.frame,
			machine,
			f.rule,
			Number(f.zone) + 1,
			f.track,
			fixed(f.value),
			f.threshold,
			f.unit,
			f.since,
			mark ?? ''
		]
			.map(cell)
			.join(',')
	);
	return [head.join(','), ...lines].join('\r\n') + '\r\n';
}

/** Tracks of a machine as MOTChallenge has results: frame from 1, number, box, confidence 1, no place in the world. */
export function tracksText(kept: readonly Kept[], machine: Running): string {
	const own = kept.filter((k) => k.machine === machine);
	const first = own[0]?.frame ?? 0;
	return own
		.flatMap(({ frame, boxes }) =>
			boxes.map(({ id, x, y, w, h }) =>
				[frame - first + 1, id, fixed(x), fixed(y), fixed(w), fixed(h), 1, -1, -1, -1].join(',')
			)
		)
		.join('\n');
}

const FORM = 'rester-la-lab/1';

/** Everything: the choice as its address, alerts and what was thought of them. Loads again. */
export const runJson = (choice: Choice, rows: readonly Row[]): string =>
	JSON.stringify(
		{
			form: FORM,
			address: printAddress(choice),
			alerts: rows.map(({ finding, machine, time, mark, who }) => ({
				...finding,
				machine,
				seconds: fixed(time),
				mark,
				who
			}))
		},
		null,
		'\t'
	);

/** A kept run: its choice, what of it could not be read, and the marks its alerts had. */
export interface KeptRun {
	choice: Choice;
	faults: string[];
	marks: Record<string, Mark>;
}

/** Null when the text is no kept run. */
export function readRun(text: string): KeptRun | null {
	try {
		const run = JSON.parse(text) as { form?: unknown; address?: unknown; alerts?: unknown } | null;
		if (run?.form !== FORM || typeof run.address !== 'string') return null;
		const alerts = (Array.isArray(run.alerts) ? run.alerts : []) as (Row['finding'] & Pick<Row, 'machine' | 'mark'>)[];
		const marked = alerts.filter((a) => MARKS.includes(a?.mark as Mark));
		const marks = Object.fromEntries(marked.map((a) => [keyOf(a.machine, a), a.mark as Mark]));
		return { ...readAddress(run.address), marks };
	} catch {
		return null;
	}
}
