export type Selected = {
  /** The start on the wall clock of `zone`. */
  readonly wall: string
  readonly zone: string
  readonly minutes: number
  /** Of the column it was selected in; empty: there are no columns. */
  readonly mentor: string
}

/** A single press on an empty place selects this much: it says when, and not how long. */
const PRESS_MINUTES = 15

/** The calendar with the selected time beside it. The zone is always said, so that the address can be sent on. */
export function slotAddress(here: URL, { wall, zone, minutes, mentor }: Selected): string {
  const asked = new URL(here)
  const [date = '', time = ''] = wall.slice(0, 16).split('T')
  const long = minutes > PRESS_MINUTES ? { minutes: String(minutes) } : {}
  const fields = { zone, new: '1', date, time, ...long, ...(mentor && { with: mentor }) }
  asked.searchParams.delete('session')
  for (const [name, value] of Object.entries(fields)) asked.searchParams.set(name, value)
  // As in every address of the calendar.
  asked.search = asked.search.replaceAll('%2F', '/')
  asked.hash = 'beside'
  return asked.href
}
