import {
  cancelTestInvite,
  nextTestInvite,
  type TestInvite,
  testInviteLetter,
} from '../../domain/letter/test-invite.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { insertLetter } from '../../storage/letter/outbox.ts'
import { findTestInvite, putTestInvite } from '../../storage/letter/test-invite.ts'
import { whyTooOften } from '../rate-limit.ts'

type Name = Pick<Programme, 'id' | 'shortName'>

/** An entry for the calendar of whoever presses, or the next revision of it; the programme stands in the sender's name. */
export async function sendTestInvite(
  platform: Platform,
  person: Person,
  programme: Name,
): Promise<Result<null, Refusal>> {
  const tooOften = await whyTooOften(platform, 'test-mail', person.id)
  if (tooOften) return tooOften
  const before = await findTestInvite(platform.db, person.id)
  const { newId } = platform
  return write(platform, nextTestInvite(before, person, { now: platform.now(), newId }), person, programme)
}

/** Takes it out of her calendar; nothing where there is none. */
export async function takeTestInviteAway(
  platform: Platform,
  person: Person,
  programme: Name,
): Promise<Result<null, Refusal>> {
  const cancelled = cancelTestInvite(await findTestInvite(platform.db, person.id), platform.now())
  return cancelled ? write(platform, cancelled, person, programme) : accept(null)
}

/** Of two presses at once, one mail for the same revision. */
async function write(
  platform: Platform,
  invite: TestInvite,
  person: Person,
  programme: Name,
): Promise<Result<null, Refusal>> {
  const { db, newId } = platform
  const now = platform.now()
  const sender = { managerName: person.name, managerEmail: person.email, programme: programme.shortName }
  const outgoing = testInviteLetter(invite, person, { sender, newId, now })
  return inOneBatch(db, [
    putTestInvite(db, invite),
    ...(await insertLetter(platform, { ...outgoing, dueAt: now, programmes: [programme.id] })),
  ])
}
