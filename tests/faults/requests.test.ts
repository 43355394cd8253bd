import { expect, test } from 'vitest'

import { routes } from '../../worker/http/routes.ts'
import { cookieOf } from '../support/client.ts'
import { everyRequest } from '../support/every-request.ts'
import { expectConverging } from '../support/faults/converging.ts'
import { CANARY, type Outcome } from '../support/faults/each-call.ts'
import { type Said, send } from '../support/faults/send.ts'
import { changesSince, restore, snapshot } from '../support/faults/snapshot.ts'
import { NOW, worldWithEverything } from '../support/faults/world.ts'
import { IN_STEPS, ownIds, SETTINGS, type Writing, writingInstead } from '../support/faults/written.ts'
import type { Fault } from '../support/lossy-database.ts'

const { world, cast, things } = await worldWithEverything()
const { platform } = world
const cookies = {
  manager: await cookieOf(platform, world.nadia),
  mentor: await cookieOf(platform, world.tom),
  assistant: await cookieOf(platform, cast.assistant),
}
const base = await snapshot()

/** Writes only where nobody is: tests/http/claim.test.ts loses its calls. */
const ELSEWHERE = ['POST /claim']

const instead = writingInstead(things)
const ids = ownIds(platform)
const samples: readonly Writing[] = [
  ...everyRequest(things).filter(
    ({ route }) => !route.startsWith('GET ') && !instead[route] && !ELSEWHERE.includes(route),
  ),
  ...Object.values(instead).flat(),
].map((sample) => withOwnId(sample))

test('each route that writes is among them', () => {
  const tried = new Set([...samples.map(({ route }) => route), ...ELSEWHERE])
  const writing = routes
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path}`)
  expect(writing.filter((route) => !tried.has(route))).toEqual([])
})

test.each(samples)(
  '$route is done wholly or not at all, whichever call is lost',
  async (sample) => {
    world.now(NOW)
    const completed = { ...sample, ...(await sample.arrange?.(world)) }
    const arranged = sample.arrange ? await snapshot() : base
    const cookie = cookieFor(sample)
    try {
      await expectConverging(platform, arranged, {
        act: (with_) => send(with_, withOwnId(completed), cookie),
        expectLost: expectOutage,
        // Whoever names what he makes is told the same again.
        ...(ids[sample.route] && { expectRepeated: expectSameStatus }),
        again: sample.asksAnew ? 'anew' : SETTINGS.has(sample.route) ? 'set' : 'same',
        ...{ isInSteps: IN_STEPS.has(sample.route), onlyWrites: sample.onlyWrites },
      })
    } finally {
      await restore(base, await changesSince(base))
    }
  },
  60_000,
)

function expectSameStatus(repeated: Outcome<Said>, healthy: Outcome<Said>): void {
  const [again, first] = [repeated, healthy].map((each) => ('answer' in each ? each.answer.status : null))
  expect(again).toBe(first)
}

/** Busy where the database says that it could not, else broken; and nothing of why. */
function expectOutage(outcome: Outcome<Said>, { when }: Fault): void {
  if ('threw' in outcome) throw new Error('nothing is thrown past the door')
  const { status, text, headers } = outcome.answer
  expect(text).not.toContain(CANARY)
  expect(text).not.toMatch(/SELECT|INSERT|D1_|Failed query|\bat \S+\.tsx?/)
  const isBusy = when === 'before'
  expect(
    { status, mayAskAgain: headers.has('Retry-After') },
    text.replaceAll(/<[^>]+>/g, ' ').slice(-300),
  ).toEqual({
    ...{ status: isBusy ? 503 : 500, mayAskAgain: isBusy },
  })
  const isJson = headers.get('Content-Type')?.startsWith('application/json')
  const told = isJson ? Object.keys(JSON.parse(text).error) : []
  expect(told.filter((each) => !['code', 'message', 'requestId'].includes(each))).toEqual([])
}

function cookieFor({ route, as }: Writing): string | null {
  if (as !== undefined) return as && cookies[as]
  const [method, path] = route.split(' ')
  const [first] = routes.find((each) => each.method === method && each.path === path)?.actors ?? []
  return first === 'mentor' || first === 'assistant'
    ? cookies[first]
    : first === 'manager' || first === 'member'
      ? cookies.manager
      : null
}

function withOwnId<Each extends Writing>(sample: Each): Each {
  const { route, form, json } = sample
  const own = ids[route]
  if (!own) return sample
  return json === undefined
    ? { ...sample, form: { ...own, ...form } }
    : { ...sample, json: { ...own, ...(json as object) } }
}
