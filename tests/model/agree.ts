import { type House, nameIn } from './house.ts'
import { claimsOf, conflictOf, whoIs } from './plain/rules.ts'
import {
  DAY,
  isAhead,
  type Model,
  type Name,
  openOf,
  overlap,
  type Session,
  standing,
  type Status,
} from './plain/state.ts'
import type { Readers } from './readers.ts'
import { look, type Seen } from './seen.ts'

export type Around = {
  readonly readers: Readers
  /** What each entry was at when the command began. */
  readonly before: ReadonlyMap<string, number>
  /** Holds that ended by then are freed; null: no tick has run. */
  readonly freedBy: number | null
}

/** Compares the model with the tables and with what the calendars show; takes over what a machine chose. */
export async function agree(model: Model, real: House, { readers, before, freedBy }: Around): Promise<Seen> {
  const seen = await look()
  const faults: string[] = []
  takeOver(model, real, seen, faults)
  for (const session of model.sessions.values()) faults.push(...differences(model, real, session, seen))
  for (const { id } of seen.sessions) if (!model.sessions.has(id)) faults.push(`${id} is not in the model`)
  for (const { id, status } of seen.pairs)
    if (model.pairs.get(id)?.status !== status) faults.push(`pairing ${id} is ${status}`)
  faults.push(...overlaps(seen), ...claimFaults(model, real, seen, freedBy))
  for (const each of real.sent.splice(0)) await readers.take(each, model, seen, before)
  faults.push(...readers.faults.splice(0), ...calendarFaults(model, readers, seen))
  model.mayOffer.clear()
  model.mayOpen.clear()
  model.mayPropose.clear()
  model.mayPass.clear()
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return seen
}

function nameOf({ people }: House, id: string): Name {
  const found = Object.entries(people).find(([, person]) => person.id === id)
  if (!found) throw new Error(`nobody has the id ${id}`)
  return nameIn(found[0])
}

/** New rounds and new offers, where the model lets there be some. */
function takeOver(model: Model, real: House, seen: Seen, faults: string[]): void {
  for (const { id, passed } of seen.sessions) {
    const session = model.mayPass.has(id) ? model.sessions.get(id) : undefined
    if (session) session.passed = passed === 1
  }
  for (const row of seen.sessions)
    if (!model.sessions.has(row.id) && model.mayOpen.has(row.pairing_id)) {
      if (openOf(model, row.pairing_id)) faults.push(`a second round of ${row.pairing_id}`)
      model.sessions.set(row.id, roundOf(real, row))
      model.mayOffer.add(row.id)
    }
  for (const session of model.sessions.values()) {
    const options = seen.options.filter(({ session_id }) => session_id === session.id)
    const [first] = options
    const offered = options.map((each) => ({
      ...{ id: each.id, start: each.starts_at, end: each.ends_at, until: each.until_at },
    }))
    if (first && first.offer_id === session.offer?.id && session.offer.open) {
      faults.push(...askedAnew(model, real, session, { askedId: first.asked_id, offered }))
    } else if (first && model.mayOffer.has(session.id)) {
      session.offer = {
        id: first.offer_id,
        asked: nameOf(real, first.asked_id),
        open: true,
        options: offered,
      }
      count(model, session)
      faults.push(...offerFaults(model, session))
    }
    if (model.mayPropose.has(session.id)) takeProposals(model, real, session, seen)
    for (const invite of Object.values(session.invites)) {
      const entry = invite && model.entries.get(invite.entry)
      if (!entry || entry.uid !== null) continue
      const row = seen.invites.find(
        (each) =>
          each.session_id === session.id && each.live === 1 && nameOf(real, each.person_id) === entry.reader,
      )
      if (row && [...model.entries.values()].some(({ uid }) => uid === row.uid))
        faults.push(`the UID of ${entry.reader} is used again`)
      entry.uid = row?.uid ?? null
    }
  }
}

