import {
  Calendar,
  type CalendarOptions,
  type DateSelectArg,
  type EventApi,
  type EventSourceFuncArg,
} from '@fullcalendar/core'
import interactionPlugin, { type EventResizeDoneArg } from '@fullcalendar/interaction'
import timeGridPlugin from '@fullcalendar/timegrid'

import type { FeedSource } from '../../pages/manager/calendar/fed.ts'
import { announce, hush, isSilent } from './announce.ts'
import { openBeside, openedSession, turnBeside } from './beside.ts'
import { clockFrom, dayAfter } from './clock.ts'
import columns from './columns.css?inline'
import { finishDrop } from './drop.ts'
import { toEvent, toRail, wordsOfEvent } from './event.ts'
import { readFeed } from './feed.ts'
import { sideOf } from './fold.ts'
import grid from './grid.css?inline'
import { bringIn, hintsIn } from './hints.ts'
import { slotAddress } from './slot.ts'

const HOURS = { hour: '2-digit', minute: '2-digit', hour12: false } as const
const MINUTE = 60_000
const DAY_MINUTES = 24 * 60
const MORNING = '07:30:00'
/** Below this width of the grid a session needs three lines for its time and both names; in rem, as its styles say. */
const NARROW_REM = 53

/** The only file that knows FullCalendar. It has no zone tables: the server gives the wall clock of `data-zone`. */
export function mount(host: HTMLElement): void {
  adopt(`@layer calendar{${grid}${columns}}`)
  lowerStyles()
  const { scroller, covered } = host.dataset['view'] === 'day' ? mountDay(host) : mountWeek(host)
  turnBeside((closed) => {
    mark(host)
    const event = eventOf(host, closed ?? openedSession() ?? '')
    if (event && !isSeen(event, { scroller, covered })) bringIn(scroller, event, covered())
    if (closed) event?.focus({ preventScroll: true })
  }, scroller)
}

/** What scrolls the hours, and how much of its top the heads cover. */
type Mounted = { readonly scroller: HTMLElement; readonly covered: () => number }

function mountWeek(host: HTMLElement): Mounted {
  const { toDay = '', here = '' } = host.dataset
  let drawn = () => {}
  const calendar: Calendar = new Calendar(host, {
    ...alike(host),
    initialView: 'timeGridWeek',
    height: '100%',
    scrollTime: MORNING,
    dayHeaderDidMount: ({ el, date, text }) => {
      const link = el.querySelector('a')
      if (!link) return
      link.href = dayAddress(here, date.toISOString().slice(0, 10))
      link.title = toDay.replace('$0', text)
      // It would say the date without its weekday.
      link.removeAttribute('aria-label')
    },
    events: async ({ startStr, endStr }: EventSourceFuncArg) => {
      const { sessions, availability } = await read(host, startStr, endStr)
      return [...sessions.map(toEvent), ...availability.map(toRail)]
    },
    select: (selected) => startAt(host, selected, ''),
    eventDrop: ({ event, revert }) => drop(host, event, '', { putBack: revert, redraw }),
    eventResize: (done) => stretch(host, done, '', { putBack: done.revert, redraw }),
    eventsSet: () => drawn(),
  })
  const redraw = () => calendar.refetchEvents()
  calendar.render()
  const scroller = host.querySelector('.fc-timegrid-body')?.closest<HTMLElement>('.fc-scroller') ?? host
  const mounted = { scroller, covered: () => 0 }
  drawn = afterDrawing(host, mounted)
  let wasNarrow = isNarrow(host)
  addEventListener('resize', () => {
    if (wasNarrow !== isNarrow(host))
      calendar.resetOptions(shapeOf(host), ['eventMinHeight', 'dayHeaderFormat'])
    wasNarrow = isNarrow(host)
    calendar.updateSize()
  })
  // A week without sessions has nothing to focus, but it must still be scrollable by keyboard.
  host.querySelector('.fc-timegrid-col.fc-day')?.setAttribute('tabindex', '0')
  return mounted
}

