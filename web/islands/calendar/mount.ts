import {
  Calendar,
  type CalendarOptions,
  type EventApi,
  type EventInput,
  type EventSourceFuncArg,
} from '@fullcalendar/core'
import interactionPlugin from '@fullcalendar/interaction'
import timeGridPlugin from '@fullcalendar/timegrid'

import { announce } from './announce.ts'
import { clockFrom, dayAfter } from './clock.ts'
import { finishDrop } from './drop.ts'
import { type FeedSource, type FedHours, type FedSession, readFeed } from './feed.ts'

const HOURS = { hour: '2-digit', minute: '2-digit', hour12: false } as const
const MINUTE = 60_000
const MORNING = '07:30:00'

/** The only file that knows FullCalendar. It has no zone tables: the server gives the wall clock of `data-zone`. */
export function mount(host: HTMLElement): void {
  if (host.dataset['view'] === 'day') mountDay(host)
  else mountWeek(host)
  lowerStyles()
}

function mountWeek(host: HTMLElement): void {
  const { toDay = '' } = host.dataset
  const calendar = new Calendar(host, {
    ...alike(host),
    initialView: host.clientWidth < 640 ? 'timeGridThreeDays' : 'timeGridWeek',
    views: { timeGridThreeDays: { type: 'timeGrid', duration: { days: 3 } } },
    height: '100%',
    scrollTime: MORNING,
    navLinks: true,
    navLinkHint: toDay,
    navLinkDayClick: (date) => location.assign(`?day=${date.toISOString().slice(0, 10)}`),
    events: async ({ startStr, endStr }: EventSourceFuncArg) => {
      const { sessions, availability } = await read(host, startStr, endStr)
      return [...sessions.map(toEvent), ...availability.map(toRail)]
    },
    eventDrop: ({ event, revert }) => drop(host, event, '', { putBack: revert, redraw }),
    eventResize: ({ event, revert }) => drop(host, event, '', { putBack: revert, redraw }),
  })
  const redraw = () => calendar.refetchEvents()
  calendar.render()
  // A week without sessions has nothing to focus, but it must still be scrollable by keyboard.
  host.querySelector('.fc-timegrid-col.fc-day')?.setAttribute('tabindex', '0')
}

/** One-day calendars side by side, one for each mentor; a session can be dragged from one to another. */
function mountDay(host: HTMLElement): void {
  const { from = '' } = host.dataset
  let fed = read(host, from, dayAfter(from))
  let putBackLeft = () => {}
  const calendars = Array.from(host.querySelectorAll<HTMLElement>('[data-mentor]'), (column) => {
    const { mentor = '' } = column.dataset
    const settling = { redraw: () => void redraw() }
    return new Calendar(column, {
      ...alike(host),
      initialView: 'timeGridDay',
      dayHeaders: false,
      height: 'auto',
      editable: true,
      droppable: true,
      eventConstraint: OPEN,
      events: async () => eventsOf(await fed, mentor),
      eventDrop: ({ event, revert }) => drop(host, event, mentor, { ...settling, putBack: revert }),
      eventResize: ({ event, revert }) => drop(host, event, mentor, { ...settling, putBack: revert }),
      eventLeave: ({ revert }) => void (putBackLeft = revert),
      eventReceive: ({ event, revert }) => {
        const both = [revert, putBackLeft]
        const putBack = () => both.forEach((each) => each())
        drop(host, event, mentor, { putBack, redraw: () => void redraw(event) })
      },
      eventDragStop: ({ jsEvent }) => sayClosed(jsEvent),
    })
  })
  async function redraw(arrived?: EventApi): Promise<void> {
    fed = read(host, from, dayAfter(from))
    // The calendars themselves show a failed request.
    await fed.catch(() => null)
    arrived?.remove()
    for (const calendar of calendars) calendar.refetchEvents()
  }
  for (const calendar of calendars) calendar.render()
  requestAnimationFrame(() => scrollTo(host, MORNING))
  addEventListener('pointerup', noteCursor, true)
}

