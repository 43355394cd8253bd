import type { Outgoing } from '../decision.ts'
import type { LetterId } from '../ids.ts'
import type { Letter, ToldLine, UrgentLetter } from '../letter/letter.ts'
import type { Person } from '../people/person.ts'
import { after, DAY, earliest, type Instant, MINUTE } from '../time/time.ts'
import { type Hearer, hearersOf } from './hearers.ts'
import { managerHeading } from './manager-heading.ts'
import type { UrgentLine } from './urgent.ts'

/** The first leaves at once; what arises within this time goes together in one more. */
const TOGETHER_MS = 5 * MINUTE
/** Nothing is urgent for longer: so far back it is asked what she was told. */
export const TOLD_WITHIN_MS = DAY + 2 * TOGETHER_MS
/** The clock looks again at the latest after this time. */
const LOOK_AGAIN_MS = DAY

/** An urgent mail that was written to somebody lately. */
export type Told = {
  readonly dedupeKey: string
  readonly letter: Letter
  readonly dueAt: Instant
  readonly createdAt: Instant
}

/** A new mail, or more lines for one that has not left yet. */
export type UrgentMail =
  | { readonly kind: 'new'; readonly outgoing: Outgoing }
  | { readonly kind: 'more'; readonly letter: UrgentLetter; readonly lines: readonly ToldLine[] }

/** What each hearer is told now, without what she or the managers she stands for did themselves. */
export function heardNow<Manager extends Hearer>(
  lines: readonly UrgentLine[],
  managers: readonly Manager[],
  now: Instant,
): readonly { readonly hearer: Manager; readonly lines: readonly UrgentLine[] }[] {
  const due = lines.filter(({ from }) => from <= now)
  return hearersOf(managers, 'urgent', now).map(({ hearer, insteadOf }) => ({
    hearer,
    lines: due.filter(({ byId }) => byId !== hearer.id && insteadOf.some(({ id }) => id !== byId)),
  }))
}

/** When another line becomes urgent because its date comes near. */
export function nextUrgentAt(lines: readonly UrgentLine[], now: Instant): Instant {
  const ahead = lines.map(({ from }) => from).filter((from) => from > now)
  return earliest(after(now, LOOK_AGAIN_MS), ...ahead)
}

/** Null: she was told of all of it. */
export function decideUrgent(
  hearer: Person,
  lines: readonly UrgentLine[],
  told: readonly Told[],
  { id, now }: { readonly id: LetterId; readonly now: Instant },
): UrgentMail | null {
  const known = new Set(
    told.flatMap(({ letter }) => (letter.kind === 'urgent' ? letter.lines : [])).map(nameOf),
  )
  const fresh = lines.filter((line) => !known.has(nameOf(line))).map(asTold)
  const [first] = fresh
  if (!first) return null

  const opening = told.find(
    ({ dedupeKey, createdAt, letter }) =>
      dedupeKey.startsWith(`urgent:${hearer.id}:at:`) &&
      after(createdAt, TOGETHER_MS) > now &&
      letter.reader.email === hearer.email,
  )
  if (!opening) return written(`urgent:${hearer.id}:at:${nameOf(first)}`, now)
  const dedupeKey = `urgent:${hearer.id}:after:${opening.letter.id}`
  const gathering = told.find((each) => each.dedupeKey === dedupeKey)
  return gathering?.letter.kind === 'urgent' && gathering.dueAt > now
    ? { kind: 'more', letter: gathering.letter, lines: fresh }
    : written(dedupeKey, after(opening.createdAt, TOGETHER_MS))

  function written(key: string, dueAt: Instant): UrgentMail {
    const heading = managerHeading(hearer, fresh, { id, now })
    const letter: UrgentLetter = { ...heading, kind: 'urgent', lines: fresh }
    const programmes = fresh.map(({ programmeId }) => programmeId)
    return { kind: 'new', outgoing: { dedupeKey: key, letter, dueAt, programmes } }
  }
}

/** The same thing said anew is news. */
function nameOf({ key, since }: Pick<ToldLine, 'key' | 'since'>): string {
  return `${key}@${since}`
}

function asTold({ from: _, byId: _by, ...line }: UrgentLine): ToldLine {
  return line
}