/** A time that somebody said on a page: whether it can be is asked of the model. */
function takeProposals(model: Model, real: House, session: Session, { proposals }: Seen): void {
  session.proposals = proposals
    .filter(({ session_id }) => session_id === session.id)
    .map(({ id, person_id, starts_at: start, ends_at: end }) => {
      const known = session.proposals.find(
        (each) => each.id === id || (each.id === '' && each.start === start),
      )
      const side = known?.side ?? (nameOf(real, person_id) === session.mentor ? 'mentor' : 'executive')
      const people = [session.mentor, session.executive]
      const possible =
        known?.possible ??
        (start >= model.now && conflictOf(model, { start, end }, { people, ignoring: session.id }) === null)
      return { id, start, end, side, possible }
    })
}

function count(model: Model, { id }: Session): void {
  const key = `offers of ${id}`
  model.again.set(key, (model.again.get(key) ?? 0) + 1)
}

/** Somebody else is asked: the same times, for no shorter. */
function askedAnew(
  model: Model,
  real: House,
  session: Session,
  {
    askedId,
    offered,
  }: {
    readonly askedId: string
    readonly offered: readonly { readonly id: string; readonly until: number }[]
  },
): readonly string[] {
  const { offer } = session
  const asked = nameOf(real, askedId)
  if (!offer || offer.asked === asked) return []
  const shorter = offer.options.filter(({ id, until }) =>
    offered.some((each) => each.id === id && each.until < until),
  )
  session.offer = {
    ...{ ...offer, asked },
    options: offer.options.map((each) => ({
      ...each,
      until: offered.find(({ id }) => id === each.id)?.until ?? each.until,
    })),
  }
  count(model, session)
  return [
    ...shorter.map(({ id }) => `${id} is held for shorter than before`),
    ...(asked === (model.assistants.get(session.executive) ?? session.executive)
      ? []
      : [`${asked} is asked`]),
  ]
}

/** What a machine proposes: one to five times ahead, in which nobody else has one of the two. */
function offerFaults(model: Model, session: Session): readonly string[] {
  const options = standing(session, model.now)
  const others = [...model.sessions.values()].filter(
    (each) => each !== session && (each.mentor === session.mentor || each.executive === session.executive),
  )
  const taken = others.flatMap((each) => claimsOf(each, model.now))
  return [
    ...(options.length < 1 || options.length > 5 ? [`${options.length} times offered`] : []),
    ...options
      .filter(({ start }) => start < model.now + DAY)
      .map(({ start }) => `offered without notice: ${start}`),
    ...options
      .filter((option) => taken.some((each) => overlap(each, option)))
      .map(({ start }) => `offered though taken: ${start}`),
    ...options
      .filter(({ until, start }) => until > start)
      .map(({ start }) => `held beyond its start: ${start}`),
  ]
}

function roundOf(real: House, row: Seen['sessions'][number]): Session {
  return {
    ...{ id: row.id, pair: row.pairing_id, bumps: 0, time: null, offer: null, proposals: [], passed: false },
    ...{ mentor: nameOf(real, row.mentor_id), executive: nameOf(real, row.executive_id), loggedAt: null },
    ...{ status: 'offered' satisfies Status, invites: { executive: null, mentor: null } },
    hasAgreed: false,
  }
}

function differences(model: Model, real: House, session: Session, seen: Seen): readonly string[] {
  const row = seen.sessions.find(({ id }) => id === session.id)
  if (!row) return [`${session.id} is gone`]
  const inModel: unknown[] = [
    ...[session.status, session.time, session.mentor, session.bumps, session.passed],
    ...(['executive', 'mentor'] as const).map((side) => {
      const invite = session.invites[side]
      const entry = invite && model.entries.get(invite.entry)
      return entry ? [whoIs(session, side), entry.uid, entry.sequence, invite.partstat] : null
    }),
    standing(session, model.now).map(({ id, start, until }) => ({ id, start, until })),
    session.proposals.map(({ start }) => start).toSorted(),
  ]
  const live = seen.invites.filter((each) => each.session_id === session.id && each.live === 1)
  const inviteOf = (personId: string) => {
    const found = live.find(({ person_id }) => person_id === personId)
    return found ? [nameOf(real, personId), found.uid, found.sequence, found.partstat] : null
  }
  const inTables: unknown[] = [
    row.status,
    row.starts_at === null ? null : { start: row.starts_at, end: row.ends_at },
    ...[nameOf(real, row.mentor_id), row.bumps, row.passed === 1],
    ...[inviteOf(row.executive_id), inviteOf(row.mentor_id)],
    seen.options
      .filter((each) => each.session_id === session.id && row.status === 'offered')
      .filter((each) => each.until_at > model.now && each.starts_at > model.now)
      .map((each) => ({ id: each.id, start: each.starts_at, until: each.until_at })),
    seen.proposals
      .filter((each) => each.session_id === session.id)
      .map((each) => each.starts_at)
      .toSorted(),
  ]
  const [one, other] = [JSON.stringify(inModel), JSON.stringify(inTables)]
  const many = live.length > 2 ? [`${live.length} live invites of ${session.id}`] : []
  return one === other ? many : [`${session.id}:\n  model ${one}\n  is    ${other}`, ...many]
}

