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
  readonly event: { readonly title: string; readonly extendedProps: Readonly<Record<string, unknown>> }
}

/** Time, executive, mentor and state, all as text; which of the names are seen is a matter of room. */
export function wordsOfEvent({ timeText, event: { title, extendedProps } }: Shown): readonly Node[] {
  const { mentor, said, brief, state } = extendedProps
  const short: Readonly<Record<string, unknown>> = typeof brief === 'object' && brief ? { ...brief } : {}
  return [
    part('fc-event-time', `${timeText} `),
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
