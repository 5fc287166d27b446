import { createBoxes, readHead, suppress, type Boxes, type Heat } from './decode';
import { COARSEST, NARROWEST } from './graph';
import { createLetterbox, inputFor, type Letterbox, type Size } from './letterbox';
import { load } from './layout';
import { unpack } from './pack';
import { createPlan, type Plan } from './plan';
import { createKernel } from './wasm';

/** A picture of three bytes a pixel, row by row. */
export interface Picture extends Size {
	rgb: ArrayLike<number>;
}

export interface DetectOptions {
	/** Score from which somebody is said to be there. */
	threshold?: number;
	/** Intersection over union from which two boxes are one person's. */
	overlap?: number;
	/** Pixels it looks at, sides multiples of 32, width 128 at least. Default: as `inputFor` has it. */
	input?: Size;
}

/** Finds people in one picture, knowing of no other. */
export interface Network {
	/**
	 * Finds people, surest first; their boxes in pixels of the picture, which they may reach out of. The same object on
	 * every call. Another size than the last time's costs a new plan; the same size allocates nothing. Throws RangeError on
	 * an input that is no multiple of 32.
	 */
	detect(picture: Picture, options?: DetectOptions): Boxes;
	/** How surely a person's middle is in each cell of what was last looked at, fine cells first. */
	readonly heat: readonly Heat[];
	/** Where the picture last looked at lies in those cells' pixels. */
	readonly letterbox: Pick<Letterbox, 'left' | 'top' | 'across' | 'down'>;
	/** Bytes of memory it has. */
	readonly memory: number;
}

/** All that depends on sizes. */
interface Prepared {
	picture: Size;
	input: Size;
	/** Whether that input is the picture's usual one. */
	usual: boolean;
	plan: Plan;
	letterbox: Letterbox;
	/** Boxes before those that overlap are left out: one for each cell at most. */
	near: Boxes;
}

/** Half of what the network is sure of; NanoDet's own demonstration has .4. */
const THRESHOLD = 0.45;
const OVERLAP = 0.45;
/** Most people of a picture. */
const MOST = 512;

/**
 * The network of a file (static/network/nanodet-g.bin): small ones of its family are what is sold. NanoDet-G (RangiLyu,
 * https://github.com/RangiLyu/nanodet, 2020), which was shown 118,000 photographs of the COCO collection.
 * Throws NetworkError when the file is not whole, or the engine cannot run it.
 */
export function createNetwork(file: Uint8Array): Network {
	const kernel = createKernel();
	const weighted = unpack(file);
	const { graph } = weighted;
	const loaded = load(kernel, weighted);
	const found = createBoxes(MOST);
	let now: Prepared | undefined;

	function prepare(picture: Size, wanted?: Size) {
		const { width, height } = picture;
		if (now && same(now.picture, picture) && (wanted ? same(now.input, wanted) : now.usual)) return now;
		const input = wanted ?? inputFor(picture);
		if (input.width % COARSEST || input.height % COARSEST || input.width < NARROWEST || input.height < COARSEST)
			throw new RangeError(
				`${input.width} × ${input.height} is not looked at: multiples of ${COARSEST}, ${NARROWEST} × ${COARSEST} at least`
			);
		if (!(width > 0 && height > 0)) throw new RangeError(`A picture of ${width} × ${height} pixels`);
		const plan =
			now && same(now.input, input) ? now.plan : createPlan(kernel, graph, loaded, input.width, input.height);
		const cells = plan.heat.reduce((sum, { score }) => sum + score.length, 0);
		const letterbox = createLetterbox({ width, height }, input, graph);
		return (now = {
			picture: { width, height },
			input: { ...input },
			usual: !wanted,
			plan,
			letterbox,
			near: createBoxes(cells)
		});
	}

	return {
		detect(picture, { threshold = THRESHOLD, overlap = OVERLAP, input } = {}) {
			const { plan, letterbox, near } = prepare(picture, input);
			if (picture.rgb.length < 3 * picture.width * picture.height)
				throw new RangeError(`${picture.rgb.length} bytes are no ${picture.width} × ${picture.height} pixels`);
			letterbox.fill(picture.rgb, plan.memory, plan.first, plan.row);
			plan.run();
			near.count = 0;
			plan.heads.forEach((head, i) => readHead(head, plan.heat[i], threshold, near));
			suppress(near, overlap, found);
			for (let i = 0; i < found.count; i++) {
				found.x[i] = (found.x[i] - letterbox.left) * letterbox.across;
				found.y[i] = (found.y[i] - letterbox.top) * letterbox.down;
				found.w[i] *= letterbox.across;
				found.h[i] *= letterbox.down;
			}
			return found;
		},
		get heat() {
			return now?.plan.heat ?? [];
		},
		get letterbox() {
			return now?.letterbox ?? { left: 0, top: 0, across: 1, down: 1 };
		},
		get memory() {
			return kernel.memory.buffer.byteLength;
		}
	};
}

const same = (a: Size, b: Size): boolean => a.width === b.width && a.height === b.height;
