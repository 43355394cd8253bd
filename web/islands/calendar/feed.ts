import type { FeedSource } from '../../pages/manager/calendar/fed.ts'

type Query = Readonly<Record<string, string | number>>

export async function readFeed(address: string, query: Query): Promise<FeedSource> {
  const answer = await fetch(withQuery(address, query))
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

/**
 * Where a session was dropped: wall clock in `zone`, and the mentor of the column if there are columns. What is not said
 * stays: the grid knows no zone, and would get a length or a start wrong where the clocks change.
 */
export type Drop = {
  readonly id: string
  readonly zone: string
  readonly mentorId: string
} & ({ readonly wall: string } | { readonly minutes: number })

export type Question = { readonly question: string; readonly effect: string }
export type Refused = { readonly refusal: string }

/** The question to confirm, or the refusal; nothing has changed yet. */
export async function questionOf({ id, ...drop }: Drop): Promise<Question | Refused> {
  const address = withQuery(`/sessions/${id}/time`, drop)
  const answer = await fetch(address, { headers: JSON_TYPE })
  return answer.ok ? answer.json() : refusalIn(answer)
}

/** What the press has left, to say it and take it back. */
export type Moved = { readonly pressed: string }

export async function sendDrop({ id, ...drop }: Drop): Promise<Moved | Refused> {
  const body = JSON.stringify(drop)
  const answer = await fetch(`/sessions/${id}/time`, { method: 'POST', headers: JSON_TYPE, body })
  return answer.ok ? answer.json() : refusalIn(answer)
}

const JSON_TYPE = { 'content-type': 'application/json' }

async function refusalIn(answer: Response): Promise<Refused> {
  const { error }: { readonly error: { readonly message: string } } = await answer.json()
  return { refusal: error.message }
}

function withQuery(address: string, query: Query): URL {
  const url = new URL(address, location.href)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value))
  return url
}
