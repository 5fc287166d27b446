import { build } from 'esbuild';

/** A program of the project's own modules as one script, for an engine to run. Throws where it cannot be built. */
export const bundle = async (contents: string, format: 'iife' | 'esm') =>
	(
		await build({
			stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
			bundle: true,
			format,
			target: 'es2022',
			write: false
		})
	).outputFiles[0].text;
