/**
 * Places for labels along a line: as near as can be to where each wants to be, in the same order, none overlapping,
 * all between `from` and `to` if they fit. `wanted` and the result are tops; `heights` are the room each takes.
 * Pool-adjacent-violators: least squares under an order, each label weighing as much as it is high (Barlow et al., 1972).
 */
export function spread(wanted: readonly number[], heights: readonly number[], from: number, to: number): number[] {
	interface Block {
		first: number;
		count: number;
		weight: number;
		/** Weighted sum of wanted places less the room taken above each within the block. */
		sum: number;
		height: number;
	}
	const total = heights.reduce((s, h) => s + h, 0);
	const end = Math.max(to, from + total);
	const place = (b: Block) => Math.max(from, Math.min(end - b.height, b.sum / b.weight));
	const blocks: Block[] = [];
	wanted.forEach((y, i) => {
		const height = heights[i];
		const weight = height + 1e-6;
		const block: Block = { first: i, count: 1, weight, sum: y * weight, height };
		for (let above = blocks.at(-1); above && place(above) + above.height > place(block); above = blocks.at(-1)) {
			blocks.pop();
			block.first = above.first;
			block.count += above.count;
			block.sum = above.sum + block.sum - block.weight * above.height;
			block.weight += above.weight;
			block.height += above.height;
		}
		blocks.push(block);
	});
	const out: number[] = [];
	for (const b of blocks) {
		let y = place(b);
		for (let i = b.first; i < b.first + b.count; i++) {
			out.push(y);
			y += heights[i];
		}
	}
	return out;
}
