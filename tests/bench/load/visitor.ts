import type { Chance } from '../../../scripts/simulating/random.ts'
import type { DeployedWorker } from '../deployed-worker.ts'
import { ORIGIN } from '../inside-worker/origin.ts'
import type { LoadCast } from './cast.ts'
import type { Acknowledged, Board } from './ledger.ts'

/** One request and what became of it. */
export type Timed = {
  readonly kind: string
  readonly milliseconds: number
  readonly status: number
  /** Of a refusal, or null. */
  readonly code: string | null
  readonly saysWhy: boolean
}

export type Answer = { readonly status: number; readonly text: string }
type Asked = {
  readonly cookie?: string
  readonly json?: unknown
  readonly form?: Readonly<Record<string, string>>
  readonly raw?: string
}

/** What a client of the load has in hand. */
export type Visitor = {
  readonly deployed: DeployedWorker
  readonly cast: LoadCast
  readonly board: Board
  readonly acknowledged: Acknowledged
  readonly chance: Chance
  /** Sends a request and notes how long it took. */
  readonly send: (kind: string, path: string, asked?: Asked) => Promise<Answer>
}

export function visitor(
  shared: Pick<Visitor, 'deployed' | 'cast' | 'board' | 'acknowledged'>,
  chance: Chance,
  note: (timed: Timed) => void,
): Visitor {
  const send: Visitor['send'] = async (kind, path, asked = {}) => {
    const init = initOf(asked)
    const began = performance.now()
    const answer = await fetch(shared.deployed.origin + path, init)
    const text = await answer.text()
    const milliseconds = performance.now() - began
    note({ kind, milliseconds, status: answer.status, ...refusalIn(answer.status, text) })
    return { status: answer.status, text }
  }
  return { ...shared, chance, send }
}

function initOf({ cookie = '', json, form, raw }: Asked): RequestInit {
  const type = json === undefined ? {} : { 'Content-Type': 'application/json' }
  const text = json === undefined ? (raw ?? null) : JSON.stringify(json)
  const body = form ? new URLSearchParams(form) : text
  // Miniflare takes a mail from no page.
  const headers = raw === undefined ? { Cookie: cookie, Origin: ORIGIN, ...type } : {}
  return { method: body === null ? 'GET' : 'POST', headers, body, redirect: 'manual' }
}

/** An API says it in JSON; a page in a notice, beside a field, or by asking whether to move. */
function refusalIn(status: number, text: string): Pick<Timed, 'code' | 'saysWhy'> {
  if (status < 400) return { code: null, saysWhy: true }
  const [, code, message] = /"code":"([\w-]+)","message":"([^"]+)"/.exec(text) ?? []
  if (code) return { code, saysWhy: Boolean(message) }
  return {
    code: 'on a page',
    saysWhy: /class="notice refused"|class="summary"|name="move" value="yes"/.test(text),
  }
}

export function pick<Value>(chance: Chance, values: readonly Value[]): Value | undefined {
  return values[Math.floor(chance.between(0, values.length))]
}
