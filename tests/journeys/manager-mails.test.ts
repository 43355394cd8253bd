import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'

import { capturingMailer, mailboxOf } from '../../worker/delivery/mailer/capture.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import { after, MINUTE } from '../../worker/domain/time/time.ts'
import { platformOf } from '../../worker/platform.ts'
import { at } from '../support/times.ts'
import { visit } from '../support/worker.ts'
import { aPersonIn, managerHears } from '../support/world.ts'
import { aJourney, type Journey, later, MONDAY } from './journey.ts'
import { answer, type Letter } from './letters.ts'

/** Tuesday, eight o'clock in Paris. */
const TUESDAY_AT_EIGHT = '2027-03-16T07:00:00Z'

type Told = Journey & {
  readonly hears: (manager: Person, change: Parameters<typeof managerHears>[3]) => Promise<void>
  readonly executive: (name: string) => Promise<Person>
  readonly colleague: (parts: Partial<Person> & { readonly name: string }) => Promise<Person>
}

let journey: Told

beforeEach(async () => {
  const begun = await aJourney()
  const now = () => at(MONDAY)
  const platform = platformOf(env, { now, send: capturingMailer(mailboxOf(env), '', now) })
  const { body } = await begun.get(`/programmes/${begun.programmeId}`)
  const programme = JSON.parse(JSON.stringify(body))
  journey = {
    ...begun,
    hears: (manager, change) => managerHears(platform, programme, manager, change),
    executive: (name) => aPersonIn({ platform, programme, manager: begun.nadia }, 'executive', { name }),
    colleague: (parts) => aPersonIn({ platform, programme, manager: begun.nadia }, 'manager', parts),
  }
  await journey.hears(journey.nadia, { notify: 'both' })
})

/** Ticks at each of these moments; returns what this person got meanwhile. */
async function mailsTo(person: Person, ...moments: readonly string[]): Promise<readonly Letter[]> {
  for (const moment of moments) await journey.passTo(moment)
  return journey.newMail(person)
}

/** A date of Tom and Mr Bernard at that moment, with the invites. */
async function fixedAt(start: string): Promise<{ readonly toTom: Letter; readonly toBernard: Letter }> {
  const { status } = await journey.post('/sessions', {
    pairingId: journey.pairing.id,
    start,
    reason: 'a test',
  })
  expect(status).toBe(201)
  await journey.tick()
  const letters = await journey.newMail()
  const to = ({ email }: Person) =>
    letters.find((each) => each.to === email && each.event?.method === 'REQUEST')
  const [toTom, toBernard] = [to(journey.tom), to(journey.bernard)]
  if (!toTom || !toBernard) throw new Error('somebody was not invited')
  return { toTom, toBernard }
}

const proposing = (start: string) => ({ propose: { start: at(start), end: after(at(start), 30 * MINUTE) } })

/** Two who were not asked yet stand on Today. */
async function twoWait(): Promise<void> {
  for (const name of ['Ada One', 'Bea Two']) {
    const executive = await journey.executive(name)
    const { status } = await journey.post('/pairings', {
      ...{ mentorId: journey.tom.id, executiveId: executive.id, kind: 'mentoring' },
    })
    expect(status).toBe(201)
  }
}

const subjectsOf = (letters: readonly Letter[]) => letters.map(({ subject }) => subject)

test('on a working morning one mail says what waits, with links that sign nobody in; none before eight, and no second', async () => {
  await twoWait()
  const [mail, ...others] = await mailsTo(
    journey.nadia,
    later(TUESDAY_AT_EIGHT, -1),
    TUESDAY_AT_EIGHT,
    later(TUESDAY_AT_EIGHT, 1),
    later(TUESDAY_AT_EIGHT, 300),
  )
  expect(others).toEqual([])
  expect(mail?.subject).toBe('Today: 2 things are waiting for you')
  expect(mail?.text).toContain('Not asked yet')
  expect(mail?.text).toMatch(/\/today\?in=prg_\S+&line=(l[0-9a-f]{8})#\1\r\n/)
  expect(mail?.text).not.toMatch(/[?&]k=/)
  expect(mail?.text).not.toMatch(/Bernard|Leroy|Faure|mentor|session/i)
  expect(mail?.text).toContain(`/people/${journey.nadia.id}#mails`)
})

test('the link of a line is where the line stands', async () => {
  await twoWait()
  const [mail] = await mailsTo(journey.nadia, TUESDAY_AT_EIGHT)
  const id = /#(l[0-9a-f]{8})\r\n/.exec(mail?.text ?? '')?.[1] ?? 'none'
  const signIn = await visit('/dev/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ person: journey.nadia.id }),
  })
  const cookie = signIn.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  const page = await (await visit(`/today?in=${journey.programmeId}`, { headers: { Cookie: cookie } })).text()
  expect(page).toContain(`id="${id}"`)
})

