import './quiet.ts'
import { globSync } from 'node:fs'

import { buildWeb } from './build.ts'
import { root } from './root.ts'
import { run } from './run.ts'

type Check = { readonly name: string; readonly command: string; readonly words: readonly string[] }

/** One type check for each folder with its own tsconfig: it limits which globals its files see. */
const TYPES = globSync('{schema,scripts,tests,web,worker}/**/tsconfig*.json', { cwd: root }).map(
  (project) => ({
    name: `types of ${project.replace('/tsconfig.json', '')}`,
    command: 'tsc',
    words: ['-p', project],
  }),
)
const CHECKS: readonly Check[] = [
  ...TYPES,
  {
    name: 'worker/env.d.ts says what wrangler.toml says',
    command: 'wrangler',
    words: ['types', 'worker/env.d.ts', '--include-runtime=false', '--strict-vars=false', '--check'],
  },
  { name: 'lint', command: 'oxlint', words: [] },
  { name: 'format', command: 'oxfmt', words: ['--check'] },
  { name: 'dead code', command: 'knip', words: ['--no-progress'] },
]

await buildWeb()
const problems = await inTurn(CHECKS)
console.log(problems.length === 0 ? '\nEvery check passed.' : `\nFailed: ${problems.join(', ')}.`)
process.exitCode = problems.length === 0 ? 0 : 1

/** Runs all of them, also after a failure, so that one run shows every problem. Returns the names of the failed ones. */
async function inTurn(checks: readonly Check[]): Promise<readonly string[]> {
  const failed: string[] = []
  for (const { name, command, words } of checks) {
    const started = performance.now()
    const problem = await run(command, words).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    )

    console.log(
      `${problem === null ? '✓' : '✗'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
    )
    if (problem === null) continue
    console.error(problem)
    failed.push(name)
  }
  return failed
}
