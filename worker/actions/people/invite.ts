import type { ByPerson } from '../../domain/decision.ts'
import type { PersonId, ProgrammeId, SignInId } from '../../domain/ids.ts'
import { decideInvitationAgain } from '../../domain/people/invite.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { HOUR, instant } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { listMemberships } from '../../storage/people/membership.ts'
import { findPerson } from '../../storage/people/person.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import { countUp } from '../../storage/sign-in/sign-in.ts'
import { whyProgrammeClosed } from '../programme/open.ts'
import { decideAndCommit, reaches } from '../write.ts'

/** More would be a nuisance, not a help. */
const HOURLY_INVITATIONS = 5

/** Invites a mentor again to sign in and give his hours; the same `press` twice writes one letter. */
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
  const hour = Math.floor(now / HOUR)
  if ((await countUp(platform, `invitation:${programmeId}:${personId}`, hour)) > HOURLY_INVITATIONS)
    return refuse({ reason: 'too-many-requests', until: instant((hour + 1) * HOUR) })

  const inviting = { manager, programme, now, newId, key: press }
  return decideAndCommit(platform, async () =>
    accept({ decision: decideInvitationAgain(mentor, inviting), value: null }),
  )
}
