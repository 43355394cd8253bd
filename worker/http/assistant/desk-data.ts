import {
  DESK_EXECUTIVE_FIELDS,
  DESK_LINE_FIELDS,
  type DeskData,
  type DeskExecutive,
  type DeskLine,
} from '../../../web/pages/assistant/desk-data.ts'
import { tripText, windowText } from '../../../web/pages/assistant/time-rules.tsx'
import { paths } from '../../../web/pages/paths.ts'
import type { PageFrame } from '../../../web/parts/page-frame.ts'
import type { OfferId } from '../../domain/ids.ts'
import { withoutWithdrawn } from '../../domain/offer/withdrawn.ts'
import { seen } from '../../domain/people/fields.ts'
import { lookOf } from '../../domain/people/permission.ts'
import type { Person } from '../../domain/people/person.ts'
import { inviteOf, type Option, type Session, standingOptions } from '../../domain/session/session.ts'
import { waitingProposalOf } from '../../domain/session/waiting-answer.ts'
import { placeOf } from '../../domain/situation.ts'
import { zoneOfAt } from '../../domain/slot/hours.ts'
import { inOrder } from '../../domain/slot/trips.ts'
import { after, DAY, type Instant } from '../../domain/time/time.ts'
import { toWall } from '../../domain/time/zones.ts'
import type { Platform } from '../../platform.ts'
import { findToken } from '../../storage/letter/token.ts'
import { type Desk, findDesk, type ServedExecutive, type ServedPairing } from '../../storage/people/desk.ts'
import type { Identity } from '../context.ts'
import { clashOf } from './clash.ts'

/** How far ahead dates are shown: six weeks. */
const SHOWN_MS = 42 * DAY

type Shown = Omit<DeskData, 'form' | 'formOf'>

/** The desk of this reader as it is now. Somebody who is in several programmes stands there once. */
export async function deskDataFor(
  platform: Platform,
  { person: reader, answersFor }: Pick<Identity, 'person' | 'answersFor'>,
  frame: PageFrame,
): Promise<Shown> {
  const now = platform.now()
  const desk = await findDesk(platform.db, reader.id, { now, until: after(now, SHOWN_MS) })
  const hrefs = new Map(
    await Promise.all(
      desk.asked.map(async ({ offerId, linkId }) => [offerId, await findToken(platform, linkId)] as const),
    ),
  )
  const opened = new Set(answersFor.map(({ programmeId }) => programmeId))
  const served = desk.served.filter(({ programmeId }) => opened.has(programmeId))
  const people = Map.groupBy(served, ({ executive }) => executive.id)
  const reading = { reader, now, desk, hrefOf: (id: OfferId) => hrefTo(hrefs.get(id)) }
  return { frame, executives: Array.from(people.values(), (all) => executiveOf(all, reading)) }
}

function hrefTo(k: string | undefined): string | null {
  return k === undefined ? null : `${paths.answer}?${new URLSearchParams({ k })}`
}

type Reading = {
  readonly reader: Person
  readonly now: Instant
  readonly desk: Desk
  readonly hrefOf: (id: OfferId) => string | null
}

function executiveOf(all: readonly ServedExecutive[], reading: Reading): DeskExecutive {
  const [first] = all
  if (!first) throw new Error('nobody is served')
  const { executive } = first
  const { now, reader } = reading
  const today = toWall(executive.zone, now).day
  const rules = all.map((each) => each.executive.rules)
  const trips = rules.flatMap((each) => each.trips ?? []).filter(({ to }) => to >= today)
  const lines = all.flatMap((each) => linesOf(each, all.length > 1, reading))
  return seen<DeskExecutive>(lookOf('assistant', reader.id, executive), DESK_EXECUTIVE_FIELDS, {
    id: executive.id,
    name: executive.name,
    clock: (moment) => zoneOfAt(executive, moment),
    lines: lines.toSorted((one, other) => startOf(one) - startOf(other)),
    trips: inOrder(distinct(trips, tripText)),
    never: distinct(
      rules.flatMap((each) => each.never ?? []),
      windowText,
    ),
    calendar: first.calendar,
  })
}

/** Questions first, then what is being arranged, then dates as they come. */
function startOf(line: DeskLine): number {
  return line.kind === 'date' ? line.time.start : line.kind === 'offer' ? 0 : 1
}

/** Both of his programmes say the same trip, in whatever order its fields were written. */
function distinct<Value>(values: readonly Value[], textOf: (value: Value) => string): readonly Value[] {
  return [...new Map(values.map((each) => [textOf(each), each])).values()]
}

function linesOf(served: ServedExecutive, isOneOfSeveral: boolean, reading: Reading): readonly DeskLine[] {
  const { programmeId, programme, executive } = served
  const look = lookOf('assistant', reading.reader.id, executive)
  return reading.desk.sessions
    .filter((session) => session.programmeId === programmeId && session.executiveId === executive.id)
    .map((session) => {
      const line = lineOf(session, served, reading, isOneOfSeveral ? programme : null)
      return seen<DeskLine>(look, DESK_LINE_FIELDS, line)
    })
}

function lineOf(
  session: Session,
  served: ServedExecutive,
  reading: Reading,
  programme: string | null,
): DeskLine {
  const { reader, now, desk, hrefOf } = reading
  const { executive, duties: assistantDuties } = served
  const pairing = desk.pairings.find(({ id }) => id === session.pairingId)
  const common = {
    sessionId: session.id,
    minutes: session.minutes,
    place: placeOf({ pairing: { place: pairing?.place ?? null }, executive }, session),
    mentorName: pairing?.mentor.name ?? null,
    programme,
    waits: waitingProposalOf({ session, executive, assistantDuties, now }, reader.id),
  }
  const { offer, time, notBefore } = session
  if (time)
    return {
      ...{ ...common, kind: 'date', time },
      partstat: inviteOf(session, executive.id)?.partstat ?? 'NEEDS-ACTION',
      clash: clashOf(desk.expectedIn.get(session.id) ?? session.zone, time, {
        executive,
        hoursOf: desk.hoursOf,
      }),
    }
  const options = pickable(session, served, pairing, reading)
  if (!offer || options.length === 0) {
    const isLater = notBefore !== null && notBefore > now
    return { ...common, kind: 'arranging', notBefore: isLater ? toWall(reader.zone, notBefore).day : null }
  }
  const isAskedHimself = offer.askedId === executive.id
  return { ...common, kind: 'offer', offerId: offer.id, options, href: hrefOf(offer.id), isAskedHimself }
}

/** What the mentor or the programme has closed since it was held is not offered any more, as on the page of the offer. */
function pickable(
  { offer }: Session,
  { executive, policy }: ServedExecutive,
  pairing: ServedPairing | undefined,
  { now, desk: { hoursOf } }: Reading,
): readonly Option[] {
  const standing = standingOptions(offer, now)
  if (!pairing) return standing
  const diary = { mentor: hoursOf(pairing.mentor), executive: hoursOf(executive), policy, now }
  return withoutWithdrawn(standing, diary)
}
