import { expect, test } from 'vitest'

import { changePerson } from '../../worker/actions/people/change.ts'
import { moveSession } from '../../worker/actions/session/move.ts'
import { receive } from '../../worker/delivery/in/receive.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { aLoggedSession } from '../support/logged-session.ts'
import { at } from '../support/times.ts'
import { unpacked } from '../support/unpacked.ts'
import { aFixedSession, asManager, aWorld, have, settingOf, type World } from '../support/world.ts'

const HALF_WAY = '2027-03-27T12:00Z'

test('a reply to a nudge waits on Today with its text, under the executive’s name', async () => {
  const { world } = await agreed()
  world.now(HALF_WAY)
  await tick(world.platform)
  const [nudge] = nudges(world)
  const to = /^Reply-To:\s*<?([^>\s]+)/m.exec(nudge?.raw ?? '')?.[1] ?? ''
  const mail = prose(world.bernard.email, to, 'Done on Tuesday; two people answered <me>.')
  expect(await receive(world.platform, { to, raw: mail, receiver: null })).toMatchObject({ state: 'waiting' })

  const nadia = await world.as(world.nadia)
  const { items } = (await nadia.get('/api/v1/today')).body as { readonly items: readonly Line[] }
  const line = items.find(({ kind }) => kind === 'answer-waiting')
  expect(line).toMatchObject({ personId: world.bernard.id })
  const page = String((await nadia.get(`/received/${line?.receivedId}`)).body)
  expect(page).toContain('Claude Bernard')
  expect(page).toContain('Done on Tuesday; two people answered &lt;me&gt;.')
})

test('between two sessions at most one nudge is sent, even if the next one is moved', async () => {
  const { world, session } = await agreed()
  world.now(HALF_WAY)
  await tick(world.platform)
  expect(nudges(world)).toHaveLength(1)

  const by = { id: world.nadia.id, door: 'manager' } as const
  const later = { start: at('2027-04-20T08:00Z'), minutes: null, reason: 'agreed' }
  have(await moveSession(world.platform, session.id, later, by))
  world.now('2027-04-10T12:00Z')
  await tick(world.platform)
  expect(nudges(world)).toHaveLength(1)
})

test('a commitment that says what the hour was for is remembered, and stands on his page alone', async () => {
  const { world } = await agreed('Mentor one colleague')
  world.now(HALF_WAY)
  await tick(world.platform)
  const text = unpacked(nudges(world)[0]?.raw ?? '')
  expect(text).toContain('Tom Leroy remembers what you meant to do; you find it on your page.')
  expect(text).not.toMatch(/mentor one/i)
  world.now('2027-03-28T12:00Z')
  await tick(world.platform)
  expect(nudges(world)).toHaveLength(1)
})

type Line = { readonly kind: string; readonly personId?: string; readonly receivedId?: string }

/** They met on the 16th, made one commitment, meet again on 6 April, and he agreed to nudges. */
async function agreed(commitment = 'Answer one question') {
  const world = await aWorld()
  have(
    await changePerson(world.platform, world.bernard.id, { rules: { nudges: true } }, asManager(world.nadia)),
  )
  await aLoggedSession(world, '2027-03-16T09:00Z', commitment)
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-04-06T08:00Z')
  await tick(world.platform)
  return { world, session }
}

function nudges({ mails, bernard }: World) {
  return mails.filter(({ to, subject }) => to === bernard.email && subject.startsWith('A word'))
}

function prose(from: string, to: string, text: string): Uint8Array {
  return new TextEncoder().encode(
    `From: <${from}>\r\nTo: <${to}>\r\nSubject: Re: A word\r\nMessage-ID: <1@people.example>\r\n\r\n${text}\r\n`,
  )
}
