import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	build: { target: 'es2022' },
	worker: { format: 'es' },
	test: {
		include: ['tests/{unit,content,build}/**/*.test.ts'],
		maxWorkers: 2,
		testTimeout: 60_000
	}
});
