import { expect, test } from 'vitest'

import { changePerson } from '../../worker/actions/people/change.ts'
import { answerFor } from '../../worker/actions/session/answer-for.ts'
import { readMail } from '../../worker/delivery/in/read-mail.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { listFormats } from '../../worker/storage/path/format.ts'
import { findSession, listSessionsOfPairing } from '../../worker/storage/session/session.ts'
import { aLoggedSession } from '../support/logged-session.ts'
import { aFixedSession, asManager, aWorld, have, settingOf, type World } from '../support/world.ts'

test('at four the working day before, the mentor alone gets one brief: who, how, what was agreed, two questions', async () => {
  const { world, session } = await monday()
  world.now('2027-03-19T14:59Z')
  await tick(world.platform)
  expect(await newTo(world, world.tom.email, session.seen)).toEqual([])

  world.now('2027-03-19T15:00Z')
  await tick(world.platform)
  await tick(world.platform)
  const [brief, ...others] = await newTo(world, world.tom.email, session.seen)
  expect(others).toEqual([])
  expect(brief).toContain('You meet Claude Bernard')
  expect(brief).toContain('“Answer one question where all can read it”')
  expect(brief).toContain('By Tuesday 6 April 2027.')
  expect(brief).toContain('Which thread would you have wanted to know about a week earlier?')
  expect(brief).toContain('It leads to something that has not been seen yet: reading along.')
  expect(brief).toContain('It allows for what gets in the way: a full calendar.')
  for (const each of [world.bernard.email, world.odile.email])
    expect((await newTo(world, each, session.seen)).join(' ')).not.toContain('Answer one question')
})

test('a date that comes at short notice is briefed at once', async () => {
  const world = await aWorld()
  await aFixedSession(settingOf(world), world.pairing, '2027-03-15T13:00Z')
  await tick(world.platform)
  expect(
    (await newTo(world, world.tom.email, 0)).some((text) => text.includes('You meet Claude Bernard')),
  ).toBe(true)
})

test('where the clock stood still until the start, nobody is briefed, and the session keeps what it began with', async () => {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-22T09:00Z')
  await tick(world.platform)
  const seen = world.mails.length
  world.now('2027-03-22T09:40Z')
  await tick(world.platform)
  expect((await newTo(world, world.tom.email, seen)).join(' ')).not.toContain('You meet')
  const formats = await listFormats(world.platform.db, world.northwind.id)
  const first = formats.find(({ standard }) => standard === 'first-meeting')
  const stored = await findSession(world.platform.db, session.id)
  expect(stored).toMatchObject({ formatId: first?.id, briefedFor: null })
  await tick(world.platform)
  expect(await findSession(world.platform.db, session.id)).toEqual(stored)
})

test('“nobody is here” sends the assistant one neutral line, and after 15 minutes the session closes without a bump', async () => {
  const { world, session, k } = await briefed()
  world.now('2027-03-22T09:10Z')
  const seen = world.mails.length
  expect((await say(world, k, 'waiting')).status).toBe(200)
  expect((await say(world, k, 'waiting')).status).toBe(200)
  await tick(world.platform)
  const lines = await newTo(world, world.odile.email, seen)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('Claude Bernard is expected')
  expect(lines[0]).not.toContain('Tom')

  world.now('2027-03-22T09:15Z')
  await tick(world.platform)
  expect(await findSession(world.platform.db, session.id)).toMatchObject({
    status: 'did-not-happen',
    bumps: 0,
  })
  const rounds = await listSessionsOfPairing(world.platform.db, world.pairing.id)
  expect(rounds.filter(({ status }) => status === 'offered')).toHaveLength(1)
})

test('a late arrival keeps the session from closing', async () => {
  const { world, session, k } = await briefed()
  world.now('2027-03-22T09:10Z')
  await say(world, k, 'waiting')
  await say(world, k, 'arrived')
  world.now('2027-03-22T09:20Z')
  await tick(world.platform)
  expect(await findSession(world.platform.db, session.id)).toMatchObject({ status: 'fixed' })
})

test('the mentor’s “I can’t make it” is no bump: it is first on Today, and the executive gets no mail', async () => {
  const { world, session, k } = await briefed()
  const seen = world.mails.length
  expect((await say(world, k, 'cannot')).status).toBe(200)
  await tick(world.platform)

  expect(await newTo(world, world.bernard.email, seen)).toEqual([])
  expect(await findSession(world.platform.db, session.id)).toMatchObject({ status: 'fixed', bumps: 0 })
  const today = (await (await world.as(world.nadia)).get('/api/v1/today')).body as {
    items: { kind: string }[]
  }
  expect(today.items[0]?.kind).toBe('mentor-cannot')
})

test('a GET of the page stores nothing', async () => {
  const { world, k } = await briefed()
  world.now('2027-03-22T09:10Z')
  const seen = world.mails.length
  expect((await (await world.as(null)).get(`/meeting?k=${k}&say=waiting`)).status).toBe(200)
  await tick(world.platform)
  expect(world.mails.length).toBe(seen)
})

