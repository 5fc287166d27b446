import { spawn, spawnSync } from 'node:child_process';

/** What `wrk` measured of one address. */
export interface Load {
	what: string;
	bytes: number;
	perSecond: number;
	/** Milliseconds in which half and all but one in a hundred were answered. */
	half: number;
	slowest: number;
	failed: number;
}

export const hasWrk = (): boolean => !spawnSync('wrk', ['-v']).error;

const milliseconds = (text: string): number => {
	const [, number, unit] = /([\d.]+)(us|ms|s|m)/.exec(text) ?? [];
	if (!unit) return NaN;
	return Number(number) * { us: 0.001, ms: 1, s: 1000, m: 60_000 }[unit as 'us' | 'ms' | 's' | 'm'];
};

/** Has `wrk` ask for an address on as many connections for some seconds, each asking again once it is answered. */
export async function load(
	what: string,
	url: string,
	{
		encoding,
		bytes,
		connections = 1000,
		seconds = 8
	}: { encoding: string; bytes: number; connections?: number; seconds?: number }
): Promise<Load> {
	const args = [
		'-t1',
		`-c${connections}`,
		`-d${seconds}s`,
		'--latency',
		'--timeout',
		'20s',
		'-H',
		`Accept-Encoding: ${encoding}`,
		url
	];
	const said = await new Promise<string>((done, fail) => {
		let text = '';
		const wrk = spawn('wrk', args).once('error', fail);
		for (const stream of [wrk.stdout, wrk.stderr]) stream.on('data', (part) => (text += part));
		wrk.once('exit', () => done(text));
	});
	const number = (pattern: RegExp) => pattern.exec(said)?.[1] ?? '';
	const failures = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(said)?.slice(1) ?? [];
	return {
		what,
		bytes,
		perSecond: Number(number(/Requests\/sec:\s+([\d.]+)/)),
		half: milliseconds(number(/^\s*50%\s+(\S+)/m)),
		slowest: milliseconds(number(/^\s*99%\s+(\S+)/m)),
		failed: failures.reduce((n, f) => n + Number(f), 0) + Number(number(/Non-2xx or 3xx responses: (\d+)/))
	};
}
