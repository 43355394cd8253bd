import { env } from 'cloudflare:workers'
import fc from 'fast-check'

import { findBroken } from '../support/fsck.ts'
import { agree } from './agree.ts'
import { byCalendars } from './commands/by-calendar.ts'
import { byTheClock } from './commands/by-clock.ts'
import { byLinks } from './commands/by-link.ts'
import { byManager } from './commands/by-manager.ts'
import type { Command, Real } from './commands/command.ts'
import { ofPeople, rare } from './commands/of-people.ts'
import { aHouse } from './house.ts'
import { byClock } from './plain/clock.ts'
import { HOUR, type Model } from './plain/state.ts'
import { Readers } from './readers.ts'
import { look } from './seen.ts'

/** Longer ones hold little more: pairings end, and somebody is erased. */
const MOST_IN_A_LIFE = 120

const usual = [...byManager, ...byLinks, ...byCalendars, ...byTheClock, ...ofPeople]

export const someCommands = fc.commands([...usual, ...usual, ...rare], {
  maxCommands: MOST_IN_A_LIFE,
  size: 'max',
})

/** A life from its first day. At its end mail works again, and two nights pass: then nothing waits any more. */
export async function live(commands: Iterable<Command>, done: Map<string, number>): Promise<void> {
  const { model, real: house } = await aHouse()
  const real: Real = { house, readers: new Readers(), seen: await look(), done }
  await fc.asyncModelRun(() => Promise.resolve({ model, real }), commands)
  house.weather = { when: 'before', left: 0 }
  for (let night = 0; night < 2; night += 1) {
    model.now += 14 * HOUR
    house.clock.now = model.now
    await house.tick('all')
    byClock(model, model.now)
    real.seen = await agree(model, house, { readers: real.readers, before: new Map(), freedBy: model.now })
  }
  const left = [
    ...(await findBroken()).map(({ name, ids }) => `${name}: ${ids.join(' ')}`),
    ...(await lateLetters(model)),
    ...(model.gone.has('faure') ? await tracesOf(['faure', 'helene']) : []),
  ]
  if (left.length > 0) throw new Error(left.join('\n'))
}

async function lateLetters({ now }: Model): Promise<readonly string[]> {
  const late = "SELECT id, state FROM outbox WHERE state IN ('waiting', 'failed') AND due_at <= ?"
  const { results } = await env.DB.prepare(late).bind(now).all<{ id: string; state: string }>()
  return results.map(({ id, state }) => `${id} is ${state} at the end`)
}

/** Where a word still stands in the database of somebody who was erased. */
async function tracesOf(words: readonly string[]): Promise<readonly string[]> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'",
  ).all<{ name: string }>()
  const tables = results.map(({ name }) => name)
  const all = await env.DB.batch(tables.map((name) => env.DB.prepare(`SELECT * FROM "${name}"`)))
  return tables.flatMap((name, index) => {
    const text = JSON.stringify(all[index]?.results).toLowerCase()
    return words.filter((word) => text.includes(word)).map((word) => `${word} stands in ${name}`)
  })
}
