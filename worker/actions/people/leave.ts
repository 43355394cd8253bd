import { inQuiet } from '../../domain/clock/quiet.ts'
import { CLOCK, NO_CHANGE } from '../../domain/decision.ts'
import type { PersonId, ProgrammeId, SessionId } from '../../domain/ids.ts'
import { decideAskAnew } from '../../domain/offer/ask-anew.ts'
import { decideLeave, leaveDueAt } from '../../domain/people/leave.ts'
import { accept, refuse } from '../../domain/result.ts'
import { isDue } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { listAssistants } from '../../storage/people/assistant.ts'
import { listAskedOf, listDepartures, listPairingsToEnd } from '../../storage/people/leave.ts'
import { findPerson } from '../../storage/people/person.ts'
import { type ClockAnswer, NOT_OWED } from '../clock/answer.ts'
import { endPairing } from '../pairing/change.ts'
import { changeSessionWith } from '../session/change.ts'
import { decideAndCommit, PATIENT } from '../write.ts'

/** Ends the memberships whose last day is over. Each step is committed on its own, and none is done twice. */
export async function leave(platform: Platform, personId: PersonId): Promise<ClockAnswer> {
  const departures = await listDepartures(platform.db, personId)
  const due = departures.filter((each) => isDue(leaveDueAt([each]), platform.now()))
  if (due.length === 0) return NOT_OWED
  for (const { programmeId } of due) await leaveProgramme(platform, personId, programmeId)
  return { kind: 'done', count: due.length }
}

/** The membership last: until it ends, a run that was interrupted is taken up again. */
async function leaveProgramme(
  platform: Platform,
  personId: PersonId,
  programmeId: ProgrammeId,
): Promise<void> {
  const { db } = platform
  for (const id of await listPairingsToEnd(db, programmeId, personId)) await endPairing(platform, id, CLOCK)
  for (const id of await listAskedOf(db, programmeId, personId)) await askWithout(platform, id, personId)
  await endMembership(platform, personId, programmeId)
}

async function endMembership(platform: Platform, personId: PersonId, programmeId: ProgrammeId) {
  const { db } = platform
  return decideAndCommit(
    platform,
    async () => {
      const at = platform.now()
      // First: the version that guards the write must not be newer than the rest of the reading.
      const person = await findPerson(db, personId, programmeId)
      if (!person) return refuse({ reason: 'not-found' })
      const answering = await listAssistants(db, programmeId, [personId], at)
      const assistantIds = answering.map(({ assistantId }) => assistantId)
      const decision = decideLeave(person, programmeId, { at, assistantIds })
      return accept({ decision: decision ?? NO_CHANGE, value: null })
    },
    PATIENT,
  )
}

/** An open offer that an assistant was asked about is asked anew of whoever answers without her. */
async function askWithout(platform: Platform, sessionId: SessionId, assistantId: PersonId) {
  return changeSessionWith(platform, sessionId, CLOCK, ({ assistants, ...situation }) => {
    const without = { ...situation, assistants: assistants.filter(({ id }) => id !== assistantId) }
    return accept(inQuiet(decideAskAnew(without, CLOCK) ?? NO_CHANGE, situation.now, null))
  })
}