function alike(host: HTMLElement): CalendarOptions {
  const { from = '', zone = 'UTC', locale = 'en', now = from, failed } = host.dataset
  return {
    plugins: [timeGridPlugin, interactionPlugin],
    initialDate: from,
    timeZone: zone,
    locale: locale === 'en' ? 'en-gb' : locale,
    firstDay: 1,
    now: clockFrom(now),
    nowIndicator: true,
    headerToolbar: false,
    allDaySlot: false,
    slotDuration: '00:30',
    snapDuration: '00:15',
    slotEventOverlap: false,
    slotLabelFormat: HOURS,
    eventTimeFormat: HOURS,
    displayEventEnd: false,
    eventShortHeight: 40,
    dayHeaderFormat: { weekday: 'short', day: 'numeric', month: 'short' },
    longPressDelay: 350,
    eventSourceFailure: () => announce(failed),
  }
}

function read(host: HTMLElement, start: string, end: string): Promise<FeedSource> {
  const { feed = '', zone = 'UTC' } = host.dataset
  return readFeed(feed, { start, end, zone })
}

/** Group id of a column's availability: its events must stay within it. */
const OPEN = 'open'

function eventsOf({ sessions, availability }: FeedSource, mentor: string): EventInput[] {
  return [
    ...sessions.filter(({ mentorId }) => mentorId === mentor).map(toEvent),
    ...availability
      .filter(({ mentorId }) => mentorId === mentor)
      .map(({ start, end }) => ({ start, end, groupId: OPEN, display: 'background', classNames: [OPEN] })),
  ]
}

function toEvent({ id, title, start, end, status, colour, url, movable }: FedSession): EventInput {
  return { id, title, start, end, url, editable: movable, classNames: [`mentor-${colour}`, `is-${status}`] }
}

function toRail({ colour, start, end }: FedHours): EventInput {
  return { start, end, display: 'background', classNames: ['rail', `mentor-${colour}`] }
}

type Settling = { readonly putBack: () => void; readonly redraw: () => void }

function drop(host: HTMLElement, event: EventApi, mentorId: string, settling: Settling): void {
  const { start, end, id, startStr, url } = event
  const minutes = start && end ? (end.getTime() - start.getTime()) / MINUTE : 0
  const { zone = 'UTC' } = host.dataset
  void finishDrop(host, { id, wall: startStr.slice(0, 16), zone, minutes, mentorId, page: url, ...settling })
}

/** Whether the cursor showed “not allowed” at the drop: FullCalendar resets it before it reports the drop. */
let isForbidden = false
function noteCursor(): void {
  isForbidden = document.body.classList.contains('fc-not-allowed')
}

/** A drop outside the hours is refused without a request: the column holds the sentence. */
function sayClosed({ clientX, clientY }: MouseEvent): void {
  const column = document
    .elementsFromPoint(clientX, clientY)
    .find((each) => each instanceof HTMLElement && each.dataset['closed'])
  if (isForbidden && column instanceof HTMLElement) announce(column.dataset['closed'])
}

function scrollTo(host: HTMLElement, time: string): void {
  const box = host.closest('.grid-box')
  const lane = host.querySelector(`[data-time="${time}"]`)
  const head = host.querySelector('.heads')
  if (box && lane && head)
    box.scrollTop = lane.getBoundingClientRect().top - head.getBoundingClientRect().bottom
}

/** FullCalendar's rules are in no layer and would win over ours: they move to the lowest layer. */
function lowerStyles(): void {
  const own = document.querySelector<HTMLStyleElement>('style[data-fullcalendar]')?.sheet
  if (!own) return

  const lowered = new CSSStyleSheet()
  lowered.replaceSync(`@layer tokens{${Array.from(own.cssRules, ({ cssText }) => cssText).join('\n')}}`)
  document.adoptedStyleSheets.push(lowered)
  own.disabled = true
}
