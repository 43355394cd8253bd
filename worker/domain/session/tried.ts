import type { SessionHappening } from '../events.ts'
import { type Instant, type Interval, overlaps } from '../time/time.ts'
import type { Session, TriedTime } from './session.ts'

type Round = Pick<Session, 'status' | 'time' | 'offer' | 'proposals' | 'tried'>

/** What a round has tried after a change, by whatever rule. Times that are over are dropped. */
export function triedAfter(
  before: Round | null,
  after: Round,
  { code, at }: { readonly code: SessionHappening['code']; readonly at: Instant },
): readonly TriedTime[] {
  const found = before
    ? [
        ...givenUp(before, after).map((time) => tried(time, 'refused', at)),
        ...refusedProposals(before, after).map((time) => tried(time, 'refused', at)),
        ...unpicked(before, after, code, at),
      ]
    : []
  const isNew = found.length > 0
  const isOver = after.tried.some(({ end }) => end <= at)
  return isNew || isOver ? joined(after.tried, found).filter(({ end }) => end > at) : after.tried
}

/** The open round, or what a new one begins with. */
export function roundOf({
  session,
  triedBefore,
}: {
  readonly session: Pick<Session, 'tried' | 'offer'> | null
  readonly triedBefore: readonly TriedTime[]
}): Pick<Session, 'tried' | 'offer'> {
  return session ?? { tried: triedBefore, offer: null }
}

/** The times that no rule proposes again in this round. */
export function refusedTimes(session: Pick<Session, 'tried'> | null): readonly TriedTime[] {
  return session?.tried.filter(({ how }) => how === 'refused') ?? []
}

/** The times that were on offer and that nobody answered, the latest offer's included. */
export function unansweredTimes(session: Pick<Session, 'tried' | 'offer'> | null): readonly Interval[] {
  if (!session) return []
  const open = session.offer?.status === 'open' ? session.offer.options : []
  return [...session.tried.filter(({ how }) => how === 'unanswered'), ...open]
}

/** When a time, or one that overlaps it, was last refused in this round; null: never. */
export function refusedAt(session: Pick<Session, 'tried'> | null, time: Interval): Instant | null {
  const refused = refusedTimes(session).filter((each) => overlaps(each, time))
  return refused.reduce<Instant | null>((last, { at }) => (last === null || at > last ? at : last), null)
}

function tried({ start, end }: Interval, how: TriedTime['how'], at: Instant): TriedTime {
  return { start, end, at, how }
}

/** The fixed time, if there is another or none now. The same start with another length is the same time. */
function givenUp(before: Round, after: Round): readonly Interval[] {
  if (before.status !== 'fixed' || !before.time) return []
  const isStill = after.status !== 'offered' && after.status !== 'cancelled' && after.status !== 'fixed'
  if (isStill || (after.status === 'fixed' && after.time?.start === before.time.start)) return []
  return [before.time]
}

/** Times that somebody proposed and that were refused. */
function refusedProposals({ proposals }: Round, after: Round): readonly Interval[] {
  const refused = after.proposals.filter(({ state }) => state === 'refused')
  return refused.filter(({ id }) => proposals.some((each) => each.id === id && each.state === 'waiting'))
}

/** The options of an offer that ended without a pick; “none of these” counts also where the offer had ended before. */
function unpicked(
  { offer }: Round,
  after: Round,
  code: SessionHappening['code'],
  at: Instant,
): readonly TriedTime[] {
  if (!offer) return []
  if (code === 'offer-declined') return offer.options.map((time) => tried(time, 'refused', at))
  const status = after.offer?.id === offer.id ? after.offer.status : 'superseded'
  const hasEnded = offer.status === 'open' && status !== 'open' && status !== 'answered'
  return hasEnded ? offer.options.map((time) => tried(time, 'unanswered', at)) : []
}

/** One entry for each time: a refusal stands above silence, the later above the earlier. */
function joined(earlier: readonly TriedTime[], later: readonly TriedTime[]): readonly TriedTime[] {
  const byTime = new Map<string, TriedTime>()
  for (const each of [...earlier, ...later]) {
    const key = `${each.start}-${each.end}`
    const known = byTime.get(key)
    if (known?.how !== 'refused' || each.how === 'refused') byTime.set(key, each)
  }
  return Array.from(byTime.values())
}
