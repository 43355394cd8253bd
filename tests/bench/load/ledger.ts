/** What the clients know of a pairing's open round: as much as the last answer about it said. */
export type Round = {
  readonly sessionId: string
  readonly status: 'offered' | 'fixed'
  readonly offer: { readonly id: string; readonly options: readonly string[] } | null
}
export type Board = Map<string, Round>

/** Changes that were answered with success. Each must be found afterwards, once. */
export type Acknowledged = {
  /** Events by session and code: how many there must be of it, by the door they came through. */
  readonly events: Map<string, number>
  /** Each time at which a session was said to be, by session. */
  readonly times: Set<string>
  /** Mails that the Worker took. */
  mails: number
  /** Both answers to one request that was sent twice, where they differ. */
  readonly contradictions: string[]
}

export function nothingAcknowledged(): Acknowledged {
  return { events: new Map(), times: new Set(), mails: 0, contradictions: [] }
}

export function acknowledge({ events }: Acknowledged, sessionId: string, code: string): void {
  const key = `${sessionId} ${code}`
  events.set(key, (events.get(key) ?? 0) + 1)
}

export function acknowledgeTime({ times }: Acknowledged, sessionId: string, start: string): void {
  times.add(`${sessionId} ${Date.parse(start)}`)
}
