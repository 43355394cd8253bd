import { randomBytes } from 'node:crypto'

import { newSealingKey } from '../state.ts'
import type { Answers } from './answers.ts'
import type { Secrets } from './kept.ts'

/** With what was missing. What the Worker has is never made anew: links and sealed words depend on it. */
export function withMissing(
  kept: Secrets,
  there: readonly string[] | null,
  { firstManager }: Answers,
): Secrets {
  const made: Secrets = {
    SECRET: randomBytes(32).toString('base64url'),
    SEALING_KEYS: `k1=${newSealingKey()}`,
    ...(there === null && firstManager === '' && { OWNER_CLAIM: randomBytes(32).toString('base64url') }),
  }
  const missing = Object.entries(made).filter(
    ([name]) => kept[name] === undefined && there?.includes(name) !== true,
  )
  return { ...kept, ...Object.fromEntries(missing) }
}

/**
 * What the Worker has not yet; a relay’s password whenever it is given, since it may be a new one. The secret to claim the
 * installation goes with the first upload alone: whoever deleted it behind the claim does not find it again.
 */
export function toSend(
  kept: Secrets,
  there: readonly string[] | null,
  password: string | undefined,
): Secrets {
  const missing = Object.entries(kept).filter(
    ([name]) => there?.includes(name) !== true && (name !== 'OWNER_CLAIM' || there === null),
  )
  return { ...Object.fromEntries(missing), ...(password && { SMTP_PASSWORD: password }) }
}