/** By the sessions themselves, whatever the claims say. */
function overlaps({ sessions }: Seen): readonly string[] {
  const fixed = sessions.filter(({ status }) => status === 'fixed')
  return fixed.flatMap((one, index) =>
    fixed.slice(index + 1).flatMap((other) => {
      const shared = one.mentor_id === other.mentor_id || one.executive_id === other.executive_id
      const [here, there] = [
        { start: one.starts_at ?? 0, end: one.ends_at ?? 0 },
        { start: other.starts_at ?? 0, end: other.ends_at ?? 0 },
      ]
      return shared && overlap(here, there) ? [`${one.id} and ${other.id} overlap`] : []
    }),
  )
}

/** Both people are claimed for each date and each time on offer, and for nothing else. */
function claimFaults(model: Model, real: House, { claims }: Seen, freedBy: number | null): readonly string[] {
  const wanted = [...model.sessions.values()].flatMap((session) =>
    claimsOf(session, model.now)
      .filter(({ end }) => end > model.now)
      .flatMap(({ start }) =>
        [session.mentor, session.executive].map((each) => `${each} ${session.id} ${start}`),
      ),
  )
  const kept = model.kept.flatMap(({ people, sessionId, start }) =>
    people.map((each) => `${each} ${sessionId} ${start}`),
  )
  const now = claims.filter(
    ({ ends_at, held_until }) => ends_at > model.now && (held_until ?? Infinity) > model.now,
  )
  const there = now.map((each) => `${nameOf(real, each.person_id)} ${each.session_id} ${each.starts_at}`)
  // What a press freed is swept up by the next commit for one of the two.
  const late = claims.filter(
    ({ session_id, starts_at, held_until }) =>
      held_until !== null &&
      held_until <= (freedBy ?? 0) &&
      !model.kept.some(({ sessionId, start }) => sessionId === session_id && start === starts_at),
  )
  return [
    ...wanted.filter((each) => !there.includes(each)).map((each) => `not claimed: ${each}`),
    ...there
      .filter((each) => !wanted.includes(each) && !kept.includes(each))
      .map((each) => `claimed: ${each}`),
    ...late.map((each) => `held past its hour: ${each.session_id} ${each.starts_at}`),
  ]
}

/** Where no letter of an event waits any more, its calendar shows what is so. */
function calendarFaults(model: Model, readers: Readers, { letters }: Seen): readonly string[] {
  return [...model.entries.values()].flatMap((entry) => {
    const { uid, reader, sequence } = entry
    if (uid === null || model.gone.has(reader)) return []
    if (letters.some(({ thread, state }) => thread === uid && state === 'waiting')) return []
    const session = [...model.sessions.values()].find(({ invites }) =>
      Object.values(invites).some((each) => each?.entry === entry.key),
    )
    const shown = readers.shown(uid)
    const shows = shown?.method === 'REQUEST' && shown.time && shown.time.end > model.now ? shown.time : null
    const wanted =
      entry.live && session?.status === 'fixed' && isAhead(session, model.now) ? session.time : null
    if (entry.struck && wanted === null) return []
    if (entry.live && session?.status === 'offered') return []
    return shows?.start === wanted?.start
      ? []
      : [
          `${reader}’s calendar shows ${shows?.start} of ${shown?.sequence}, and it is ${wanted?.start} of ${sequence}`,
        ]
  })
}
