import { links } from '../../schema/index.ts'
import { type Decision, sessionAfter, type SignInLink } from '../domain/decision.ts'
import type { Link } from '../domain/letter/link.ts'
import type { Refusal } from '../domain/refusals.ts'
import type { Result } from '../domain/result.ts'
import { hashOf, type Platform, type Statement } from '../platform.ts'
import { inOneBatch } from './batch.ts'
import { timerStatements } from './clock/arm.ts'
import { type IdempotencyKey, insertIdempotencyKey } from './idempotency.ts'
import { confirmStatements } from './import/import.ts'
import { insertLetter } from './letter/outbox.ts'
import { receivedStatements } from './mail/received.ts'
import { notePulse } from './pairing/pulse.ts'
import { pairingsStatements, wishStatement } from './pairing/write.ts'
import { peopleStatements } from './people/write-many.ts'
import { replaceDrafts } from './plan/draft.ts'
import { insertPlan } from './plan/plan.ts'
import { programmeStatements } from './programme/write.ts'
import { answerRecordRequest } from './record/request.ts'
import { insertReason } from './session/reason.ts'
import { markNudged, outcomeStatements } from './session/write-outcome.ts'
import { sessionStatements } from './session/write.ts'
import { insertSignIn } from './sign-in/sign-in.ts'
import { dropEndedHolds, raiseDiaries } from './slot/diary.ts'
import { undoableStatements, undoneStatements } from './undo/undo.ts'
import { tellStatements } from './webhook/message.ts'

/**
 * Writes a decision in one batch, or nothing of it: events, state, letters, links, mails. Refused with `changed-meanwhile`
 * if another writer was first, with `received-before` if it was another copy of the mail.
 */
export async function commit(
  platform: Platform,
  decision: Decision,
  key: IdempotencyKey | null = null,
): Promise<Result<null, Refusal>> {
  return inOneBatch(platform.db, await statementsOf(platform, decision, key))
}

async function statementsOf(
  platform: Platform,
  decision: Decision,
  key: IdempotencyKey | null,
): Promise<readonly Statement[]> {
  const { db } = platform
  const now = platform.now()
  const grouped = Map.groupBy(decision.sessions, ({ after }) => after.id)
  const signInRows = await Promise.all(decision.signIns.map((each) => signInRow(platform, each)))
  const letterRows = await Promise.all(decision.letters.map((each) => insertLetter(platform, each)))
  const peopleRows = await peopleStatements(platform, decision.people)
  const reasonRows = await writeReason(platform, decision)
  const { answered } = decision
  const answerRows = answered ? await answerRecordRequest(platform, answered.key, answered.answer) : []
  const linkRows = await Promise.all(decision.links.map((link) => linkRow(platform, link)))
  return [
    // First: of two copies of a mail the second is refused as such, whatever else its decision collides with.
    ...decision.received.flatMap((each) => receivedStatements(db, each)),
    ...(key ? [insertIdempotencyKey(db, key, sessionAfter(decision)?.id ?? null, now)] : []),
    ...raiseDiaries(db, decision.diaries),
    ...dropEndedHolds(db, decision.diaries, now),
    ...peopleRows,
    ...decision.programmes.flatMap((each) => programmeStatements(db, each)),
    ...pairingsStatements(db, decision.pairings),
    ...decision.wishes.map((each) => wishStatement(db, each)),
    ...(decision.undone ? undoneStatements(db, decision.undone, now) : []),
    ...Array.from(grouped.values()).flatMap((changes) =>
      sessionStatements(platform, changes, now, { keptUntil: decision.undoable?.until ?? null }),
    ),
    ...(decision.undoable ? undoableStatements(db, decision.undoable, now) : []),
    ...reasonRows,
    ...signInRows.map((row) => insertSignIn(db, row)),
    ...linkRows.map((row) => db.insert(links).values(row)),
    ...letterRows.flat(),
    ...decision.letters.flatMap(({ letter }) => notePulse(db, letter, now)),
    ...outcomeStatements(platform, decision, now),
    ...(decision.plan ? [...replaceDrafts(db, decision.plan), ...insertPlan(db, decision.plan)] : []),
    ...(decision.imported ? confirmStatements(db, decision.imported) : []),
    ...answerRows,
    ...(decision.nudged ? [markNudged(db, decision.nudged, now)] : []),
    ...timerStatements(db, decision, now),
    ...tellStatements(platform, decision, now),
  ]
}

/** Of a session, or of words that a programme allows. */
async function writeReason(
  platform: Platform,
  { reason, sessions, programmes }: Decision,
): Promise<readonly Statement[]> {
  const last = sessions.at(-1) ?? programmes.findLast(({ event }) => event.code === 'words-allowed')
  if (!reason || !last) return []
  return insertReason(platform, { subject: last.after.id, version: last.after.version }, reason)
}

async function signInRow(platform: Platform, { id, linkId, personId, until, usedAt }: SignInLink) {
  const tokenHash = await hashOf(await platform.tokenOf(linkId))
  return { id, tokenHash, personId, askedAt: platform.now(), linkUntil: until, untilAt: until, usedAt }
}

async function linkRow(platform: Platform, link: Link) {
  return { ...link, tokenHash: await hashOf(await platform.tokenOf(link.id)) }
}
