import { expect, test } from 'vitest'

import { answerFor } from '../../worker/actions/session/answer-for.ts'
import { readMail } from '../../worker/delivery/in/read-mail.ts'
import { lintOutward } from '../../worker/domain/letter/discretion.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { insertAssistant } from '../../worker/storage/people/assistant.ts'
import { CLAUDE, NADIA, northwind, ODILE, UMA } from '../support/northwind.ts'
import { runDue } from '../support/run-due.ts'
import { at } from '../support/times.ts'

const FOUR = '2027-03-19T15:00Z'

test('on Friday at four one mail has Monday’s session, in the assistant’s zone and the executive’s, and his missing answer', async () => {
  const { world, mail } = await theDayBefore({
    [ODILE]: { zone: 'Europe/Paris' },
    [CLAUDE]: { zone: 'America/New_York' },
  })
  const reading = await readMail(mail?.raw ?? '')

  expect(mail?.to).toBe('odile@northwind.example')
  expect(mail?.subject).toBe('The next working day: one meeting')
  expect(reading.text).toContain('Claude Bernard')
  expect(reading.text).toContain('Mon 22 March 2027, 15:00–15:30, Paris time')
  expect(reading.text).toContain('Mon 22 March 2027, 10:00–10:30, New York time')
  expect(reading.text).toContain('With Tom Leroy.')
  expect(reading.text).toContain('No answer yet.')
  expect(
    lintOutward(
      { subject: mail?.subject ?? '', body: reading.text },
      { forbiddenWords: [], hiddenNames: [] },
    ),
  ).toEqual([])

  world.setNow('2027-03-19T17:00Z')
  expect(await runDue(world.platform, 'digest')).toBe(0)
})

test('no digest comes before four, at a weekend, or with nothing due', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T14:00Z')
  for (const moment of ['2027-03-18T15:00Z', '2027-03-19T14:59Z']) {
    world.setNow(moment)
    expect(await runDue(world.platform, 'digest')).toBe(0)
  }
  world.setNow(FOUR)
  expect(await runDue(world.platform, 'digest')).toBe(1)
  for (const moment of ['2027-03-20T15:00Z', '2027-03-21T15:00Z', '2027-03-22T15:00Z']) {
    world.setNow(moment)
    expect(await runDue(world.platform, 'digest')).toBe(0)
  }
})

test('of two assistants of an executive only the first one gets the digest', async () => {
  const world = await northwind()
  const { db } = world.platform
  await inOneBatch(db, [insertAssistant(db, 'prg_northwind', CLAUDE, UMA, at('2027-03-16T08:00Z'))])
  await world.fixed('2027-03-22T14:00Z')
  world.setNow(FOUR)
  await world.deliver()
  const before = world.sent.length

  expect(await runDue(world.platform, 'digest')).toBe(1)
  await world.deliver()
  expect(world.sent.slice(before).map(({ to }) => to)).toEqual(['odile@northwind.example'])
})

test('the digest says what the executive answered', async () => {
  const { mail } = await theDayBefore({}, 'ACCEPTED')
  expect((await readMail(mail?.raw ?? '')).text).toContain('Accepted.')
})

test('a French digest is French, and omits a hidden mentor’s name', async () => {
  const { mail } = await theDayBefore({ [ODILE]: { locale: 'fr' }, [CLAUDE]: { blockers: ['handled'] } })
  const { text } = await readMail(mail?.raw ?? '')
  expect(mail?.subject).toBe('Prochain jour ouvré\u202f: un rendez-vous')
  expect(text).toContain('lun. 22 mars 2027')
  expect(lintOutward({ body: text }, { forbiddenWords: [], hiddenNames: ['Tom Leroy'] })).toEqual([])
})

async function theDayBefore(
  people: Readonly<Record<string, Partial<Person>>> = {},
  partstat: 'ACCEPTED' | null = null,
) {
  const world = await northwind({ people })
  const session = await world.fixed('2027-03-22T14:00Z')
  world.setNow('2027-03-15T09:00Z')
  if (partstat)
    await answerFor(
      world.platform,
      session.id,
      { personId: CLAUDE, partstat },
      { id: NADIA, door: 'manager' },
    )
  world.setNow(FOUR)
  await world.deliver()
  const before = world.sent.length
  expect(await runDue(world.platform, 'digest')).toBe(1)
  await world.deliver()
  expect(world.sent).toHaveLength(before + 1)
  return { world, mail: world.sent.at(-1) }
}
