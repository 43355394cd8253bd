import fc from 'fast-check'

import { byClock } from '../plain/clock.ts'
import { DAY, HOUR, isAhead, MINUTE, type Model, openOf, type Session } from '../plain/state.ts'
import { aChoice, chosen, command, foretold, sessionsThat, type Turn } from './command.ts'

const always = () => true

function goesOn({ model, house }: Turn, milliseconds: number): void {
  model.now += milliseconds
  house.clock.now = model.now
}

async function ticks(turn: Turn, how: 'cron' | 'all'): Promise<void> {
  await turn.house.tick(how)
  byClock(turn.model, turn.house.freedBy)
}

const minutes = command(
  'tick after minutes',
  fc.record({ count: fc.integer({ min: 1, max: 20 }) }),
  always,
  async (turn, { count }) => {
    goesOn(turn, count * MINUTE)
    await ticks(turn, 'cron')
  },
)

const hours = command(
  'tick after hours',
  fc.record({ count: fc.integer({ min: 1, max: 14 }) }),
  always,
  async (turn, { count }) => {
    goesOn(turn, count * HOUR)
    await ticks(turn, 'all')
  },
)

const days = command(
  'tick after days',
  fc.record({ count: fc.integer({ min: 1, max: 4 }) }),
  always,
  async (turn, { count }) => {
    goesOn(turn, count * DAY)
    await ticks(turn, 'all')
  },
)

const twice = command('tick twice', fc.constant({}), always, async (turn) => {
  await Promise.all([turn.house.tick('cron'), turn.house.tick('cron')])
  byClock(turn.model, turn.house.freedBy)
})

/** Nothing runs, as while the platform is late. */
const late = command(
  'no tick for a while',
  fc.record({ minutes: fc.constantFrom(1, 11, 90, 8 * 60, 3 * 24 * 60) }),
  always,
  async (turn, { minutes: count }) => goesOn(turn, count * MINUTE),
)

/** To the end of the next date that both kept. */
const meet = command(
  'tick after the next meeting',
  fc.constant({}),
  (model) => ahead(model) !== null,
  async (turn) => {
    const end = ahead(turn.model)?.time?.end ?? turn.model.now
    goesOn(turn, end + 20 * MINUTE - turn.model.now)
    await ticks(turn, 'all')
  },
)

function ahead(model: Model): Session | null {
  const dated = sessionsThat(model, (each) => each.status === 'fixed' && isAhead(each, model.now))
  return dated.toSorted((one, other) => (one.time?.end ?? 0) - (other.time?.end ?? 0))[0] ?? null
}

const fails = command(
  'mail fails',
  fc.record({
    when: fc.constantFrom<('before' | 'after')[]>('before', 'after'),
    count: fc.integer({ min: 1, max: 3 }),
  }),
  always,
  async ({ house }, { when, count }) => void (house.weather = { when, left: count }),
)

const RESULTS = ['happened', 'cut-short', 'did-not-happen'] as const
const logged = ({ loggedAt }: Session) => loggedAt !== null

/** The mentor says how it went, by his link or through the API; within the hour once more. */
const log = command(
  'log',
  fc.record({ session: aChoice, result: fc.constantFrom(...RESULTS), door: fc.constantFrom('link', 'api') }),
  (model) => loggable(model).length > 0,
  async ({ model, house, readers }, { session: index, result, door }) => {
    const session = chosen(loggable(model), index)
    const link = readers.link('/log', model.addresses.get(session.mentor) ?? '', { sessionId: session.id })
    if (door === 'link' && !link) return
    const isLate = session.loggedAt !== null && session.loggedAt + HOUR <= model.now
    const can = !isLate && !isAhead(session, model.now)
    const said =
      door === 'api'
        ? await house.ask('nadia', `/api/v1/sessions/${session.id}/outcome`, {
            json: { result, ...agreed(result) },
          })
        : await house.ask(null, '/log', { form: { k: link?.k ?? '', result } })
    if (!foretold(said, can && door === 'link' ? 'either' : can)) return
    // Also where the round that had followed was called off.
    const isLast = (session.loggedAt === null && !session.passed) || openOf(model, session.pair) === null
    if (isLast && model.pairs.get(session.pair)?.status === 'active') model.mayOpen.add(session.pair)
    session.loggedAt ??= model.now
    const hasAgreed = door === 'api' && result !== 'did-not-happen'
    Object.assign(session, { status: result, hasAgreed, passed: false, proposals: [] })
  },
)

/** So that there is something to be nudged about. */
function agreed(result: string) {
  return result === 'did-not-happen' ? {} : { commitment: 'Call two colleagues.' }
}

function loggable(model: Model): readonly Session[] {
  return sessionsThat(model, (each) => each.status === 'fixed' || logged(each))
}

/** It is the whole log, and leaves out what was agreed: that alone may be what is corrected. */
const correct = command(
  'correct a log',
  fc.record({ session: aChoice, result: fc.constantFrom(...RESULTS) }),
  (model) => sessionsThat(model, logged).length > 0,
  async ({ model, house }, { session: index, result }) => {
    const session = chosen(sessionsThat(model, logged), index)
    const isLate = session.loggedAt !== null && session.loggedAt + HOUR <= model.now
    const json = { result, reason: 'he rang me up' }
    const said = await house.ask('nadia', `/api/v1/sessions/${session.id}/correction`, { json })
    const isOther = result !== session.status || session.hasAgreed
    if (foretold(said, isLate && isOther)) Object.assign(session, { status: result, hasAgreed: false })
  },
)

export const byTheClock = [minutes, minutes, hours, hours, days, twice, late, meet, fails, log, log, correct]
