import { checkTimers } from '../../worker/actions/fsck/timers.ts'
import type { Finding } from '../../worker/domain/fsck/check.ts'
import { developmentNow } from '../../worker/http/dev/clock.ts'
import { hashOf, platformOf, realNow } from '../../worker/platform.ts'
import { checkAccessLog } from '../../worker/storage/fsck/access-log.ts'
import { askOf } from '../../worker/storage/fsck/ask.ts'
import { checkTables } from '../../worker/storage/fsck/check.ts'
import { checkFile } from '../../worker/storage/fsck/file.ts'
import { checkSealedWords } from '../../worker/storage/fsck/sealed-words.ts'

type Bindings = Parameters<typeof platformOf>[0] & { readonly MAILBOX: D1Database }

/** All checks, in full. Nothing is written: no action is called. */
export async function check(env: Bindings, testNow: string): Promise<readonly Finding[]> {
  const now = await developmentNow(env.MAILBOX, testNow, null).catch(() => realNow)
  const send = () => Promise.reject(new Error('this command sends nothing'))
  const platform = platformOf(env, { now, send })
  const ask = askOf(platform.db)
  const damaged = await checkFile(ask)
  // Nothing more can be said of a file that does not answer.
  if (damaged.length > 0) return damaged
  return [
    ...(await checkTables(ask, now())),
    ...(await checkAccessLog(ask, hashOf, Infinity)),
    ...(await checkSealedWords(ask, platform, Infinity)),
    ...(await checkTimers(platform)),
  ]
}
