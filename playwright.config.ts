import { defineConfig } from '@playwright/test';
import { PORT } from './tests/e2e/helpers';

/** Built site, served under a deep path as well as at the root; the Chromium that scripts/test.mjs found. */
export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results/e2e',
	workers: 2,
	fullyParallel: true,
	timeout: 180_000,
	// A browser that stalls for minutes is not the page's fault; what passed only the second time is named at the end.
	retries: 1,
	reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
	use: {
		baseURL: `http://127.0.0.1:${PORT}`,
		launchOptions: {
			executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				'--no-first-run',
				// A camera that shows a pattern, for the lab.
				'--use-fake-device-for-media-stream',
				'--use-fake-ui-for-media-stream'
			]
		}
	},
	webServer: {
		command: `npx tsx scripts/serve.ts ${PORT}`,
		url: `http://127.0.0.1:${PORT}/fr/`,
		reuseExistingServer: true
	}
});