test('nothing waits: no mail; what arises after eight waits for the next morning', async () => {
  expect(await mailsTo(journey.nadia, TUESDAY_AT_EIGHT)).toEqual([])
  await journey.clock(later(TUESDAY_AT_EIGHT, 60))
  await twoWait()
  // The hours of all managers are asked anew.
  await journey.patch(`/programmes/${journey.programmeId}`, { policy: { cadence: 28 } })
  expect(await mailsTo(journey.nadia, later(TUESDAY_AT_EIGHT, 61), later(TUESDAY_AT_EIGHT, 600))).toEqual([])
  expect(await mailsTo(journey.nadia, later(TUESDAY_AT_EIGHT, 24 * 60))).toHaveLength(1)
})

test('a line that is put off is not counted', async () => {
  await twoWait()
  const { body } = await journey.get('/today')
  const { items }: { readonly items: readonly { readonly key: string }[] } = JSON.parse(JSON.stringify(body))
  await journey.post('/today/snoozes', { key: items[0]?.key, until: '2027-03-20' })
  expect(subjectsOf(await mailsTo(journey.nadia, TUESDAY_AT_EIGHT))).toEqual([
    'Today: one thing is waiting for you',
  ])
})

test('not on a Saturday, not in a blackout; by her own clock, also in the week in which the clocks change', async () => {
  await twoWait()
  const sato = await journey.colleague({ name: 'Ann Sato', zone: 'America/New_York', locale: 'fr' })
  await journey.patch(`/programmes/${journey.programmeId}`, {
    policy: { blackouts: [{ from: '2027-03-16', to: '2027-03-16', reason: 'a holiday' }] },
  })
  await journey.passTo('2027-03-16T16:00:00Z')
  expect(
    (await journey.newMail()).filter(({ to }) => to === sato.email || to === journey.nadia.email),
  ).toEqual([])
  expect(await mailsTo(sato, '2027-03-17T07:00:00Z', '2027-03-17T11:59:00Z')).toEqual([])
  expect(subjectsOf(await mailsTo(sato, '2027-03-17T12:00:00Z'))).toEqual([
    'Aujourd’hui\u202f: 2 choses vous attendent',
  ])
  await journey.passTo('2027-03-19T12:00:00Z')
  await journey.newMail()
  await journey.passTo('2027-03-20T12:00:00Z')
  await journey.passTo('2027-03-21T12:00:00Z')
  expect(
    (await journey.newMail()).filter(({ to }) => to === sato.email || to === journey.nadia.email),
  ).toEqual([])
  // Paris has summer time from Sunday 28 March on.
  await journey.passTo('2027-03-26T07:00:00Z')
  await journey.newMail()
  expect(await mailsTo(journey.nadia, '2027-03-29T05:59:00Z')).toEqual([])
  expect(await mailsTo(journey.nadia, '2027-03-29T06:00:00Z')).toHaveLength(1)
})

test('the hour is the programme’s, and each manager chooses', async () => {
  await twoWait()
  await journey.patch(`/programmes/${journey.programmeId}`, { policy: { morningAt: '09:30' } })
  const vera = await journey.colleague({ name: 'Vera Urgent' })
  const mona = await journey.colleague({ name: 'Mona Morning' })
  await journey.hears(vera, { notify: 'urgent' })
  await journey.hears(mona, { notify: 'morning' })
  await journey.hears(journey.nadia, { notify: 'none' })
  await journey.passTo('2027-03-16T08:29:00Z')
  const managers = [vera, mona, journey.nadia].map(({ email }) => email)
  expect((await journey.newMail()).filter(({ to }) => managers.includes(to))).toEqual([])
  await journey.passTo('2027-03-16T08:30:00Z')
  expect((await journey.newMail()).map(({ to }) => to).filter((to) => managers.includes(to))).toEqual([
    mona.email,
  ])

  const { toTom } = await fixedAt('2027-03-17T09:00:00Z')
  await answer(toTom, 'DECLINED', { now: later('2027-03-16T10:00:00Z', 0) })
  await journey.passTo('2027-03-16T10:01:00Z')
  expect((await journey.newMail()).map(({ to }) => to).filter((to) => managers.includes(to))).toEqual([
    vera.email,
  ])
})

