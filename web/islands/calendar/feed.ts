/** What the page's address for the grid answers: wall clocks without offset, in the zone that was asked for. */
export type Feed = {
  readonly sessions: readonly FedSession[]
  readonly availability: readonly FedHours[]
}

export type FedSession = {
  readonly id: string
  readonly title: string
  readonly start: string
  readonly end: string
  readonly status: string
  /** 1 to 8. */
  readonly mentor: number
  readonly url: string
  readonly movable: boolean
}

export type FedHours = {
  readonly mentor: number
  readonly start: string
  readonly end: string
  readonly title: string
}

export async function readFeed(address: string, query: Readonly<Record<string, string>>): Promise<Feed> {
  const url = new URL(address, location.href)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

/** Null where it was moved, else the sentence that says why not. */
export async function moveSession(
  id: string,
  time: { readonly wall: string; readonly zone: string; readonly minutes: number },
): Promise<string | null> {
  const answer = await fetch(`/sessions/${id}/time`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(time),
  })
  if (answer.ok) return null
  const { error }: { readonly error: { readonly message: string } } = await answer.json()
  return error.message
}
