/**
 * `npm test`: installs what is missing and runs the whole suite: format, lint, types, unit, content, build, end-to-end.
 * Every stage runs even if an earlier one failed. Ends with one line, "N passed, N failed", summed from the runners'
 * own reports (format, lint, types and build count one each), also written to test-results/summary.json. The lines
 * before say which engines tests ran in, and why not in the others: a machine that cannot have one does not fail for it.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeEngine, ENGINES, findEngines, prepareEngines } from './engines.mjs';
import { bin, findChromium, installPackages, readJson, root, run } from './prepare.mjs';

installPackages();
process.env.CHROMIUM_PATH = findChromium();
const notHad = prepareEngines();
for (const [name, engine] of Object.entries(findEngines())) console.log(`${name}: ${describeEngine(engine)}`);
rmSync(join(root, 'test-results'), { recursive: true, force: true });
mkdirSync(join(root, 'test-results'), { recursive: true });

const stages = [];
const stage = (name, work) => {
	console.log(`\n=== ${name}`);
	const started = Date.now();
	const { passed, failed } = work();
	stages.push({ name, passed, failed });
	console.log(`=== ${name}: ${passed} passed, ${failed} failed (${Math.round((Date.now() - started) / 1000)} s)`);
};
const one = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

const vitest = (file, folders) => () => {
	const code = bin('vitest', [
		'run',
		...folders,
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=test-results/${file}`
	]);
	const report = readJson(`test-results/${file}`);
	const passed = report?.numPassedTests ?? 0;
	const failed = report?.numFailedTests ?? 0;
	// A file that does not load has no tests to count, and must not pass unseen.
	return { passed, failed: failed || (code !== 0 || passed === 0 ? 1 : 0) };
};

stage('generate', () => one(run('npm', ['run', '--silent', 'generate'])));
stage('sync', () => one(bin('svelte-kit', ['sync'])));
stage('format', () => one(bin('prettier', ['--check', '--log-level=warn', '.'])));
stage('lint', () => one(bin('eslint', ['.', '--max-warnings=0'])));
stage('types', () => one(bin('svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings'])));
stage('unit and content', vitest('unit.json', ['tests/unit', 'tests/content']));
stage('build', () => one(bin('vite', ['build', '--logLevel', 'warn'])));
stage('offline', () => one(bin('tsx', ['scripts/offline.ts'])));
stage('what ships', vitest('build.json', ['tests/build']));
stage('end to end', () => {
	const code = bin('playwright', ['test']);
	const stats = readJson('test-results/e2e.json')?.stats;
	const passed = (stats?.expected ?? 0) + (stats?.flaky ?? 0);
	const failed = stats?.unexpected ?? 0;
	if (stats?.flaky)
		console.log(`${stats.flaky} of them passed the second time only: Playwright lists them above as flaky`);
	return { passed, failed: failed || (code !== 0 || passed === 0 ? 1 : 0) };
});

/** What the runners' reports say of the tests that bear an engine's name. */
function ranIn(name) {
	const tests = ['unit.json', 'build.json']
		.flatMap((file) => readJson(`test-results/${file}`)?.testResults ?? [])
		.flatMap((file) => file.assertionResults)
		.filter((test) => test.title === name || test.ancestorTitles.includes(name));
	const count = (status) => tests.filter((test) => test.status === status).length;
	return { passed: count('passed'), failed: count('failed') };
}
const engines = ENGINES.map((name) => ({ name, ...ranIn(name), why: notHad[name] }));
const tellEngine = ({ name, passed, failed, why }) => {
	if (passed + failed) return `${name}: ${passed} of ${passed + failed} tests passed`;
	return `${name}: not tried, ${why ?? 'its tests did not run'}`;
};

const total = stages.reduce((t, s) => ({ passed: t.passed + s.passed, failed: t.failed + s.failed }), {
	passed: 0,
	failed: 0
});
writeFileSync(join(root, 'test-results/summary.json'), JSON.stringify({ ...total, stages, engines }, null, '\t'));
console.log(`\n${stages.map((s) => `${s.name}: ${s.passed}${s.failed ? ` (${s.failed} failed)` : ''}`).join(' · ')}`);
console.log(engines.map((engine) => `Engines: ${tellEngine(engine)}`).join('\n'));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