test('away until a day, the deputy gets both in her own words; the day after, she gets them again', async () => {
  await twoWait()
  const jean = await journey.colleague({ name: 'Jean Petit', locale: 'fr' })
  await journey.hears(jean, { notify: 'none' })
  await journey.hears(journey.nadia, { awayUntil: '2027-03-16', deputyId: jean.id })
  await journey.passTo(TUESDAY_AT_EIGHT)
  const letters = await journey.newMail()
  expect(letters.filter(({ to }) => to === journey.nadia.email)).toEqual([])
  expect(subjectsOf(letters.filter(({ to }) => to === jean.email))).toEqual([
    'Aujourd’hui\u202f: 2 choses vous attendent',
  ])
  const { toTom } = await fixedAt('2027-03-17T09:00:00Z')
  await answer(toTom, 'DECLINED', { now: '2027-03-16T10:00:00Z' })
  expect(await mailsTo(jean, '2027-03-16T10:01:00Z')).toHaveLength(1)
  expect(await mailsTo(journey.nadia, '2027-03-17T07:00:00Z')).toHaveLength(1)
})

test('the mentor cannot come in three hours: she hears at once, with the hour at which Sotto acts', async () => {
  await journey.passTo('2027-03-16T08:00:00Z')
  const { toTom } = await fixedAt('2027-03-17T12:00:00Z')
  await journey.passTo('2027-03-17T09:00:00Z')
  await journey.newMail()
  await answer(toTom, 'DECLINED', { now: '2027-03-17T09:00:00Z' })
  const [mail, ...others] = await mailsTo(journey.nadia, '2027-03-17T09:01:00Z', '2027-03-17T09:30:00Z')
  expect(others).toEqual([])
  expect(mail?.subject).toBe('Before Wednesday 17 March 2027, 13:00: one thing is waiting for you')
  expect(mail?.text).toContain('Somebody cannot come (Wednesday 17 March 2027, 13:00')
  expect(mail?.text).toContain('If nobody acts first, Sotto will: Wednesday 17 March 2027, 11:30')
  const { body } = await journey.get('/today')
  expect(JSON.stringify(body)).toContain('"actsAt":"2027-03-17T10:30:00Z"')
  // It has acted: the date was given up.
  const [acted] = await mailsTo(journey.nadia, '2027-03-17T10:30:00Z')
  expect(acted?.text).toContain('This date was given up')
})

test('of a date three days ahead she hears only once it is near, and not at all where it was settled before', async () => {
  const { toTom, toBernard } = await fixedAt('2027-03-18T12:00:00Z')
  await journey.hears(journey.nadia, { notify: 'urgent' })
  expect(toTom.to).toBe(journey.tom.email)
  await answer(toBernard, proposing('2027-03-19T12:00Z'), { now: MONDAY })
  expect(await mailsTo(journey.nadia, later(MONDAY, 1), '2027-03-17T11:59:00Z')).toEqual([])
  const [mail] = await mailsTo(journey.nadia, '2027-03-17T12:00:00Z')
  expect(mail?.text).toContain('Another time is proposed')
})

test('the first leaves at once, what arises in the next five minutes goes together in one more', async () => {
  const first = await fixedAt('2027-03-16T12:00:00Z')
  const { status } = await journey.post('/sessions', {
    pairingId: journey.other.id,
    start: '2027-03-16T14:00:00Z',
    reason: 'a test',
  })
  expect(status).toBe(201)
  await journey.passTo('2027-03-16T09:00:00Z')
  const invites = await journey.newMail()
  const second = invites.find(({ to, event }) => to === journey.tom.email && event?.method === 'REQUEST')
  await answer(first.toTom, 'DECLINED', { now: '2027-03-16T09:00:00Z' })
  expect(await mailsTo(journey.nadia, '2027-03-16T09:00:00Z')).toHaveLength(1)
  if (!second) throw new Error('not invited')
  await journey.clock('2027-03-16T09:02:00Z')
  await answer(second, 'DECLINED', { now: '2027-03-16T09:02:00Z' })
  expect(await mailsTo(journey.nadia, '2027-03-16T09:02:00Z')).toEqual([])
  await journey.clock('2027-03-16T09:03:00Z')
  await answer(first.toBernard, proposing('2027-03-19T12:00Z'), { now: '2027-03-16T09:03:00Z' })
  expect(await mailsTo(journey.nadia, '2027-03-16T09:03:00Z', '2027-03-16T09:04:00Z')).toEqual([])
  const mails = await mailsTo(journey.nadia, '2027-03-16T09:05:00Z')
  expect(subjectsOf(mails)).toEqual(['Before Tuesday 16 March 2027, 13:00: 2 things are waiting for you'])
})

