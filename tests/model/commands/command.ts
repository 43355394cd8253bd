import fc from 'fast-check'

import { agree } from '../agree.ts'
import type { Answer, House } from '../house.ts'
import { DAY, HOUR, MINUTE, type Model, type Session, type Span } from '../plain/state.ts'
import type { Readers } from '../readers.ts'
import type { Seen } from '../seen.ts'

export type Real = {
  readonly house: House
  readonly readers: Readers
  /** The tables as they were after the last command. */
  seen: Seen
  /** How often each command was done. */
  readonly done: Map<string, number>
}
export type Turn = Real & { readonly model: Model }
export type Command = fc.AsyncCommand<Model, Real>

/** What somebody does. `fits`: whether the model has anything to do it with. */
export function command<Args>(
  name: string,
  args: fc.Arbitrary<Args>,
  fits: (model: Model, args: Args) => boolean,
  run: (turn: Turn, args: Args) => Promise<void>,
): fc.Arbitrary<Command> {
  return args.map((each) => ({
    check: (model) => fits(model, each),
    run: async (model, real) => {
      const before = sequencesIn(model)
      await real.house.signIn()
      if (real.house.sent.length > 0)
        await agree(model, real.house, { readers: real.readers, before, freedBy: null })
      await run(Object.assign(real, { model }), each)
      real.done.set(name, (real.done.get(name) ?? 0) + 1)
      const freedBy = name.startsWith('tick') ? real.house.freedBy : null
      real.seen = await agree(model, real.house, { readers: real.readers, before, freedBy })
    },
    toString: () => `${name} ${JSON.stringify(each)}`,
  }))
}

function sequencesIn({ entries }: Model): ReadonlyMap<string, number> {
  return new Map(Array.from(entries.values(), ({ key, sequence }) => [key, sequence]))
}

/** Fails where the model says otherwise; `either` says that the rulings leave it open here. */
export function foretold(answer: Answer, said: boolean | 'either'): boolean {
  const accepted = answer.status < 400
  if (said !== 'either' && said !== accepted)
    throw new Error(
      `the model says ${said ? 'accepted' : 'refused'}, the product answered ${answer.status}: ${wordsOf(answer)}`,
    )
  return accepted
}

function wordsOf({ body }: Answer): string {
  return body.startsWith('{')
    ? body
    : [...body.matchAll(/role="(?:alert|status)"[^>]*>([^<]*)/g)].map(([, text]) => text).join(' ')
}

export function sessionsThat(model: Model, isWanted: (session: Session) => boolean): readonly Session[] {
  return [...model.sessions.values()].filter(isWanted)
}

export function chosen<Value>(values: readonly Value[], index: number): Value {
  const value = values[index % values.length]
  if (value === undefined) throw new Error('nothing to choose from')
  return value
}

/** Half an hour of a working day, so many days ahead. */
export const aTime = fc.record({ days: fc.integer({ min: 2, max: 16 }), half: fc.nat(12) })
export type Time = { readonly days: number; readonly half: number }

/** Within Tom’s and Uma’s hours, summer and winter. */
export function timeOf({ now }: Model, { days, half }: Time): Span {
  const day = new Date(Math.floor(now / DAY) * DAY + days * DAY)
  const weekday = day.getUTCDay()
  const shift = weekday === 6 ? 2 : weekday === 0 ? 1 : 0
  const start = Number(day) + shift * DAY + 8 * HOUR + half * 30 * MINUTE
  return { start, end: start + 30 * MINUTE }
}

export function textOf(moment: number): string {
  return new Date(moment).toISOString().replace('.000', '')
}

export const aChoice = fc.nat(20)
