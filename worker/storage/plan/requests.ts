import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { earliestOffered } from '../../domain/offer/make.ts'
import { type Candidate, whyNotPair } from '../../domain/pairing/make.ts'
import type { Pairing } from '../../domain/pairing/pairing.ts'
import { lineBetween } from '../../domain/pairing/reporting-line.ts'
import { minutesOf } from '../../domain/path/length.ts'
import { NO_PATH } from '../../domain/path/path.ts'
import type { LeftOver, PlanRequest, PlanSetting } from '../../domain/plan/plan.ts'
import { findPlanRequests, pairOf } from '../../domain/plan/requests.ts'
import type { Platform } from '../../platform.ts'
import { listCandidates } from '../pairing/candidate.ts'
import { findProgrammePaths } from '../path/path.ts'
import { listAssistants } from '../people/assistant.ts'
import { listMembers } from '../people/membership.ts'
import { findProgramme } from '../programme/programme.ts'
import { listRoundsOf } from '../session/round.ts'
import { readDiaries } from '../slot/diary.ts'

export type PlanReading = {
  readonly requests: readonly PlanRequest[]
  /** The pairings without a request, with the reason. */
  readonly leftOver: readonly LeftOver[]
  readonly setting: Omit<PlanSetting, 'count'>
}

/**
 * All that the planner reads; the number of calls does not grow with the programme. Null if there is no such programme.
 */
export async function findPlanReading(
  { db, now: clock }: Platform,
  programmeId: ProgrammeId,
  { standIns }: { readonly standIns: boolean },
): Promise<PlanReading | null> {
  const now = clock()
  const [programme, members, rounds, { formats, paths }, answering] = await Promise.all([
    findProgramme(db, programmeId),
    listMembers(db, programmeId),
    listRoundsOf(db, programmeId),
    findProgrammePaths(db, programmeId),
    listAssistants(db, programmeId, null, now),
  ])
  if (!programme) return null

  const { policy } = programme
  const byId = new Map(members.map((each) => [each.id, each]))
  const memberOf = (id: PersonId) => {
    const member = byId.get(id)
    if (!member) throw new Error(`nobody of the programme: ${id}`)
    return member
  }
  const [read, candidates] = await Promise.all([
    readDiaries(db, members, { now, horizon: policy.horizon, window: null }),
    listCandidates(db, programmeId, members),
  ])
  const byCandidate = new Map(candidates.map((each) => [each.person.id, each]))
  const due = findPlanRequests({
    // Where the mentor has left, the round waits for another.
    rounds: rounds.filter((round) => {
      const { mentorId, executiveId } = pairOf(round)
      return byId.has(mentorId) && byId.has(executiveId)
    }),
    policy,
    now,
    minutesOf: ({ pairing, open }) => {
      const [executive, path = NO_PATH] = [byId.get(pairing.executiveId), paths.get(pairing.id)]
      return executive
        ? minutesOf({ formats, executive, pairing, path, session: open, programme })
        : policy.minutes
    },
    earliestFor: ({ mentorId, executiveId }) => {
      const executive = memberOf(executiveId)
      const assistants = answering
        .filter((each) => each.executiveId === executiveId)
        .flatMap(({ assistantId }) => byId.get(assistantId) ?? [])
      const hoursKnown = [executive, ...assistants].map((person) => ({
        ...read(person).availability,
        personId: person.id,
      }))
      const situation = { now, programme, executive, assistants, hoursKnown }
      return earliestOffered(situation, {
        mentor: read(memberOf(mentorId)),
        executive: read(executive),
        policy,
      })
    },
    lineOf: ({ mentorId, executiveId }) => {
      const [mentor, executive] = [byCandidate.get(mentorId), byCandidate.get(executiveId)]
      return mentor && executive ? lineBetween(mentor, executive) : null
    },
    standInsFor: (pair) => (standIns ? standInsFor(pair, candidates) : []),
  })
  return { ...due, setting: { policy, now, diaryOf: (id) => read(memberOf(id)) } }
}

/** The other mentors who may meet this executive. */
function standInsFor(
  { mentorId, executiveId }: Pick<Pairing, 'mentorId' | 'executiveId'>,
  candidates: readonly Candidate[],
): readonly PersonId[] {
  const executive = candidates.find(({ person }) => person.id === executiveId)
  if (!executive) return []
  return candidates
    .filter(({ person }) => person.id !== mentorId)
    .filter((mentor) => whyNotPair(mentor, executive) === null)
    .map(({ person }) => person.id)
}
