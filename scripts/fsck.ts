import './quiet.ts'
import type { D1Database } from '@cloudflare/workers-types'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { getPlatformProxy } from 'wrangler'

import { fsckEn } from '../web/words/pages/en/fsck.ts'
import { CHECKS, type Finding } from '../worker/domain/fsck/check.ts'
import type { Hash } from '../worker/domain/record/proof.ts'
import { instant } from '../worker/domain/time/time.ts'
import { sealingOf } from '../worker/sealing.ts'
import { checkAccessLog } from '../worker/storage/fsck/access-log.ts'
import { type Ask, checkTables } from '../worker/storage/fsck/check.ts'
import { checkSealedWords } from '../worker/storage/fsck/sealed-words.ts'
import type { Local } from './checking/door.ts'
import { remoteResults } from './remote-rows.ts'
import { root } from './root.ts'
import { type Run, run } from './run.ts'
import { secretFile, stateDirectory } from './state.ts'

const hash: Hash = (text) => Promise.resolve(createHash('sha256').update(text).digest('base64url'))

/** What was found, and which checks were left out. */
export type Report = { readonly broken: readonly Finding[]; readonly leftOut: readonly string[] }

/**
 * Checks the invariants of the database of STATE_DIR, also while it is served, or with `--remote` of the deployed one. It
 * only reads. Returns whether all hold.
 */
export async function main(words: readonly string[], ran: Run = run): Promise<boolean> {
  const report = words.includes('--remote') ? await checkRemote(ran) : await checkLocal()
  if (words.includes('--json')) console.log(JSON.stringify(report))
  else for (const line of linesOf(report)) console.log(line)
  return report.broken.length === 0
}

function linesOf({ broken, leftOut }: Report): readonly string[] {
  const checked = CHECKS.length - leftOut.length
  return [
    ...broken.flatMap(({ name, count, ids }) => [
      `${name}: ${count}. ${fsckEn[name]}`,
      `  ${ids.join('\n  ')}${count > ids.length ? '\n  …' : ''}`,
    ]),
    broken.length === 0
      ? `All is as it must be: ${checked} checks.`
      : `${broken.length} of ${checked} checks found something. What each means, and what to do: docs/operating.md, “The check of the database”.`,
    ...leftOut,
  ]
}

/** One call of wrangler for several statements. The keys are those of the environment's SEALING_KEYS, if it has any. */
async function checkRemote(ran: Run): Promise<Report> {
  const ask: Ask = async (questions) =>
    remoteResults(
      await ran('wrangler', [
        'd1',
        'execute',
        'DB',
        '--remote',
        '--json',
        '--command',
        questions.join(';\n'),
      ]),
    )
  const keyring = process.env['SEALING_KEYS'] ?? ''
  return {
    broken: [
      ...(await checkTables(ask, instant(Date.now()))),
      ...(await checkAccessLog(ask, hash, Infinity)),
      ...(keyring === '' ? [] : await checkSealedWords(ask, sealingOf(keyring), Infinity)),
    ],
    leftOut: [
      'timer-missing was left out: the deployed Worker compares its timers each night, and mends them.',
      'file-damaged was left out: it reads a local file.',
      ...(keyring === '' ? ['seal-unopened was left out: it needs SEALING_KEYS in the environment.'] : []),
    ],
  }
}

async function checkLocal(): Promise<Report> {
  const directory = stateDirectory()
  const { env, dispose } = await getPlatformProxy<{ readonly DB: D1Database }>({
    configPath: join(root, 'wrangler.toml'),
    environment: 'development',
    envFiles: [secretFile(directory)],
    persist: { path: join(directory, 'v3') },
    remoteBindings: false,
  })
  try {
    const { check }: Local = await import(new URL('checking/local.ts', import.meta.url).href)
    return { broken: await check(env, process.env['TEST_NOW'] ?? ''), leftOut: [] }
  } finally {
    await dispose()
  }
}

/** 1 if something is broken, 2 if the database could not be asked. */
async function command(words: readonly string[]): Promise<void> {
  process.exitCode = (await main(words)) ? 0 : 1
}

if (process.argv[1] === import.meta.filename)
  command(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 2
  })
