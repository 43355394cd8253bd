import {
  DESK_EXECUTIVE_FIELDS,
  DESK_LINE_FIELDS,
  type DeskData,
  type DeskExecutive,
  type DeskLine,
} from '../../../web/pages/assistant/desk-data.ts'
import { paths } from '../../../web/pages/paths.ts'
import type { PageFrame } from '../../../web/parts/page-frame.ts'
import type { OfferId } from '../../domain/ids.ts'
import { seen } from '../../domain/people/fields.ts'
import { lookOf } from '../../domain/people/permission.ts'
import type { Person, PersonRules } from '../../domain/people/person.ts'
import { inviteOf, type Session, standingOptions } from '../../domain/session/session.ts'
import { waitingProposalOf } from '../../domain/session/waiting-answer.ts'
import { placeOf } from '../../domain/situation.ts'
import { zoneOfAt } from '../../domain/slot/hours.ts'
import { inOrder } from '../../domain/slot/trips.ts'
import { after, DAY, type Instant, type Interval } from '../../domain/time/time.ts'
import { toWall } from '../../domain/time/zones.ts'
import type { Platform } from '../../platform.ts'
import { type Desk, findDesk, type ServedExecutive } from '../../storage/people/desk.ts'

/** How far ahead dates are shown: six weeks. */
const SHOWN_MS = 42 * DAY

type Shown = Omit<DeskData, 'form' | 'formOf'>

/** The desk of this reader as it is now. Somebody who is in several programmes stands there once. */
export async function deskDataFor(platform: Platform, reader: Person, frame: PageFrame): Promise<Shown> {
  const now = platform.now()
  const desk = await findDesk(platform.db, reader.id, { now, until: after(now, SHOWN_MS) })
  const hrefs = new Map(
    await Promise.all(
      desk.asked.map(async ({ offerId, linkId }) => [offerId, await platform.tokenOf(linkId)] as const),
    ),
  )
  const people = Map.groupBy(desk.served, ({ executive }) => executive.id)
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
    trips: inOrder(distinct(trips)),
    never: distinct(rules.flatMap((each) => each.never ?? [])),
  })
}

/** Questions first, then what is being arranged, then dates as they come. */
function startOf(line: DeskLine): number {
  return line.kind === 'date' ? line.time.start : line.kind === 'offer' ? 0 : 1
}

/** Both of his programmes say the same trip. */
function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Map(values.map((each) => [JSON.stringify(each), each])).values()]
}

function linesOf(
  { programmeId, programme, executive }: ServedExecutive,
  isOneOfSeveral: boolean,
  reading: Reading,
): readonly DeskLine[] {
  const look = lookOf('assistant', reading.reader.id, executive)
  return reading.desk.sessions
    .filter((session) => session.programmeId === programmeId && session.executiveId === executive.id)
    .map((session) => {
      const line = lineOf(session, executive, reading, isOneOfSeveral ? programme : null)
      return seen<DeskLine>(look, DESK_LINE_FIELDS, line)
    })
}

function lineOf(
  session: Session,
  executive: Person,
  { reader, now, desk, hrefOf }: Reading,
  programme: string | null,
): DeskLine {
  const pairing = desk.pairings.find(({ id }) => id === session.pairingId)
  const assistantDuties = [{ personId: reader.id, from: now, until: null }]
  const common = {
    sessionId: session.id,
    minutes: session.minutes,
    place: placeOf({ pairing: { place: pairing?.place ?? null }, executive }, session),
    mentorName: pairing?.mentorName ?? null,
    programme,
    waits: waitingProposalOf({ session, executive, assistantDuties, now }, reader.id),
  }
  const { offer, time, notBefore } = session
  if (time)
    return {
      ...{ ...common, kind: 'date', time },
      partstat: inviteOf(session, executive.id)?.partstat ?? 'NEEDS-ACTION',
      clash: clashOf(executive, time),
    }
  const options = standingOptions(offer, now)
  if (!offer || options.length === 0) {
    const isLater = notBefore !== null && notBefore > now
    return { ...common, kind: 'arranging', notBefore: isLater ? toWall(reader.zone, notBefore).day : null }
  }
  const isAskedHimself = offer.askedId === executive.id
  return { ...common, kind: 'offer', offerId: offer.id, options, href: hrefOf(offer.id), isAskedHimself }
}

/** A trip or a never rule may have come up after it was fixed. */
function clashOf(executive: Person, { start }: Interval): Extract<DeskLine, { kind: 'date' }>['clash'] {
  const zone = zoneOfAt(executive, start)
  if (zone !== executive.zone) return 'trip'
  return isNever(executive.rules, toWall(zone, start)) ? 'never' : null
}

function isNever({ never = [] }: PersonRules, { weekday, minutes }: ReturnType<typeof toWall>): boolean {
  return never.some(({ day, from, to }) => day === weekday && minutes >= from && minutes < to)
}
