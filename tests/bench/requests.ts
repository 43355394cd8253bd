import { slotsOf, type BenchProgramme } from './bench-programme.ts'
import { type Cost, type Row, timedRow } from './measuring.ts'
import { processorTimeOfRuntime } from './runtime.ts'

export type Request = { readonly path: string; readonly body?: unknown }

const REQUESTS = 25

/** Warms up for half a second, then sends one request after the other; one more counts the database cost. */
export async function requestRow(
  programme: BenchProgramme,
  job: string,
  { path, body }: Request,
  undo: (text: string) => Promise<unknown> = async () => {},
): Promise<Row> {
  const { deployed, cookie } = programme
  const send = async () => {
    const answer = await deployed.ask(path, cookie, body)
    await undo(answer.text)
    return answer
  }
  for (const until = performance.now() + 500; performance.now() < until;) await send()
  const rounds: { ours: number; reference: null }[] = []
  for (let round = 0; round < REQUESTS; round += 1)
    rounds.push({ ours: (await send()).milliseconds * 1000, reference: null })
  const { cost, text } = await deployed.counted(path, cookie, body)
  await undo(text)
  return { ...timedRow(job, null, rounds), cost }
}

/** A manager's most frequent pages, besides the times. */
export const PAGES: readonly (readonly [string, (programme: BenchProgramme) => string])[] = [
  ['an offer’s page', ({ idOf }) => `/pairings/${idOf('pairing')}/offer`],
  ['Today', () => '/today'],
  ['the board', () => '/board'],
  ['the week', () => '/calendar'],
]

/** The database cost of each page. */
export async function everyCost(programme: BenchProgramme): Promise<readonly Cost[]> {
  const costs: Cost[] = []
  for (const path of [slotsOf(programme), ...PAGES.map(([, pathOf]) => pathOf(programme))])
    costs.push((await programme.deployed.counted(path, programme.cookie)).cost)
  return costs
}

/** Processor time of the runtime for one request; no row when the system does not report it. */
export async function processorRow(programme: BenchProgramme, job: string, path: string): Promise<Row[]> {
  const times = 100
  const rounds: { ours: number; reference: null }[] = []
  for (let round = 0; round < 3; round += 1) {
    const spent = processorTimeOfRuntime()
    for (let count = 0; count < times; count += 1) await programme.deployed.ask(path, programme.cookie)
    const used = spent()
    if (used !== null) rounds.push({ ours: used / times, reference: null })
  }
  return rounds.length > 0 ? [timedRow(job, null, rounds)] : []
}
