import { NO_CHANGE, together } from '../../domain/decision.ts'
import { type Arrived, type Settled, settledAfter, shownWith } from '../../domain/mail/received.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, type Result } from '../../domain/result.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Platform } from '../../platform.ts'
import { isConflict } from '../../storage/batch.ts'
import { commit } from '../../storage/commit.ts'
import { findReceivedByFingerprint } from '../../storage/mail/received.ts'
import { decideAndCommit, type DecisionWithValue, PATIENT } from '../write.ts'

/** The rule that judges a mail, and the words that came with it. */
export type Judged = {
  readonly judge: (platform: Platform) => Promise<Result<DecisionWithValue<Session>, Refusal>>
  readonly words: string | null
}

/** A mail that came in, as it is kept once it is known what became of it. */
export type Arriving = (settled: Settled) => Arrived

/**
 * A mail that may change a session: what it does and that it came are one write. A refusal of the rule is kept with the
 * mail, and words of a person wait for a human. Throws if other writers are always first, so that the mail is delivered
 * again.
 */
export async function applyMail(
  platform: Platform,
  arriving: Arriving,
  { judge, words }: Judged,
): Promise<Settled> {
  const applied = await decideAndCommit(
    platform,
    async () => {
      const judged = await judge(platform)
      const isKept = judged.ok && isWithProposal(judged.value.value, words)
      const value = shownWith(judged.ok ? APPLIED : settledAfter(judged.refusal), words, isKept)
      const change = judged.ok ? judged.value.decision : NO_CHANGE
      return accept({ decision: together(change, keeping(arriving(value))), value })
    },
    PATIENT,
  )
  if (applied.ok) return applied.value
  const { refusal } = applied
  if (refusal.reason === 'received-before' || isConflict(refusal))
    return settledBefore(platform, arriving, refusal)
  // The programme was closed between the reading and the commit.
  return keepMail(platform, arriving, shownWith(settledAfter(refusal), words))
}

/** A proposed time stands before the manager with the words that came with it. */
function isWithProposal({ proposals }: Session, words: string | null): boolean {
  return words !== null && proposals.some((each) => each.words?.includes(words))
}

/** A mail that changes nothing else. `write` may keep it together with what it does outside of a decision. */
export async function keepMail(
  platform: Platform,
  arriving: Arriving,
  settled: Settled,
  write: (mail: Arrived) => Promise<Result<null, Refusal>> = (mail) => commit(platform, keeping(mail)),
): Promise<Settled> {
  const kept = await write(arriving(settled))
  return kept.ok ? settled : settledBefore(platform, arriving, kept.refusal)
}

export const APPLIED: Settled = { state: 'applied', why: 'applied' }

function keeping(mail: Arrived) {
  return { ...NO_CHANGE, received: [{ kind: 'arrived', mail }] } as const
}

/** Another copy of the mail was first: what became of that one. */
async function settledBefore({ db }: Platform, arriving: Arriving, refusal: Refusal): Promise<Settled> {
  const first = await findReceivedByFingerprint(db, arriving(APPLIED).fingerprint)
  if (!first) throw new Error(refusal.reason)
  return { state: first.state, why: 'received-before' }
}
