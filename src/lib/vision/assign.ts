/**
 * Linear assignment by shortest augmenting paths (Jonker and Volgenant, Computing 38, 1987), where leaving a row alone
 * costs `limit`: no pair dearer than that is ever made.
 */
export interface Assigner {
	/**
	 * @param cost rows × cols, row-major; `Infinity` forbids a pair
	 * @returns for each row its column, or -1. A view, overwritten by the next call.
	 */
	solve(rows: number, cols: number, cost: Float64Array, limit: number): Int32Array;
}

/** An assigner for at most `most` rows and columns; allocates here and never again. */
export function createAssigner(most: number): Assigner {
	const columnOf = new Int32Array(most);
	const rowOf = new Int32Array(most);
	const u = new Float64Array(most);
	const v = new Float64Array(most);
	const distance = new Float64Array(most);
	const from = new Int32Array(most);
	const scanned = new Uint8Array(most);

	return {
		solve(rows, cols, cost, limit) {
			v.fill(0, 0, cols);
			rowOf.fill(-1, 0, cols);
			for (let start = 0; start < rows; start++) {
				columnOf[start] = -1;
				scanned.fill(0, 0, cols);
				distance.fill(Infinity, 0, cols);
				u[start] = 0;
				let row = start;
				let reached = 0;
				let alone = Infinity;
				let aloneRow = start;
				let end = -1;
				for (;;) {
					if (reached + limit - u[row] < alone) {
						alone = reached + limit - u[row];
						aloneRow = row;
					}
					let next = -1;
					let least = alone;
					for (let c = 0, at = row * cols; c < cols; c++, at++) {
						if (scanned[c]) continue;
						const d = reached + cost[at] - u[row] - v[c];
						if (d < distance[c]) {
							distance[c] = d;
							from[c] = row;
						}
						if (distance[c] < least) {
							least = distance[c];
							next = c;
						}
					}
					reached = least;
					if (next < 0) break;
					if (rowOf[next] < 0) {
						end = next;
						break;
					}
					scanned[next] = 1;
					row = rowOf[next];
				}
				for (let c = 0; c < cols; c++) {
					if (!scanned[c]) continue;
					v[c] -= reached - distance[c];
					u[rowOf[c]] += reached - distance[c];
				}
				u[start] += reached;
				// Along the path back to `start`, every row takes the column by which it was reached.
				let column = end;
				if (end < 0) {
					column = columnOf[aloneRow];
					columnOf[aloneRow] = -1;
					if (aloneRow === start) continue;
				}
				for (;;) {
					const r = from[column];
					const before = columnOf[r];
					columnOf[r] = column;
					rowOf[column] = r;
					if (r === start) break;
					column = before;
				}
			}
			return columnOf;
		}
	};
}
