import { setTimeout as sleep } from 'node:timers/promises'

const MINUTE = 60_000

/** Calls each cron of the Worker in the minute it is due: nothing else does so for a local Worker. */
export async function tick(origin: string, crons: readonly string[], stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await sleep(MINUTE - (Date.now() % MINUTE), undefined, { signal: stop }).catch(() => {})
    const minute = Math.floor(Date.now() / MINUTE) * MINUTE

    for (const cron of crons) {
      if (!stop.aborted && isDue(cron, new Date(minute))) await call(origin, cron, minute)
    }
  }
}

/** Five fields of numbers, stars, lists, ranges and steps, in UTC; Cloudflare counts the days of a week from Sunday, 1. */
export function isDue(cron: string, at: Date): boolean {
  const [minute = '*', hour = '*', day = '*', month = '*', weekday = '*'] = cron.split(' ')

  return (
    matches(minute, at.getUTCMinutes()) &&
    matches(hour, at.getUTCHours()) &&
    matches(day, at.getUTCDate()) &&
    matches(month, at.getUTCMonth() + 1) &&
    matches(weekday, at.getUTCDay() + 1)
  )
}

function matches(field: string, value: number): boolean {
  return field.split(',').some((part) => {
    const [range = '*', step = '1'] = part.split('/')
    const [first, last] = range === '*' ? [0, Infinity] : range.split('-').map(Number)
    const from = first ?? 0
    return value >= from && value <= (last ?? from) && (value - from) % Number(step) === 0
  })
}

async function call(origin: string, cron: string, time: number): Promise<void> {
  const query = new URLSearchParams({ cron, time: String(time) })
  const answer = await fetch(`${origin}/cdn-cgi/local/scheduled?${query.toString()}`).catch(String)
  if (typeof answer === 'string' || !answer.ok) console.error(`Cron ${cron} failed.`)
}
