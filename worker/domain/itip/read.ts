import { instant, iso } from '../time/time.ts'
import { type Component, componentsNamed, lineNamed, readCalendarText, wordOf } from './components.ts'
import { noteOf } from './notes.ts'
import { counterProposal } from './proposals.ts'
import type { CalendarClass, CalendarProblem, CalendarReading, Respondent } from './reading.ts'
import { respondentOfCalendar, respondentsOf } from './respondents.ts'
import { hasNoLength, momentNamed, momentOf, stampNamed, timeOf } from './times.ts'
import { readAddress, readWritten } from './values.ts'
import { type Clocks, clocksOf } from './zone-names.ts'

/** The context of the calendar: the method in the Content-Type, and the address that sent the mail. */
export type Surroundings = { readonly method: string | null; readonly from: string | null }

/** RFC 5546 §3.2: reads any text as an answer and never throws. A doubtful value is null and listed as a problem. */
export function readCalendar(text: string, outside: Surroundings): CalendarReading {
  const { root, complete } = readCalendarText(text)
  const calendar = root.components.find(({ name }) => name === 'VCALENDAR') ?? root
  const events = subjectsOf(root, calendar)
  const event = events.find((each) => !lineNamed(each, 'RECURRENCE-ID')) ?? events[0] ?? null
  const method = wordOf(calendar, 'METHOD') ?? (event && wordOf(event, 'METHOD')) ?? outside.method
  const damage: CalendarProblem[] = complete ? [] : ['incomplete']
  if (!event) return withoutEvent(calendar, method, root.components.length ? 'no-event' : 'no-calendar')

  const reading = readEvent(event, calendar, root, { method, from: outside.from })
  return {
    ...reading,
    events: events.length,
    problems: [...damage, ...severalEvents(events), ...reading.problems],
  }
}

const SUBJECTS = ['VEVENT', 'VTODO', 'VJOURNAL', 'VFREEBUSY']

/** What is answered (RFC 5546 §3.2–3.5): events, else tasks or free time, else an event without its BEGIN. */
function subjectsOf(root: Component, calendar: Component): Component[] {
  const found = SUBJECTS.map((name) => componentsNamed(root, name)).find(({ length }) => length > 0)
  return found ?? (lineNamed(calendar, 'UID') ? [calendar] : [])
}

function readEvent(
  event: Component,
  calendar: Component,
  root: Component,
  { method, from }: Surroundings,
): CalendarReading {
  // A mail is short enough to be read whatever its zones are like.
  const clocks = clocksOf(root, { left: Infinity })
  const organizer = lineNamed(event, 'ORGANIZER')?.value ?? null
  const prodid = lineNamed(calendar, 'PRODID')?.value ?? null
  const { list, problems } = respondentsOf(event, clocks)
  const who = respondentOfCalendar(list, readAddress(organizer ?? ''), from)
  const uid = lineNamed(event, 'UID')?.value || null
  const counter = method === 'COUNTER'
  const proposed = counter ? counterProposal(event, clocks) : (who?.proposed ?? null)
  const kind = classOf(method, uid, who)
  return {
    class: kind === 'reply' && proposed ? 'counter' : kind,
    method,
    who: who?.address ?? null,
    sentBy: who?.sentBy ?? null,
    partstat: who?.partstat ?? null,
    delegatedTo: who?.delegatedTo ?? null,
    uid,
    recurrenceId: recurrenceOf(event, clocks),
    sequence: sequenceOf(event),
    dtstamp: stampNamed(event, 'DTSTAMP', clocks),
    proposed: method === 'REPLY' || counter ? proposed : null,
    time: kind === 'request' ? timeOf(event, clocks) : null,
    comment: noteOf(event, who, method === 'REPLY' || counter ? prodid : null),
    replyTime: stampNamed(event, 'X-MICROSOFT-CDO-REPLYTIME', clocks),
    dtstart: momentNamed(event, counter ? 'X-MS-OLK-ORIGINALSTART' : 'DTSTART', clocks),
    organizer,
    attendees: list,
    events: 1,
    prodid,
    problems: [...problems, ...missing(method, uid, list, who), ...timeProblems(event, clocks)],
  }
}

/** An answer needs an event and an attendee. Without one of them, a human must read it. */
function classOf(method: string | null, uid: string | null, who: Respondent | null): CalendarClass {
  switch (method) {
    case 'REPLY':
    case 'COUNTER':
    case 'REFRESH':
      if (!uid) return 'malformed'
      if (!who) return 'unattributed'
      return method === 'REPLY' ? 'reply' : method === 'COUNTER' ? 'counter' : 'refresh'
    case 'REQUEST':
    case 'PUBLISH':
    case 'ADD':
      return 'request'
    case 'CANCEL':
      return 'cancel'
    case 'DECLINECOUNTER':
      return 'declinecounter'
    default:
      return 'malformed'
  }
}

function missing(
  method: string | null,
  uid: string | null,
  list: readonly Respondent[],
  who: Respondent | null,
): CalendarProblem[] {
  const problems: CalendarProblem[] = []
  if (!method) problems.push('no-method')
  else if (classOf(method, uid ?? 'any', who) === 'malformed') problems.push('unknown-method')
  if (!uid) problems.push('no-uid')
  if (!who) problems.push(list.length > 1 ? 'several-attendees' : 'no-attendee')
  return problems
}

function timeProblems(event: Component, clocks: Clocks): CalendarProblem[] {
  const read = momentOf(lineNamed(event, 'DTSTART'), clocks)
  if (hasNoLength(event, clocks)) return ['no-length']
  return read.ok || !read.problem ? [] : [read.problem]
}

function severalEvents(events: readonly Component[]): CalendarProblem[] {
  return events.length > 1 ? ['several-events'] : []
}

/** RFC 5545 §3.8.7.4; 0 if it is absent, empty or damaged. */
function sequenceOf(event: Component): number {
  const text = lineNamed(event, 'SEQUENCE')?.value ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : 0
}

function recurrenceOf(event: Component, clocks: Clocks): string | null {
  const line = lineNamed(event, 'RECURRENCE-ID')
  if (!line) return null
  const read = momentOf(line, clocks)
  if (read.ok) return iso(read.moment)

  const written = readWritten(line.value)
  return written?.form === 'date' ? iso(instant(written.wall)).slice(0, 10) : line.value || null
}

function withoutEvent(calendar: Component, method: string | null, problem: CalendarProblem): CalendarReading {
  return {
    class: 'malformed',
    method,
    who: null,
    sentBy: null,
    partstat: null,
    delegatedTo: null,
    uid: null,
    recurrenceId: null,
    sequence: null,
    dtstamp: null,
    proposed: null,
    time: null,
    comment: null,
    replyTime: null,
    dtstart: null,
    organizer: null,
    attendees: [],
    events: 0,
    prodid: lineNamed(calendar, 'PRODID')?.value ?? null,
    problems: [problem],
  }
}
