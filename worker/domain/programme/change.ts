import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import type { PersonId } from '../ids.ts'
import type { OutwardWord } from '../letter/outward-fields.ts'
import { indiscreetOrAllowing, withAllowed } from '../letter/outward-texts.ts'
import { mergePatch, type MergePatch } from '../merge-patch.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { programmeStep } from '../step.ts'
import type { Instant } from '../time/time.ts'
import { whyClosed } from './close.ts'
import { completePolicy, isBeyond, type Policy, type Programme } from './programme.ts'

/** Absent fields stay. A rule that is null goes back to its default. */
export type ProgrammePatch = Partial<Pick<Programme, 'name' | 'shortName' | 'endsOn'>> & {
  readonly policy?: MergePatch<Policy>
}

/** Changes the named fields and leaves the rest. Decisions based on the old rules conflict and are read again. */
export function decideProgrammeChange(
  programme: Programme,
  { policy = {}, ...patch }: ProgrammePatch,
  {
    at,
    by,
    mentors,
  }: {
    readonly at: Instant
    readonly by: By
    /** The programme's mentors: only they can stand in. */
    readonly mentors: readonly PersonId[]
  },
): Result<Decision, Refusal> {
  const closed = whyClosed(programme)
  if (closed) return refuse(closed)
  const isNew = (id: PersonId) => !programme.policy.standIns.includes(id)
  if (policy.standIns?.some((id) => isNew(id) && !mentors.includes(id)))
    return refuse({ reason: 'not-a-mentor' })
  const merged = completePolicy(mergePatch(programme.policy, policy))
  const { notice, horizon } = merged
  const isAsked = policy.notice !== undefined || policy.horizon !== undefined
  if (isAsked && isBeyond(notice, horizon))
    return refuse({ reason: 'notice-beyond-horizon', notice, horizon })
  const indiscreet = whyToldMore(programme, patch, merged)
  if (indiscreet) return refuse(indiscreet)
  const changed: Programme = { ...programme, ...patch, policy: merged }
  const fields = [...changedIn(programme, patch), ...changedIn(programme.policy, merged)].toSorted().join(' ')
  const step = programmeStep(programme, changed, { code: 'programme-changed', detail: { fields }, at, by })
  return accept({ ...NO_CHANGE, programmes: [step] })
}

/** The patch after these words have been allowed: the list that it sends is of before. */
export function alsoAllowing(patch: ProgrammePatch, allowed: readonly OutwardWord[]): ProgrammePatch {
  const { policy } = patch
  const sent = policy?.allowedWords
  return sent && allowed.length > 0
    ? { ...patch, policy: { ...policy, allowedWords: withAllowed(sent, allowed) } }
    : patch
}

/** A form sends all its texts: what stands already is not asked about again. */
function whyToldMore(programme: Programme, { shortName }: ProgrammePatch, policy: Policy): Refusal | null {
  const link = policy.meetingLink === programme.policy.meetingLink ? null : policy.meetingLink
  const typed = {
    shortName: shortName === programme.shortName ? null : shortName,
    'policy.meetingLink': link,
  }
  return indiscreetOrAllowing(typed, { before: programme.policy.allowedWords, policy })
}

/** The names of what really changes: a form sends all its fields. */
function changedIn(before: object, after: object): readonly string[] {
  const stored = new Map(Object.entries(before).map(([name, value]) => [name, JSON.stringify(value)]))
  return Object.entries(after).flatMap(([name, value]) =>
    stored.get(name) === JSON.stringify(value) ? [] : [name],
  )
}