/** One-day calendars side by side, one for each mentor; a session can be dragged from one to another. */
function mountDay(host: HTMLElement): Mounted {
  const { from = '' } = host.dataset
  let fed = read(host, from, dayAfter(from))
  let putBackLeft = () => {}
  const scroller = host.closest<HTMLElement>('.grid-box') ?? host
  const mounted = { scroller, covered: () => host.querySelector('.heads')?.clientHeight ?? 0 }
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
      select: (selected) => startAt(host, selected, mentor),
      eventDrop: ({ event, revert }) => drop(host, event, mentor, { ...settling, putBack: revert }),
      eventResize: (done) => stretch(host, done, mentor, { ...settling, putBack: done.revert }),
      eventLeave: ({ revert }) => void (putBackLeft = revert),
      eventReceive: ({ event, revert }) => {
        const both = [revert, putBackLeft]
        const putBack = () => both.forEach((each) => each())
        drop(host, event, mentor, { putBack, redraw: () => void redraw(event) })
      },
      eventDragStop: ({ jsEvent }) => sayClosed(jsEvent),
      eventsSet: () => drawn(),
    })
  })
  async function redraw(arrived?: EventApi): Promise<void> {
    fed = read(host, from, dayAfter(from))
    // The calendars themselves show a failed request.
    await fed.catch(() => null)
    arrived?.remove()
    for (const calendar of calendars) calendar.refetchEvents()
  }
  let drawn = () => {}
  for (const calendar of calendars) calendar.render()
  requestAnimationFrame(() => {
    scrollTo(host, MORNING)
    drawn = afterDrawing(host, mounted)
    void fed.then(() => requestAnimationFrame(drawn))
  })
  addEventListener('pointerup', noteCursor, true)
  return mounted
}

function alike(host: HTMLElement): CalendarOptions {
  const { from = '', zone = 'UTC', locale = 'en', now = from, failed } = host.dataset
  const clock = clockFrom(now)
  return {
    ...shapeOf(host),
    plugins: [timeGridPlugin, interactionPlugin],
    initialDate: from,
    timeZone: zone,
    locale: locale === 'en' ? 'en-gb' : locale,
    firstDay: 1,
    now: clock,
    nowIndicator: true,
    headerToolbar: false,
    allDaySlot: false,
    slotDuration: '00:30',
    snapDuration: '00:15',
    slotEventOverlap: false,
    slotLabelFormat: HOURS,
    eventTimeFormat: HOURS,
    displayEventEnd: false,
    // Open hours are a colour; in words they stand below the grid.
    eventContent: (shown) => ({
      domNodes: shown.event.display === 'background' ? [] : [...wordsOfEvent(shown)],
    }),
    eventDidMount: ({ el, event, isMirror }) => {
      if (event.display === 'background' || isMirror) return
      const { said, state } = event.extendedProps
      el.dataset['session'] = event.id
      el.title = `${event.title} ${said}, ${state}`
    },
    longPressDelay: 350,
    selectable: host.dataset['onlyRead'] === undefined,
    selectAllow: ({ startStr }) => startStr.slice(0, 19) >= clock(),
    unselectCancel: '#beside',
    eventDragStart: hush,
    eventResizeStart: hush,
    eventClick: ({ event, jsEvent }) => {
      if (jsEvent.metaKey || jsEvent.ctrlKey || jsEvent.shiftKey) return
      jsEvent.preventDefault()
      hush()
      void openBeside(event.url)
    },
    eventSourceFailure: () => void (isSilent() && announce(failed)),
  }
}

/** What depends on the width, which a panel beside the grid changes. */
function shapeOf(host: HTMLElement): CalendarOptions {
  const days = { weekday: 'short', day: 'numeric' } as const
  return isNarrow(host)
    ? { eventMinHeight: 44, dayHeaderFormat: days }
    : { eventMinHeight: 33, dayHeaderFormat: { ...days, month: 'short' } }
}

/** A day gives each mentor a column of its own, and two lines are enough. */
function isNarrow(host: HTMLElement): boolean {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return host.dataset['view'] === 'week' && host.clientWidth < NARROW_REM * rem
}

