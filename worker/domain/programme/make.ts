import { type By, type Decision, NO_CHANGE, together } from '../decision.ts'
import type { NewId, PersonId, ProgrammeId } from '../ids.ts'
import { indiscreetOrAllowing } from '../letter/outward-texts.ts'
import { standardFormats } from '../path/format.ts'
import { standardTracks } from '../path/make-track.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { programmeStep } from '../step.ts'
import type { Day, Instant } from '../time/time.ts'
import { decideAllowing } from './allow-words.ts'
import { completePolicy, isBeyond, JUST_OPENED, type Policy, type Programme } from './programme.ts'

export type ProgrammeWish = {
  readonly id: ProgrammeId
  readonly name: string
  readonly shortName: string
  readonly policy: Partial<Policy>
  readonly endsOn?: Day | null
  /** Why words in its names are right that would else be refused. */
  readonly reason?: string | null
  /** The person who opens a programme becomes its manager. */
  readonly managerId: PersonId
}

/** A new programme with its built-in formats and tracks, and its manager. */
export function decideOpening(
  { managerId, endsOn = null, policy, reason = null, ...columns }: ProgrammeWish,
  { at, by, newId }: { readonly at: Instant; readonly by: By; readonly newId: NewId },
): Result<Decision, Refusal> {
  // Nobody of a new programme is a mentor yet.
  if (policy.standIns?.length) return refuse({ reason: 'not-a-mentor' })
  const complete = completePolicy(policy)
  const { notice, horizon } = complete
  if (isBeyond(notice, horizon)) return refuse({ reason: 'notice-beyond-horizon', notice, horizon })
  const { shortName } = columns
  const indiscreet = indiscreetOrAllowing(
    { shortName, 'policy.meetingLink': complete.meetingLink },
    { before: [], policy: complete },
  )
  if (indiscreet && (indiscreet.reason !== 'outward-words' || reason === null)) return refuse(indiscreet)
  const opened: Programme = {
    ...columns,
    ...JUST_OPENED,
    endsOn,
    policy: complete,
    version: 0,
  }
  const list = standardFormats(columns.id, newId)
  const formats = list.map((after) => ({ before: null, after }))
  const tracks = standardTracks(columns.id, list, newId).map((after) => ({ before: null, after }))
  const step = programmeStep(null, opened, { code: 'programme-opened', detail: {}, at, by })
  const decision: Decision = { ...NO_CHANGE, programmes: [{ ...step, managerId, formats, tracks }] }
  if (indiscreet?.reason !== 'outward-words' || reason === null) return accept(decision)
  const allowed = decideAllowing(step.after, indiscreet.found, { reason, at, by })
  return allowed.ok ? accept(together(decision, allowed.value)) : allowed
}

/** The programme after a decision; null if it is not changed. */
export function programmeAfter({ programmes }: Decision, id: ProgrammeId): Programme | null {
  return programmes.findLast(({ after }) => after.id === id)?.after ?? null
}
