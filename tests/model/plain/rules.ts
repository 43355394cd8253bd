import {
  type Entry,
  HOUR,
  type Invite,
  type Model,
  type Name,
  overlap,
  type Partstat,
  type Said,
  type Session,
  type Side,
  type Span,
  standing,
} from './state.ts'

const SIDES = ['executive', 'mentor'] as const

export function whoIs(session: Session, side: Side): Name {
  return side === 'executive' ? session.executive : session.mentor
}

/** What a session takes of its two people's time now. */
export function claimsOf(session: Session, now: number): readonly Span[] {
  if (session.status === 'fixed' && session.time) return [session.time]
  return standing(session, now)
}

/** `taken`: another session has one of the two then. `freeing`: a press has freed it, and may be taken back. */
export function conflictOf(
  model: Model,
  span: Span,
  { people, ignoring }: { readonly people: readonly Name[]; readonly ignoring: string | null },
): 'taken' | 'freeing' | null {
  for (const other of model.sessions.values()) {
    if (other.id === ignoring || ![other.mentor, other.executive].some((each) => people.includes(each)))
      continue
    if (claimsOf(other, model.now).some((each) => overlap(each, span))) return 'taken'
  }
  const freeing = model.kept.some(
    (each) =>
      each.sessionId !== ignoring &&
      each.until > model.now &&
      each.people.some((person) => people.includes(person)) &&
      overlap(each, span),
  )
  return freeing ? 'freeing' : null
}

/** Both get a REQUEST of their own: the first of a UID, or the next of the one they have. */
export function fix(model: Model, session: Session, span: Span): void {
  for (const side of SIDES) {
    const had = session.invites[side]
    const entry = had ? entryOf(model, had) : newEntry(model, whoIs(session, side))
    if (had) entry.sequence += 1
    entry.struck = false
    entry.revisions.set(entry.sequence, { method: 'REQUEST', span })
    session.invites[side] = { entry: entry.key, partstat: 'NEEDS-ACTION', said: null }
  }
  Object.assign(session, { status: 'fixed', time: span, proposals: [] })
  closeOffer(session)
}

/** Whose calendar still shows the event gets a CANCEL. */
export function withdraw(model: Model, session: Session, side: Side): void {
  const invite = session.invites[side]
  if (!invite) return
  const entry = entryOf(model, invite)
  entry.sequence += 1
  entry.live = false
  if (session.time) entry.revisions.set(entry.sequence, { method: 'CANCEL', span: session.time })
  session.invites[side] = null
}

export function callOff(model: Model, session: Session, reopen: boolean): void {
  for (const side of SIDES) withdraw(model, session, side)
  closeOffer(session)
  Object.assign(session, { status: reopen ? 'offered' : 'cancelled', proposals: [] })
  if (reopen) session.time = null
}

/** The date is given up and the round stays. Who declined in his own calendar keeps his UID and gets no CANCEL. */
export function release(model: Model, session: Session): void {
  const { executive } = session.invites
  const keeps = executive?.partstat === 'DECLINED' && executive.said?.via === 'calendar'
  if (!keeps) withdraw(model, session, 'executive')
  withdraw(model, session, 'mentor')
  session.status = 'offered'
  session.time = null
}

/** Another mentor takes the session: the old one's calendar is told, the executive keeps his UID. */
export function substitute(model: Model, session: Session, mentor: Name, span: Span): void {
  withdraw(model, session, 'mentor')
  session.mentor = mentor
  fix(model, session, span)
}

/** Whether an answer counts: not to a revision older than the one that was handed over, and not older than the last. */
export function answer(
  model: Model,
  session: Session,
  side: Side,
  { partstat, said, handed }: { readonly partstat: Partstat; readonly said: Said; readonly handed: number },
): boolean {
  const invite = session.invites[side]
  if (!invite || said.sequence < handed) return false
  const known = { ...said, sequence: Math.min(said.sequence, entryOf(model, invite).sequence) }
  if (invite.said && isSame(invite.said, known) && invite.partstat === partstat) return true
  if (invite.said && !isNewer(known, invite.said)) return false
  Object.assign(invite, { partstat, said: known })
  entryOf(model, invite).struck = partstat === 'DECLINED' && said.via === 'calendar'
  return true
}

function isSame(one: Said, other: Said): boolean {
  return (['via', 'by', 'sequence', 'stamp'] as const).every((each) => one[each] === other[each])
}

/** Between doors arrival decides; between mails of a calendar SEQUENCE, then DTSTAMP, then arrival. */
export function isNewer(one: Said, other: Said): boolean {
  if (one.via !== 'calendar' || other.via !== 'calendar') return one.at >= other.at
  if (one.sequence !== other.sequence) return one.sequence > other.sequence
  return (one.stamp ?? 0) >= (other.stamp ?? 0)
}

/** Letters of a press wait, unless the session starts within two hours. */
export function waits(model: Model, ...times: readonly (Span | null)[]): boolean {
  return times.every((time) => time === null || time.start >= model.now + 2 * HOUR)
}

export function entryOf({ entries }: Model, { entry }: Invite): Entry {
  const found = entries.get(entry)
  if (!found) throw new Error(`no entry ${entry}`)
  return found
}

function newEntry({ entries }: Model, reader: Name): Entry {
  const key = `entry ${entries.size + 1}`
  const entry: Entry = {
    key,
    uid: null,
    reader,
    sequence: 0,
    live: true,
    struck: false,
    revisions: new Map(),
  }
  entries.set(key, entry)
  return entry
}

function closeOffer(session: Session): void {
  if (session.offer) session.offer = { ...session.offer, open: false }
}
