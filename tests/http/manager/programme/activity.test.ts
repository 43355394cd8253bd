import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { pagesEn } from '../../../../web/words/pages/en.ts'
import { pagesFr } from '../../../../web/words/pages/fr.ts'
import { addPerson } from '../../../../worker/actions/people/add.ts'
import { changePerson } from '../../../../worker/actions/people/change.ts'
import { changeProgramme } from '../../../../worker/actions/programme/change.ts'
import { answerFor } from '../../../../worker/actions/session/answer-for.ts'
import { setAvailability } from '../../../../worker/actions/slot/set-availability.ts'
import { before, DAY } from '../../../../worker/domain/time/time.ts'
import { signedIn } from '../../../support/client.ts'
import { submitted } from '../../../support/forms.ts'
import { pastSessionDetails, pastSessions } from '../../../support/past-sessions-sql.ts'
import { costOf } from '../../../support/query-cost.ts'
import { at, hours } from '../../../support/times.ts'
import {
  aFixedSession,
  aPersonIn,
  asManager,
  aWorld,
  fabrikamBeside,
  have,
  humanNamed,
  settingOf,
} from '../../../support/world.ts'

test('a programme’s activity says what happened, newest first: who, by which door, and where it leads', async () => {
  const world = await aWorld()
  const { platform, nadia, tom, bernard, odile, pairing, northwind } = world
  const session = await aFixedSession(settingOf(world), pairing, '2027-03-17T09:00Z')
  world.now('2027-03-15T09:00Z')
  const by = { id: odile.id, door: 'calendar' } as const
  have(await answerFor(platform, session.id, { personId: bernard.id, partstat: 'ACCEPTED' }, by))
  world.now('2027-03-15T10:00Z')
  const manager = await world.as(nadia)
  await submitted(manager, `/pairings/${pairing.id}`, { status: 'paused' })
  have(
    await changePerson(platform, tom.id, { unit: 'Legal' }, asManager(nadia), { programmeId: northwind.id }),
  )
  have(await changeProgramme(platform, northwind.id, { endsOn: '2027-12-01' }, asManager(nadia)))

  const lines = linesOf(String((await manager.get('/activity')).body))
  expect(lines.slice(0, 3).toSorted()).toEqual(
    [
      'Claude Bernard with Tom Leroy: Pairing is now paused | Nadia Haddad, in Sotto, 11:00',
      'Northwind leadership: Rules changed | Nadia Haddad, in Sotto, 11:00',
      'Tom Leroy: Details changed | Nadia Haddad, in Sotto, 11:00',
    ].toSorted(),
  )
  expect(lines[3]).toBe(
    'Claude Bernard with Tom Leroy: Answered the invite: Accepted | Odile Martin, by calendar, 10:00',
  )
  const page = String((await manager.get('/activity')).body)
  for (const path of [`/sessions/${session.id}`, `/pairings/${pairing.id}`, `/people/${tom.id}`])
    expect(page).toContain(`href="${path}"`)
})

test('nothing that was written by hand is in it', async () => {
  const world = await aWorld()
  await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  const manager = await world.as(world.nadia)
  expect(String((await manager.get('/activity')).body)).not.toContain('agreed')
})

test('of somebody who is in two programmes each activity has what belongs to it', async () => {
  const world = await aWorld()
  const { platform, nadia, tom, northwind } = world
  const { rita, fabrikam } = await fabrikamBeside(world)
  const wish = { ...humanNamed(platform, 'Tom L.'), email: tom.email, programmeId: fabrikam.id }
  have(await addPerson(platform, { ...wish, roles: ['mentor'], assistantIds: [] }, asManager(rita)))
  world.now('2027-03-15T12:00Z')
  have(await changePerson(platform, tom.id, { unit: 'Sea' }, asManager(rita), { programmeId: fabrikam.id }))
  have(
    await setAvailability(platform, tom.id, hours({ zone: 'Europe/Paris' }), { id: tom.id, door: 'mentor' }),
  )
  const [nadias, ritas] = await Promise.all(
    [nadia, rita].map(async (person) =>
      linesOf(String((await (await world.as(person)).get('/activity')).body)),
    ),
  )
  expect(nadias?.[0]).toContain('Tom Leroy: Hours changed | Tom Leroy, on their own page')
  expect(JSON.stringify(nadias)).not.toContain('Rita')
  expect(nadias?.filter((line) => line.startsWith('Tom Leroy: Details changed'))).toEqual([])
  expect(
    ritas
      ?.slice(0, 2)
      .map((line) => line.split(' | ')[0])
      .toSorted(),
  ).toEqual(['Tom L.: Details changed', 'Tom L.: Hours changed'])
  expect(JSON.stringify(ritas)).not.toContain('Nadia')
  expect(
    String((await (await world.as(rita)).get(`/activity?programme=${northwind.id}`)).body),
  ).not.toContain('Bernard')
})

