import type { ByPerson } from '../../domain/decision.ts'
import type { PersonId, ProgrammeId, SignInId } from '../../domain/ids.ts'
import { decideInvitationAgain } from '../../domain/people/invite.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findEarlierUse } from '../../storage/idempotency.ts'
import { listMemberships } from '../../storage/people/membership.ts'
import { findPerson } from '../../storage/people/person.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import { whyProgrammeClosed } from '../programme/open.ts'
import { whyTooOften } from '../rate-limit.ts'
import { createIdempotently, reaches } from '../write.ts'

const DONE = 'done'

/** Invites a mentor again to sign in and give his hours; the same `press` twice writes one letter and one link. */
export async function invite(
  platform: Platform,
  personId: PersonId,
  { programmeId, press }: { readonly programmeId: ProgrammeId; readonly press: SignInId },
  by: ByPerson,
): Promise<Result<null, Refusal>> {
  const { db, newId } = platform
  const now = platform.now()
  const [mentor, manager, programme, memberships, closed] = await Promise.all([
    findPerson(db, personId, programmeId),
    findPerson(db, by.id, programmeId),
    findProgramme(db, programmeId),
    listMemberships(db, personId),
    whyProgrammeClosed(db, programmeId),
  ])
  const isMentor = memberships.some((each) => each.programmeId === programmeId && each.role === 'mentor')
  if (!mentor || !manager || !programme || !isMentor || !reaches(by, programmeId))
    return refuse({ reason: 'not-found' })
  if (closed) return refuse(closed)
  const tooOften = await whyTooOften(platform, 'invitation', `${programmeId}:${personId}`)
  if (tooOften) return tooOften

  const inviting = { manager, programme, now, newId, key: press }
  const wish = { id: press, programmeId, personId }
  const invited = await createIdempotently(platform, wish, {
    read: (key) => findEarlierUse(db, key),
    findExisting: () => Promise.resolve(DONE),
    decide: () => accept({ decision: decideInvitationAgain(mentor, inviting), value: DONE }),
  })
  return invited.ok ? accept(null) : invited
}