test('what was dealt with before the mail leaves is not in it', async () => {
  const { toTom } = await fixedAt('2027-03-16T12:00:00Z')
  await journey.clock('2027-03-16T09:00:00Z')
  await answer(toTom, 'DECLINED', { now: '2027-03-16T09:00:00Z' })
  await answer(toTom, 'ACCEPTED', { now: '2027-03-16T09:00:30Z' })
  expect(await mailsTo(journey.nadia, '2027-03-16T09:01:00Z')).toEqual([])
})

test('a decline that has become a bump, of a date on the next day', async () => {
  const { toBernard } = await fixedAt('2027-03-17T07:30:00Z')
  await journey.clock('2027-03-16T09:00:00Z')
  await answer(toBernard, 'DECLINED', { now: '2027-03-16T09:00:00Z' })
  await journey.passTo('2027-03-16T09:05:00Z')
  await journey.newMail()
  const [mail, ...others] = await mailsTo(journey.nadia, '2027-03-16T09:10:00Z', '2027-03-16T09:20:00Z')
  expect(others).toEqual([])
  expect(mail?.text).toContain('This date was given up (Wednesday 17 March 2027, 08:30')
  expect(mail?.text).toContain('Other times have gone out by themselves.')
})

test('never of her own act; her colleague hears of it', async () => {
  const jean = await journey.colleague({ name: 'Jean Petit' })
  const { toTom } = await fixedAt('2027-03-17T07:30:00Z')
  expect(toTom.event?.method).toBe('REQUEST')
  await journey.clock('2027-03-16T09:00:00Z')
  const { id } = await journey.session()
  await journey.post(`/sessions/${id}/answers`, { personId: journey.tom.id, partstat: 'DECLINED' })
  await journey.passTo('2027-03-16T09:01:00Z')
  const before = (await journey.newMail()).filter(({ subject }) => subject.startsWith('Before'))
  expect(before.map(({ to }) => to)).toEqual([jean.email])
})

test('a manager of two programmes gets one mail about both', async () => {
  await twoWait()
  const made = await journey.post('/programmes', { name: 'Fabrikam leadership', shortName: 'Fabrikam' })
  const { id }: { readonly id: `prg_${string}` } = JSON.parse(JSON.stringify(made.body))
  const mentor = await journey.post('/people', {
    ...{
      programmeId: id,
      roles: ['mentor'],
      name: 'Ugo Conti',
      email: 'u@fab.example',
      zone: 'Europe/Paris',
    },
  })
  const executive = await journey.post('/people', {
    ...{
      programmeId: id,
      roles: ['executive'],
      name: 'Yara Okoye',
      email: 'y@fab.example',
      zone: 'Europe/Paris',
    },
  })
  const idIn = ({ body }: { readonly body: unknown }) => JSON.parse(JSON.stringify(body)).id
  const hours = { zone: 'Europe/Paris', 'week-1-0-from': '09:00', 'week-1-0-to': '12:00' }
  expect((await journey.postForm(`/people/${idIn(mentor)}/availability`, hours)).status).toBe(303)
  await journey.post('/pairings', { mentorId: idIn(mentor), executiveId: idIn(executive), kind: 'mentoring' })
  await journey.tick()
  await journey.newMail()
  const mails = await mailsTo(journey.nadia, TUESDAY_AT_EIGHT)
  expect(subjectsOf(mails)).toEqual(['Today: 3 things are waiting for you'])
  expect(mails[0]?.text).toContain('\r\nFabrikam\r\n')
  expect(mails[0]?.text).toContain('\r\nNorthwind\r\n')
})
