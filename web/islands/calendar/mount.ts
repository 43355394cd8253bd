import { Calendar, type EventApi, type EventInput, type EventSourceFuncArg } from '@fullcalendar/core'
import interactionPlugin from '@fullcalendar/interaction'
import timeGridPlugin from '@fullcalendar/timegrid'
import { type FedHours, type FedSession, moveSession, readFeed } from './feed.ts'

const HOURS = { hour: '2-digit', minute: '2-digit', hour12: false } as const
const MINUTE = 60_000

/** The only file that knows FullCalendar. It has no tables of zones: the wall clock of `data-zone` is the server's. */
export function mount(host: HTMLElement): void {
  const { feed = '', week = '', zone = 'UTC', locale = 'en' } = host.dataset
  const calendar = new Calendar(host, {
    plugins: [timeGridPlugin, interactionPlugin],
    initialView: host.clientWidth < 640 ? 'timeGridThreeDays' : 'timeGridWeek',
    views: { timeGridThreeDays: { type: 'timeGrid', duration: { days: 3 } } },
    initialDate: week,
    timeZone: zone,
    locale: locale === 'en' ? 'en-gb' : locale,
    firstDay: 1,
    now: clockFrom(host.dataset['now'] ?? week),
    nowIndicator: true,
    headerToolbar: false,
    allDaySlot: false,
    height: '100%',
    scrollTime: '07:30',
    slotDuration: '00:30',
    snapDuration: '00:15',
    slotEventOverlap: false,
    slotLabelFormat: HOURS,
    eventTimeFormat: HOURS,
    displayEventEnd: false,
    eventShortHeight: 40,
    dayHeaderFormat: { weekday: 'short', day: 'numeric', month: 'short' },
    longPressDelay: 350,
    events: async ({ startStr, endStr }: EventSourceFuncArg) => {
      const { sessions, availability } = await readFeed(feed, { start: startStr, end: endStr, zone })
      return [...sessions.map(toEvent), ...availability.map(toRail)]
    },
    eventSourceFailure: () => say(host.dataset['failed']),
    eventDrop: ({ event, revert }) => void move(host, event, revert),
    eventResize: ({ event, revert }) => void move(host, event, revert),
  })
  calendar.render()
  lowerStyles()
  scrollByKeyboard(host)
}

/** A week without sessions has nothing in it to focus, and still has hours to scroll to. */
function scrollByKeyboard(host: HTMLElement): void {
  host.querySelector('.fc-timegrid-col.fc-day')?.setAttribute('tabindex', '0')
}

function toEvent({ id, title, start, end, status, mentor, url, movable }: FedSession): EventInput {
  return { id, title, start, end, url, editable: movable, classNames: [`mentor-${mentor}`, `is-${status}`] }
}

function toRail({ mentor, start, end }: FedHours): EventInput {
  return { start, end, display: 'background', classNames: ['rail', `mentor-${mentor}`] }
}

/** Only the server judges; what it refuses goes back to where it was, with the sentence. */
async function move(host: HTMLElement, event: EventApi, revert: () => void): Promise<void> {
  const { start, end, id, startStr } = event
  const minutes = start && end ? (end.getTime() - start.getTime()) / MINUTE : 0
  const time = { wall: startStr.slice(0, 16), zone: host.dataset['zone'] ?? 'UTC', minutes }
  const refusal = await moveSession(id, time).catch(() => host.dataset['failed'] ?? '')
  if (refusal !== null) revert()
  say(refusal ?? host.dataset['moved'])
}

function say(sentence: string | undefined): void {
  const live = document.getElementById('calendar-said')
  if (live) live.textContent = sentence ?? ''
}

/** The product's clock as the page told it, walking on from there. */
function clockFrom(wall: string): () => string {
  const then = Date.parse(`${wall}Z`)
  const loaded = performance.now()
  return () => new Date(then + performance.now() - loaded).toISOString().slice(0, 19)
}

/** FullCalendar writes its rules outside any layer, where they would win over ours: they move to the lowest. */
function lowerStyles(): void {
  const own = document.querySelector<HTMLStyleElement>('style[data-fullcalendar]')?.sheet
  if (!own) return

  const lowered = new CSSStyleSheet()
  lowered.replaceSync(`@layer tokens{${Array.from(own.cssRules, ({ cssText }) => cssText).join('\n')}}`)
  document.adoptedStyleSheets.push(lowered)
  own.disabled = true
}
