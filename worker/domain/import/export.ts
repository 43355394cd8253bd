import type { PersonId } from '../ids.ts'
import type { Pairing } from '../pairing/pairing.ts'
import { placeText } from '../pairing/place-text.ts'
import type { Availability, DateException, Person, Role, WeeklyWindow } from '../people/person.ts'
import type { Session } from '../session/session.ts'
import { formatWallTime } from '../time/days.ts'
import { iso, type WallMinutes } from '../time/time.ts'
import { toWall } from '../time/zones.ts'
import { COLUMNS, type ExportKind } from './file.ts'
import { inOrder, joined, sorted } from './person-line.ts'

/** The cells of one line, by column. */
type CellsOf<Kind extends ExportKind> = Readonly<Record<(typeof COLUMNS)[Kind][number], string>>

/** The address of somebody; empty for nobody. */
export type AddressOf = (id: PersonId | null) => string

export function cellsOf<Kind extends ExportKind>(kind: Kind, cells: CellsOf<Kind>): readonly string[] {
  const byName = new Map<string, string>(Object.entries(cells))
  return COLUMNS[kind].map((column) => byName.get(column) ?? '')
}

/** What an import reads as this person: nothing of the way there, no rule but the length. */
export function personCells(
  person: Person,
  { roles, assistantIds }: { readonly roles: readonly Role[]; readonly assistantIds: readonly PersonId[] },
  addressOf: AddressOf,
): CellsOf<'people'> {
  return {
    name: person.name,
    email: person.email,
    roles: inOrder(roles),
    zone: person.zone,
    locale: person.locale,
    unit: person.unit ?? '',
    reports_to: addressOf(person.reportsTo),
    assistants: joined(assistantIds.map(addressOf)),
    blockers: joined(person.blockers),
    minutes: person.rules.minutes === undefined ? '' : String(person.rules.minutes),
    aliases: sorted(person.aliases),
    short_name: person.shortName ?? '',
  }
}

export function pairingCells(
  { mentorId, executiveId, kind, place }: Pairing,
  addressOf: AddressOf,
): CellsOf<'pairings'> {
  return { mentor: addressOf(mentorId), executive: addressOf(executiveId), kind, place: placeText(place) }
}

/** A line for each window: those of the week by day, then the dates that differ. */
export function hoursCells(email: string, hours: Availability): readonly CellsOf<'hours'>[] {
  return windowsOf(hours).map((window) => ({
    email,
    day: 'date' in window ? window.date : String(window.day),
    from: window.from === null ? '' : formatWallTime(window.from),
    to: window.to === null ? '' : formatWallTime(window.to),
  }))
}

/** When and where, by the executive's clock. What it is for stays here. */
export function sessionCells(
  {
    id,
    mentorId,
    executiveId,
    status,
    time,
    zone,
    place,
    usual,
  }: Pick<Session, 'id' | 'mentorId' | 'executiveId' | 'status' | 'time' | 'zone' | 'place' | 'usual'>,
  addressOf: AddressOf,
): CellsOf<'sessions'> {
  const [start, end] = time ? [toWall(zone, time.start), toWall(zone, time.end)] : [null, null]
  return {
    ...{ id, mentor: addressOf(mentorId), executive: addressOf(executiveId), status },
    ...{ date: start?.day ?? '', zone },
    from: start ? formatWallTime(start.minutes) : '',
    to: end ? formatWallTime(end.minutes) : '',
    start: time ? iso(time.start) : '',
    end: time ? iso(time.end) : '',
    place: placeText(place ?? usual.place),
  }
}

/** A window as the preview of an import calls it: `1 09:00–12:00`, `2027-03-22`. */
export function windowText(window: WeeklyWindow | DateException): string {
  const day = 'date' in window ? window.date : String(window.day)
  return window.from === null || window.to === null
    ? day
    : `${day} ${formatWallTime(window.from)}–${formatWallTime(window.to)}`
}

/** In order, where none overlaps another and no date is both open and closed: an import takes nothing else. */
export function windowsOf({ weekly, exceptions }: Availability): readonly (WeeklyWindow | DateException)[] {
  const byDay = Map.groupBy(weekly, ({ day }) => day)
  const byDate = Map.groupBy(exceptions, ({ date }) => date)
  return [
    ...[...byDay.keys()]
      .toSorted((one, other) => one - other)
      .flatMap((day) => apart(byDay.get(day) ?? []).map((window) => ({ day, ...window }))),
    ...[...byDate.keys()].toSorted().flatMap((date): readonly DateException[] => {
      const open = (byDate.get(date) ?? []).flatMap(({ from, to }) =>
        from === null || to === null ? [] : [{ from, to }],
      )
      return open.length > 0
        ? apart(open).map((window) => ({ date, ...window }))
        : [{ date, from: null, to: null }]
    }),
  ]
}

type Window = { readonly from: WallMinutes; readonly to: WallMinutes }

/** Those that overlap become one; those that only touch stay two. */
function apart(windows: readonly Window[]): readonly Window[] {
  return windows
    .toSorted((one, other) => one.from - other.from || one.to - other.to)
    .reduce<readonly Window[]>((merged, { from, to }) => {
      const last = merged.at(-1)
      return last && from < last.to
        ? [...merged.slice(0, -1), { from: last.from, to: Math.max(last.to, to) }]
        : [...merged, { from, to }]
    }, [])
}
