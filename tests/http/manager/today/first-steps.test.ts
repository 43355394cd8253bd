import { expect, test } from 'vitest'

import { submitted } from '../../../support/forms.ts'
import { wordsOf } from '../../../support/pages.tsx'
import { aManager, aMentor, aPairing, aPersonIn, aProgramme, aWorld } from '../../../support/world.ts'

const ARRANGED = 'Every pairing has a next date'
const WAY = 'Steps to the first session'

test('an empty programme is never told that all is arranged; the way is gone with the first session', async () => {
  const world = await aWorld()
  const { platform } = world
  const manager = await aManager(platform, 'Rita Novak')
  const programme = await aProgramme(platform, manager, 'Globex')
  const setting = { platform, programme, manager }
  const client = await world.as(manager)
  const today = async () => wordsOf(String((await client.get('/today')).body))
  const done = async () => Number(/(\d) of 7 done/.exec(await today())?.[1])

  expect(await today()).not.toContain(ARRANGED)
  expect(await done()).toBe(1)
  const mentor = await aMentor(setting, 'Max Weber')
  const executive = await aPersonIn(setting, 'executive', { name: 'Ida Noll' })
  expect(await done()).toBe(4)
  const pair = {
    programmeId: programme.id,
    mentorId: mentor.id,
    executiveId: executive.id,
    kind: 'mentoring',
  }
  await submitted(client, '/pairings', pair)
  expect(await done()).toBe(5)
  // Another one: from now on each has a line of its own.
  await aPairing(setting, mentor, await aPersonIn(setting, 'executive', { name: 'Ada Lind' }))
  expect(await today()).not.toContain(WAY)
})

test('the last step offers what Today would, once, and books the first of it by one press', async () => {
  const world = await aWorld()
  const { platform } = world
  const manager = await aManager(platform, 'Rita Novak')
  const programme = await aProgramme(platform, manager, 'Globex')
  const setting = { platform, programme, manager }
  const client = await world.as(manager)
  const mentor = await aMentor(setting, 'Max Weber')
  const executive = await aPersonIn(setting, 'executive', { name: 'Ida Noll' })
  const pair = {
    programmeId: programme.id,
    mentorId: mentor.id,
    executiveId: executive.id,
    kind: 'mentoring',
  }
  const paired = await submitted(client, '/pairings', { ...pair, back: '/today#first-steps' })
  expect(paired.headers.get('Location')).toBe('/today?done=paired#first-steps')
  const html = String((await client.get('/today')).body)
  expect(wordsOf(html).match(/Ida Noll with Max Weber/g)).toHaveLength(1)
  expect(wordsOf(html)).toMatch(/Offer \w{3} [\d:]+, /)
  const [, action = '', inner = ''] =
    /action="(\/pairings\/\w+\/sessions)"[^>]*>(.*?)<\/form>/s.exec(html) ?? []
  const fields = Object.fromEntries(
    Array.from(inner.matchAll(/name="(\w+)" value="([^"]*)"/g), ([, name = '', value = '']) => [name, value]),
  )
  const booked = await submitted(client, action, fields)
  expect(booked.headers.get('Location')).toMatch(/^\/sessions\/ses_\w+\?pressed=/)
  expect(wordsOf(String((await client.get('/today')).body))).not.toContain(WAY)
})

test('hours are those of whoever is paired, and hours that are past are none', async () => {
  const world = await aWorld()
  const { platform } = world
  const manager = await aManager(platform, 'Rita Novak')
  const programme = await aProgramme(platform, manager, 'Globex')
  const setting = { platform, programme, manager }
  const client = await world.as(manager)
  const today = async () => wordsOf(String((await client.get('/today')).body))
  const past = [{ date: '2027-03-08', from: 540, to: 720 }]
  await aMentor(setting, 'Max Weber', { weekly: [], exceptions: past })
  expect(await today()).not.toContain('Hours are set.')
  await aMentor(setting, 'Olga Brandt')
  expect(await today()).toContain('Hours are set.')

  const zoe = await aPersonIn(setting, 'mentor', { name: 'Zoe Fabre' })
  const executive = await aPersonIn(setting, 'executive', { name: 'Ida Noll' })
  const pair = { programmeId: programme.id, mentorId: zoe.id, executiveId: executive.id, kind: 'mentoring' }
  await submitted(client, '/pairings', pair)
  expect(await today()).toContain('Zoe Fabre sets them after signing in.')
})

test('many at once come from a spreadsheet, and the steps lead there', async () => {
  const world = await aWorld()
  const manager = await aManager(world.platform, 'Rita Novak')
  await aProgramme(world.platform, manager, 'Globex')
  const html = String((await (await world.as(manager)).get('/today')).body)
  const way = html.slice(html.indexOf('id="first-steps"'))
  expect(way).toContain('<a href="/imports">Many at once, from a spreadsheet</a>')
})

test('each deed leads back to the way; what was wrong comes with all that was typed', async () => {
  const world = await aWorld()
  const { platform } = world
  const manager = await aManager(platform, 'Rita Novak')
  const programme = await aProgramme(platform, manager, 'Globex')
  const client = await world.as(manager)
  const back = '/today#first-steps'
  const mentor = { back, programmeId: programme.id, name: 'Max Weber', 'role-mentor': 'yes' }
  const wrong = await submitted(client, '/people', { ...mentor, email: 'max' })
  expect([wrong.status, String(wrong.body)]).toEqual([422, expect.stringContaining('value="Max Weber"')])
  expect(String(wrong.body)).toContain('name="back" value="/today#first-steps"')
  const right = await submitted(client, '/people', { ...mentor, email: 'max@globex.example' })
  expect(right.headers.get('Location')).toBe('/today?done=added#first-steps')
})

test('where nothing is there, a page leads to where it is made', async () => {
  const world = await aWorld()
  const manager = await aManager(world.platform, 'Rita Novak')
  const programme = await aProgramme(world.platform, manager, 'Globex')
  const client = await world.as(manager)
  const LEADS: Readonly<Record<string, string>> = {
    '/people': '/people?new=mentor#add',
    '/pairings': '/people?new=mentor#add',
    '/suggestions': '/people?new=mentor#add',
    '/board': '/pairings#add',
    '/deliveries': '/today',
    '/calendar': '/pairings',
    '/calendar?day=2027-03-16': '/people?new=mentor#add',
  }
  for (const [path, href] of Object.entries(LEADS)) {
    const page = String((await client.get(path)).body)
    expect(page.slice(page.indexOf('<main')), path).toContain(`href="${href}"`)
  }
  const made = await submitted(client, `/programmes/${programme.id}/plans`, {})
  const plan = String((await client.get(made.headers.get('Location') ?? '')).body)
  expect(plan).not.toContain(ARRANGED)
  expect(plan.slice(plan.indexOf('<main'))).toContain('href="/pairings"')
})
