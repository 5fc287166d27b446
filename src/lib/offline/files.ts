import { carried } from './carried';

/**
 * In place of lab/files.ts: a file lies beside the page as a script that gives it as base64. Rejects when the script is not
 * there, as the network's is not until its pack is unpacked into the folder, or was cancelled.
 */
export async function fetchFile(src: string, signal: AbortSignal, come: (bytes: number) => void): Promise<Blob> {
	const name = src.slice(src.lastIndexOf('/') + 1);
	if (!carried().files?.[name]) await runScript(`${src}.js`);
	signal.throwIfAborted();
	const base64 = carried().files?.[name];
	if (!base64) throw new Error(`${src}.js does not hold ${name}`);
	const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
	come(bytes.length);
	return new Blob([bytes], { type: name.endsWith('.mp4') ? 'video/mp4' : 'application/octet-stream' });
}

const runScript = (src: string): Promise<void> =>
	new Promise((done, fail) => {
		const script = document.createElement('script');
		script.src = src;
		script.onload = () => done();
		script.onerror = () => {
			script.remove();
			fail(new Error(`${src} is not in the folder`));
		};
		document.head.append(script);
	});
