import { causeOf, type Cause } from './container';

/** Pictures of a video that the page has: a file, a sample, a camera. */

/** Why there are no pictures. Each has its sentence in content/figures/lab.yaml. */
export type CaptureFault =
	| Cause
	| 'pictureless'
	| 'short'
	| 'empty'
	| 'huge'
	| 'stalled'
	| 'denied'
	| 'blocked'
	| 'missing'
	| 'busy'
	| 'insecure'
	| 'unsupported'
	| 'framed';

export class CaptureError extends Error {
	constructor(readonly fault: CaptureFault) {
		super(fault);
	}
}

/** Pixels of the longer side that are handed to the machine; what is larger is drawn smaller. */
const LONGEST = 640;
/** Pixels beyond which a picture is refused: more than this is no video of a camera. */
const LARGEST = 8192;
/** Seconds that a film must last: the scene has to be learned from it first. */
export const SHORTEST = 2;
/** Milliseconds after which a video that says nothing is given up. */
const PATIENCE = 15_000;
/** Pictures from which a rate is told, and the rate where it cannot be. */
const PROBES = 12;
const USUAL = 25;

export interface Capture {
	readonly video: HTMLVideoElement;
	/** Of the pictures as they are handed over. */
	readonly width: number;
	readonly height: number;
	/** Seconds; NaN where that is not known, as of some files and of every camera. */
	readonly seconds: number;
	/** Whether it is a camera, which cannot be looked at twice; and its tracks. */
	readonly live: boolean;
	readonly tracks: readonly MediaStreamTrack[];
	/** Pictures a second: told from the first ones. */
	rate(): Promise<number>;
	/** From now on every picture that is shown is told of; `take` gives it. */
	watch(shown: (time: number) => void): void;
	take(): Uint8ClampedArray<ArrayBuffer>;
	/** What was last taken. */
	readonly picture: CanvasImageSource;
	/** Back to the first picture, of a file that broke off too. */
	rewind(): void;
	/** Ends it: tracks stop, nothing of it is kept. */
	close(): void;
}

/** Opens a file or a sample. Rejects with a CaptureError. */
export async function openVideo(source: Blob): Promise<Capture> {
	if (source.size === 0) throw new CaptureError('empty');
	const video = createVideo();
	const url = URL.createObjectURL(source);
	video.src = url;
	try {
		await loaded(video);
		// How long some files last is not known; they are shown as often as it takes.
		if (video.duration < SHORTEST) throw new CaptureError(video.videoWidth ? 'short' : 'pictureless');
		return capture(video, [], () => URL.revokeObjectURL(url));
	} catch (error) {
		URL.revokeObjectURL(url);
		video.removeAttribute('src');
		if (error instanceof CaptureError && error.fault === 'undecodable') throw new CaptureError(await causeOf(source));
		throw error;
	}
}

/** Asks for the camera and opens it: no sound, a small picture. Rejects with a CaptureError. */
export async function openCamera(): Promise<Capture> {
	// What is shown inside another page has that page's bystanders before it: there the lab asks nobody.
	if (window.top !== window) throw new CaptureError('framed');
	if (!isSecureContext) throw new CaptureError('insecure');
	if (!navigator.mediaDevices?.getUserMedia) throw new CaptureError('unsupported');
	let stream: MediaStream;
	try {
		stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { width: 640, height: 360 } });
	} catch (error) {
		throw new CaptureError(await cameraFault(error));
	}
	const video = createVideo();
	const stop = () => {
		for (const track of stream.getTracks()) track.stop();
		video.srcObject = null;
	};
	video.srcObject = stream;
	try {
		await loaded(video);
		await video.play();
		return capture(video, stream.getTracks(), stop);
	} catch (error) {
		stop();
		throw error;
	}
}

/** What a browser means by not giving the camera. */
async function cameraFault(error: unknown): Promise<CaptureFault> {
	const name = error instanceof DOMException ? error.name : '';
	if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
	if (name === 'NotReadableError' || name === 'AbortError') return 'busy';
	if (name === 'SecurityError') return 'blocked';
	// A refusal that nobody was asked for is the site's or its frame's.
	const policy = (document as { featurePolicy?: { allowsFeature(name: string): boolean } }).featurePolicy;
	return policy && !policy.allowsFeature('camera') ? 'blocked' : 'denied';
}

function createVideo(): HTMLVideoElement {
	const video = document.createElement('video');
	video.muted = true;
	video.playsInline = true;
	video.preload = 'auto';
	return video;
}

function loaded(video: HTMLVideoElement): Promise<void> {
	return new Promise((resolve, reject) => {
		const late = setTimeout(() => reject(new CaptureError('stalled')), PATIENCE);
		const end = (done: () => void) => {
			clearTimeout(late);
			done();
		};
		video.addEventListener('loadeddata', () => end(resolve), { once: true });
		video.addEventListener('error', () => end(() => reject(new CaptureError('undecodable'))), { once: true });
	});
}

function capture(video: HTMLVideoElement, tracks: MediaStreamTrack[], release: () => void): Capture {
	const { videoWidth, videoHeight } = video;
	if (!videoWidth || !videoHeight) throw new CaptureError('pictureless');
	if (Math.max(videoWidth, videoHeight) > LARGEST) throw new CaptureError('huge');
	const scale = Math.min(1, LONGEST / Math.max(videoWidth, videoHeight));
	const width = Math.max(1, Math.round(videoWidth * scale));
	const height = Math.max(1, Math.round(videoHeight * scale));
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = height;
	const pen = canvas.getContext('2d', { willReadFrequently: true })!;
	let open = true;

	/** Calls back for each picture shown: by the video's own clock where there is one, else when its time has moved. */
	function each(shown: (time: number) => boolean): void {
		if ('requestVideoFrameCallback' in video) {
			const again = (_: number, { mediaTime }: { mediaTime: number }) => {
				if (open && shown(mediaTime)) video.requestVideoFrameCallback(again);
			};
			video.requestVideoFrameCallback(again);
			return;
		}
		let last = -1;
		const look = () => {
			const { currentTime } = video as HTMLVideoElement;
			if (!open) return;
			if (currentTime === last || shown((last = currentTime))) requestAnimationFrame(look);
		};
		requestAnimationFrame(look);
	}

	return {
		video,
		picture: canvas,
		width,
		height,
		seconds: Number.isFinite(video.duration) ? video.duration : NaN,
		live: tracks.length > 0,
		tracks,
		rate: () =>
			new Promise((resolve) => {
				const times: number[] = [];
				const tell = () => {
					const gaps = times.slice(1).map((t, i) => t - times[i]);
					const gap = gaps.filter((g) => g > 0).sort((a, b) => a - b)[gaps.length >> 1];
					resolve(gap ? Math.min(60, Math.max(1, Math.round(1 / gap))) : USUAL);
				};
				const late = setTimeout(tell, 3000);
				each((time) => {
					if (times.push(time) < PROBES) return true;
					clearTimeout(late);
					tell();
					return false;
				});
				void video.play().catch(() => {});
			}),
		watch(shown) {
			each((time) => {
				shown(time);
				return true;
			});
		},
		take() {
			pen.drawImage(video, 0, 0, width, height);
			return pen.getImageData(0, 0, width, height).data as Uint8ClampedArray<ArrayBuffer>;
		},
		rewind() {
			if (video.error) video.load();
			video.currentTime = 0;
		},
		close() {
			open = false;
			video.onended = video.onerror = null;
			video.pause();
			release();
			video.removeAttribute('src');
			video.load();
		}
	};
}
