import type { FedHours, FedSession } from '../../pages/manager/calendar/fed.ts'

/** A session as the grid takes it; its words travel along for `wordsOfEvent`. */
export function toEvent({ id, title, start, end, url, movable, ...session }: FedSession) {
  const { colour, status, mentor, minutes, said, brief, state } = session
  return {
    ...{ id, title, start, end, url, editable: movable },
    classNames: [`mentor-${colour}`, `is-${status}`],
    extendedProps: { mentor, minutes, said, brief, state },
  }
}

/** Open hours at the edge of a day of the week. */
export function toRail({ colour, start, end }: FedHours) {
  return { start, end, display: 'background', classNames: ['rail', `mentor-${colour}`] }
}

type Shown = {
  readonly timeText: string
  /** Over midnight each of its days has a part. */
  readonly isStart: boolean
  readonly isEnd: boolean
  readonly event: {
    readonly title: string
    readonly startStr: string
    readonly endStr: string
    readonly extendedProps: Readonly<Record<string, unknown>>
  }
}

/** A part says the whole time: midnight is neither its start nor its end. */
function timeOf({ timeText, isStart, isEnd, event: { startStr, endStr } }: Shown): string {
  return isStart && isEnd ? timeText : `${startStr.slice(11, 16)}–${endStr.slice(11, 16)}`
}

/** Time, executive, mentor and state, all as text; which of the names are seen is a matter of room. */
export function wordsOfEvent(shown: Shown): readonly Node[] {
  const { title, extendedProps } = shown.event
  const { mentor, said, brief, state } = extendedProps
  const short: Readonly<Record<string, unknown>> = typeof brief === 'object' && brief ? { ...brief } : {}
  return [
    part('fc-event-time', `${timeOf(shown)} `),
    part('unseen', `${title} ${String(said)}, ${String(state)}`),
    seen('fc-event-title whole', title),
    seen('fc-event-title brief', short['title']),
    seen('event-mentor whole', mentor),
    seen('event-mentor brief', short['mentor']),
  ]
}

/** A screen reader has the same from the part before. */
function seen(name: string, text: unknown): Node {
  const span = part(name, text)
  span.ariaHidden = 'true'
  return span
}

function part(name: string, text: unknown): HTMLElement {
  const span = document.createElement('span')
  span.className = name
  span.textContent = typeof text === 'string' ? text : ''
  return span
}
