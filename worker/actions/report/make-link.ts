import type { ByPerson } from '../../domain/decision.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { ReportLink } from '../../domain/report/link.ts'
import { decideReportLink, type ReportLinkWish } from '../../domain/report/make-link.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { hashOf, type Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { findEarlierUse, idempotencyKeyOf, insertIdempotencyKey } from '../../storage/idempotency.ts'
import { insertLetter } from '../../storage/letter/outbox.ts'
import { findPerson } from '../../storage/people/person.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import { findReportLink, insertReportLink } from '../../storage/report/link.ts'
import { whyTooOften } from '../rate-limit.ts'
import { reaches } from '../write.ts'

/** A link to the figures for somebody without an account, mailed where an address is given. */
export async function makeReportLink(
  platform: Platform,
  wish: ReportLinkWish,
  by: ByPerson,
): Promise<Result<ReportLink, Refusal>> {
  const { db, newId, tokenOf } = platform
  const now = platform.now()
  const { id, programmeId } = wish
  if (!reaches(by, programmeId)) return refuse({ reason: 'not-found' })
  const key = await idempotencyKeyOf(platform, id, wish)
  const [{ earlier }, manager, programme] = await Promise.all([
    findEarlierUse(db, key),
    findPerson(db, by.id, programmeId),
    findProgramme(db, programmeId),
  ])
  if (!manager || !programme) return refuse({ reason: 'not-found' })
  if (earlier.kind === 'other') return refuse({ reason: 'id-taken' })
  if (earlier.kind === 'same') return found(await findReportLink(db, id))

  const decided = decideReportLink(wish, { manager, programme, letterId: newId('let'), now })
  if (!decided.ok) return decided
  const tooOften = await whyTooOften(platform, 'report-link', `${programmeId}:${by.id}`)
  if (tooOften) return tooOften
  const { link, letters } = decided.value
  const rows = await Promise.all(letters.map((each) => insertLetter(platform, each)))
  const written = await inOneBatch(db, [
    insertIdempotencyKey(db, key, null, now),
    insertReportLink(db, link, await hashOf(await tokenOf(id))),
    ...rows.flat(),
  ])
  if (written.ok) return accept(link)
  // The same request came twice at once.
  return written.refusal.reason === 'changed-meanwhile' ? found(await findReportLink(db, id)) : written
}

function found(link: ReportLink | null): Result<ReportLink, Refusal> {
  return link ? accept(link) : refuse({ reason: 'not-found' })
}