/** Opens at the morning; where no session is in sight then, at the first, and at the one that is open. */
function afterDrawing(host: HTMLElement, mounted: Mounted): () => void {
  const { scroller, covered } = mounted
  const sessions = () => Array.from(host.querySelectorAll<HTMLElement>('.fc-event[data-session]'))
  const show = hintsIn(host, { scroller, sessions, covered })
  let isFirst = true
  return () =>
    void requestAnimationFrame(() => {
      const all = sessions()
      mark(host)
      if (isFirst && all.length > 0) {
        isFirst = false
        const opened = all.find(({ dataset }) => dataset['session'] === openedSession())
        const target = opened ?? (all.some((each) => isSeen(each, mounted)) ? null : firstOf(all))
        if (target) bringIn(scroller, target, covered())
      }
      show()
    })
}

function isSeen(element: HTMLElement, { scroller, covered }: Mounted): boolean {
  const { top, bottom, left, right } = scroller.getBoundingClientRect()
  return sideOf(element.getBoundingClientRect(), { top: top + covered(), bottom, left, right }) === null
}

function firstOf(all: readonly HTMLElement[]): HTMLElement | undefined {
  return all.toSorted((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)[0]
}

/** The session that is open is marked where it stands. */
function mark(host: HTMLElement): void {
  const opened = openedSession()
  for (const event of host.querySelectorAll<HTMLElement>('.fc-event[data-session]')) {
    const isOpened = event.dataset['session'] === opened
    event.toggleAttribute('aria-current', isOpened)
    if (isOpened) event.setAttribute('aria-current', 'true')
  }
}

function eventOf(host: HTMLElement, id: string): HTMLElement | null {
  return host.querySelector<HTMLElement>(`.fc-event[data-session="${CSS.escape(id)}"]`)
}

function dayAddress(here: string, day: string): string {
  const url = new URL(here, location.href)
  for (const name of ['week', 'session']) url.searchParams.delete(name)
  url.searchParams.set('day', day)
  return url.href
}

/** An empty time was selected: who could meet then stands beside the calendar. */
function startAt(host: HTMLElement, { startStr, start, end }: DateSelectArg, mentor: string): void {
  hush()
  const { here = '', zone = 'UTC' } = host.dataset
  const minutes = (end.getTime() - start.getTime()) / MINUTE
  void openBeside(slotAddress(new URL(here, location.href), { wall: startStr, zone, minutes, mentor }))
}

function read(host: HTMLElement, start: string, end: string): Promise<FeedSource> {
  const { feed = '', zone = 'UTC' } = host.dataset
  return readFeed(feed, { start, end, zone })
}

/** Group id of a column's availability: its events must stay within it. */
const OPEN = 'open'

function eventsOf({ sessions, availability }: FeedSource, mentor: string) {
  return [
    ...sessions.filter(({ mentorId }) => mentorId === mentor).map(toEvent),
    ...availability
      .filter(({ mentorId }) => mentorId === mentor)
      .map(({ start, end }) => ({ start, end, groupId: OPEN, display: 'background', classNames: [OPEN] })),
  ]
}

type Settling = { readonly putBack: () => void; readonly redraw: () => void }

function drop(host: HTMLElement, event: EventApi, mentorId: string, settling: Settling): void {
  const { id, startStr } = event
  const { zone = 'UTC' } = host.dataset
  void finishDrop(host, { id, wall: startStr.slice(0, 16), zone, mentorId, ...settling })
}

/** The lower edge was dragged: so much longer, or shorter, than it was. */
function stretch(
  host: HTMLElement,
  { event, endDelta }: Stretched,
  mentorId: string,
  settling: Settling,
): void {
  const { id, extendedProps } = event
  const { zone = 'UTC' } = host.dataset
  const minutes =
    Number(extendedProps['minutes']) + endDelta.days * DAY_MINUTES + endDelta.milliseconds / MINUTE
  void finishDrop(host, { id, minutes, zone, mentorId, ...settling })
}

type Stretched = Pick<EventResizeDoneArg, 'event' | 'endDelta'>

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

  adopt(`@layer tokens{${Array.from(own.cssRules, ({ cssText }) => cssText).join('\n')}}`)
  own.disabled = true
}

/** A constructed stylesheet needs no permission of the content security policy. */
function adopt(text: string): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  document.adoptedStyleSheets.push(sheet)
}
