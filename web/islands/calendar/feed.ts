/** The grid's data from the server: wall clocks without offset, in the requested zone. */
export type FeedSource = {
  readonly sessions: readonly FedSession[]
  readonly availability: readonly FedHours[]
}

export type FedSession = {
  readonly id: string
  readonly title: string
  readonly start: string
  readonly end: string
  readonly status: string
  readonly mentorId: string
  /** 1 to 8. */
  readonly colour: number
  readonly url: string
  readonly movable: boolean
}

export type FedHours = {
  readonly mentorId: string
  readonly colour: number
  readonly start: string
  readonly end: string
}

type Query = Readonly<Record<string, string>>

export async function readFeed(address: string, query: Query): Promise<FeedSource> {
  const answer = await fetch(withQuery(address, query))
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

/** Where a session was dropped: wall clock in `zone`, and the mentor of the column if there are columns. */
export type Drop = {
  readonly id: string
  readonly wall: string
  readonly zone: string
  readonly minutes: number
  readonly mentorId: string
}

export type Question = { readonly question: string; readonly effect: string }
export type Refused = { readonly refusal: string }

/** The question to confirm, or the refusal; nothing has changed yet. */
export async function questionOf({ id, minutes, ...drop }: Drop): Promise<Question | Refused> {
  const address = withQuery(`/sessions/${id}/time`, { ...drop, minutes: String(minutes) })
  const answer = await fetch(address, { headers: JSON_TYPE })
  return answer.ok ? answer.json() : refusalIn(answer)
}

/** Null when it was moved. */
export async function sendDrop({ id, ...drop }: Drop): Promise<Refused | null> {
  const body = JSON.stringify(drop)
  const answer = await fetch(`/sessions/${id}/time`, { method: 'POST', headers: JSON_TYPE, body })
  return answer.ok ? null : refusalIn(answer)
}

const JSON_TYPE = { 'content-type': 'application/json' }

async function refusalIn(answer: Response): Promise<Refused> {
  const { error }: { readonly error: { readonly message: string } } = await answer.json()
  return { refusal: error.message }
}

function withQuery(address: string, query: Query): URL {
  const url = new URL(address, location.href)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url
}