test('it is read page by page, each event once, for the last thirty days', async () => {
  const world = await aWorld()
  const manager = await world.as(world.nadia)
  for (let at = 0; at < 60; at += 1)
    have(
      await changeProgramme(
        world.platform,
        world.northwind.id,
        { policy: { notice: 20 + at } },
        asManager(world.nadia),
      ),
    )
  const first = String((await manager.get('/activity')).body)
  const next = /<a href="([^"]+)" rel="next"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = String((await manager.get(next)).body)
  expect(linesOf(first)).toHaveLength(50)
  const changed = [...linesOf(first), ...linesOf(second)].filter((line) => line.includes('Rules changed'))
  expect(changed).toHaveLength(60)
  expect(second).not.toContain('rel="next"')
  world.now('2027-04-20T09:00Z')
  expect(String((await (await world.as(world.nadia)).get('/activity')).body)).toContain('Nothing recent')
})

test('whoever has left is named, and leads nowhere', async () => {
  const world = await aWorld()
  const mia = await aPersonIn(settingOf(world), 'executive', { name: 'Mia Berg' })
  const manager = await world.as(world.nadia)
  await submitted(manager, `/people/${mia.id}/departure`, { on: '2027-03-14' })
  expect((await manager.get(`/people/${mia.id}`)).status).toBe(404)
  const page = String((await manager.get('/activity')).body)
  expect(linesOf(page).some((line) => line.startsWith('Mia Berg: Left the programme'))).toBe(true)
  expect(page).not.toContain(`/people/${mia.id}`)
})

test('a mentor has none', async () => {
  const world = await aWorld()
  expect((await (await world.as(world.tom)).get('/activity')).status).toBe(404)
})

test('what is over for long costs it nothing', async () => {
  const world = await aWorld()
  const last = before(at('2027-03-15T08:00Z'), 1 * DAY)
  const cost = async (from: number, to: number) => {
    const stretch = { last, apart: DAY / 4, from, to }
    for (const statement of [...pastSessions(world, stretch), ...pastSessionDetails(world, stretch)])
      await env.DB.prepare(statement).run()
    return costOf(world.platform, async (counting) => {
      const client = await signedIn(world.platform, world.nadia, counting)
      expect((await client.get('/activity')).status).toBe(200)
    })
  }
  const lately = await cost(0, 400)
  const many = await cost(400, 4400)
  expect(many.calls).toBe(lately.calls)
  expect(Math.abs(many.rowsRead - lately.rowsRead)).toBeLessThanOrEqual(15)
})

test('every event has words of its own, in both languages', () => {
  for (const { session, activity } of [pagesEn, pagesFr]) {
    const words = [...Object.values(session.events), ...Object.values(activity.events)]
    expect(new Set(words).size).toBe(words.length)
  }
})

/** Each event as it is read: what, then who and when. */
function linesOf(page: string): readonly string[] {
  const list = page.split('<ol class="history">').slice(1).join('')
  return Array.from(
    list.matchAll(/<li><p>(.*?)<\/p><p class="soft">(.*?)<\/p><\/li>/gs),
    ([, what = '', who = '']) =>
      [what, who].map((each) => each.replaceAll(/<[^>]+>/g, '').trim()).join(' | '),
  )
}