test('what the mail’s link means to say stands above the sheet, and alone is green', async () => {
  const { world, k } = await briefed()
  world.now('2027-03-22T09:10Z')
  const client = await world.as(null)
  const late = String((await client.get(`/meeting?k=${k}&say=late`)).body)
  expect(late.indexOf('I am running ten minutes late')).toBeLessThan(late.indexOf('Agreed last time'))
  expect(late).toMatch(/class="primary"[^>]*>I am running ten minutes late/)
  const unsaid = String((await client.get(`/meeting?k=${k}`)).body)
  expect(unsaid.indexOf('I am running ten minutes late')).toBeGreaterThan(unsaid.indexOf('Agreed last time'))
  expect(unsaid).not.toContain('class="primary"')
})

test('a meeting that is over begins with the way to say how it went', async () => {
  const { world, k } = await briefed()
  world.now('2027-03-22T10:00Z')
  await tick(world.platform)
  const html = String((await (await world.as(null)).get(`/meeting?k=${k}&say=waiting`)).body)
  expect(html).toContain('Say how it went')
  expect(html.indexOf('Say how it went')).toBeLessThan(html.indexOf('Agreed last time'))
  expect(html).not.toContain('under “My sessions”')
})

test('where it is too early for what a link means to say, the page says from when, and nothing else is green', async () => {
  const { world, k } = await briefed()
  const client = await world.as(null)
  const late = String((await client.get(`/meeting?k=${k}&say=late`)).body)
  expect(late.replaceAll(/<[^>]+>/g, '')).toContain(
    'You can say this from Monday 22 March 2027, 09:00, Paris time (UTC+1).',
  )
  const waiting = String((await client.get(`/meeting?k=${k}&say=waiting`)).body)
  expect(waiting.replaceAll(/<[^>]+>/g, '')).toContain('You can say this from Monday 22 March 2027, 10:00')
  for (const html of [late, waiting]) {
    expect(html).toContain('I can’t make it')
    expect(html).not.toContain('class="primary"')
  }
})

test('whoever cannot come reads that it is noted, and nothing to prepare', async () => {
  const { world, k } = await briefed()
  await say(world, k, 'cannot')
  const { body } = await (await world.as(null)).get(`/meeting?k=${k}`)
  expect(body).toContain('Noted. You do not have to do anything else.')
  expect(body).not.toContain('Begin with something else')
  expect(body).not.toContain('class="badge')
})

test('the page says who will be told: the assistant, or an executive without one', async () => {
  const { world, k } = await briefed()
  world.now('2027-03-22T09:10Z')
  const client = await world.as(null)
  expect((await client.get(`/meeting?k=${k}`)).body).toContain('The assistant gets one line.')
  have(await changePerson(world.platform, world.bernard.id, { assistantIds: [] }, asManager(world.nadia)))
  const { body } = await client.get(`/meeting?k=${k}`)
  expect(body).toContain('Claude Bernard gets one line.')
  expect(body).not.toContain('The assistant')
})

test('one tap of the mentor begins with another step, and the session keeps it', async () => {
  const { world, session, k } = await briefed()
  const client = await world.as(null)
  const { body } = await client.get(`/meeting?k=${k}`)
  expect(body).toContain('Begin with something else')
  const [, formatId = '', name = ''] =
    /name="formatId" value="(fmt_\w+)"[^>]*>.*?<button[^>]*>([^<]+)/s.exec(String(body)) ?? []
  const post = (fields: Record<string, string>) =>
    client.ask('/meeting', { method: 'POST', body: new URLSearchParams({ k, ...fields }) })
  const taken = await post({ formatId })
  expect(taken.body).toContain('It now begins with that.')
  expect(taken.body).toContain(`<h2>${name}</h2>`)
  expect(await findSession(world.platform.db, session.id)).toMatchObject({ formatId })
  expect((await post({ formatId: world.platform.newId('fmt') })).status).toBe(409)
})

/** Tom and Claude met on the 16th and made one commitment; they meet again on Monday the 22nd at ten in Paris. */
async function monday() {
  const world = await aWorld()
  have(await changePerson(world.platform, world.bernard.id, { blockers: ['booked'] }, asManager(world.nadia)))
  await aLoggedSession(world, '2027-03-16T09:00Z', 'Answer one question where all can read it')
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-22T09:00Z')
  for (const person of [world.tom, world.bernard])
    await answerFor(
      world.platform,
      session.id,
      { personId: person.id, partstat: 'ACCEPTED' },
      { id: person.id, door: 'link' },
    )
  await tick(world.platform)
  return { world, session: { ...session, seen: world.mails.length } }
}

async function briefed() {
  const { world, session } = await monday()
  world.now('2027-03-19T15:00Z')
  await tick(world.platform)
  const [text = ''] = await newTo(world, world.tom.email, session.seen)
  const k = /\/meeting\?k=([\w-]+)/.exec(text)?.[1] ?? ''
  return { world, session, k }
}

async function say(world: World, k: string, what: string) {
  return (await world.as(null)).ask('/meeting', {
    method: 'POST',
    body: new URLSearchParams({ k, say: what }),
  })
}

async function newTo({ mails }: World, address: string, seen: number): Promise<readonly string[]> {
  const own = mails.slice(seen).filter(({ to }) => to === address)
  return Promise.all(own.map(async ({ raw }) => (await readMail(raw)).text))
}
