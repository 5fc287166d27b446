/** Serves the built site for tests: `tsx scripts/serve.ts PORT`. At the root and again under /a/b/c/, as some hosts do. */
import { openHost } from '../tests/server';

await openHost({ port: Number(process.argv[2] ?? 4179), folder: new URL('../build', import.meta.url).pathname });
