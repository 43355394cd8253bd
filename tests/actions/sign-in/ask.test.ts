import { expect, test } from 'vitest'

import { askToSignIn } from '../../../worker/actions/sign-in/ask.ts'
import { decodedMail } from '../../../worker/http/dev/readable.ts'
import { tick } from '../../../worker/http/dev/tick.ts'
import { at } from '../../support/times.ts'
import { aWorld } from '../../support/world.ts'

const { platform, now, nadia } = await aWorld()
const END_OF_HOUR = { ok: false, refusal: { reason: 'too-many-requests', until: at('2027-03-15T09:00Z') } }

function ask(email: string, network: string) {
  return askToSignIn(platform, { email, network, locale: 'en', zone: 'Europe/Paris', wayBack: null })
}

test('an address is mailed five links an hour, however it is written and wherever it is asked from', async () => {
  now('2027-03-15T08:00:00Z')
  const asked = [nadia.email, nadia.email.toUpperCase(), ` ${nadia.email}`, nadia.email, nadia.email]
  for (const [index, email] of asked.entries())
    expect(await ask(email, `192.0.2.${index}`)).toMatchObject({ ok: true })

  now('2027-03-15T08:59:59.999Z')
  expect(await ask(nadia.email, '192.0.2.99')).toEqual(END_OF_HOUR)
  expect(await ask('somebody.else@people.example', '192.0.2.99')).toMatchObject({ ok: true })

  now('2027-03-15T09:00:00Z')
  expect(await ask(nadia.email, '192.0.2.99')).toMatchObject({ ok: true })
})

test('an unknown address is refused after the same number', async () => {
  now('2027-03-15T08:00:00Z')
  for (let count = 1; count <= 5; count += 1)
    expect(await ask('nobody@people.example', '198.51.100.1')).toMatchObject({ ok: true })
  expect(await ask('nobody@people.example', '198.51.100.1')).toEqual(END_OF_HOUR)
})

test('a network asks thirty times an hour, for whichever addresses', async () => {
  now('2027-03-15T08:00:00Z')
  for (let count = 1; count <= 30; count += 1)
    expect(await ask(`person-${count}@people.example`, '203.0.113.7'), `${count}`).toMatchObject({ ok: true })

  now('2027-03-15T08:59:59.999Z')
  expect(await ask('person-31@people.example', '203.0.113.7')).toEqual(END_OF_HOUR)
  expect(await ask('person-32@people.example', '203.0.113.8')).toMatchObject({ ok: true })

  now('2027-03-15T09:00:00Z')
  expect(await ask('person-33@people.example', '203.0.113.7')).toMatchObject({ ok: true })
})

test('the mail is written in the name of whoever manages the programme, never of the one who signs in', async () => {
  const world = await aWorld()
  const request = { locale: 'en', zone: 'Europe/Paris', wayBack: null } as const
  for (const [index, email] of [world.tom.email, world.nadia.email].entries())
    await askToSignIn(world.platform, { ...request, email, network: `192.0.2.${200 + index}` })
  await tick(world.platform)

  const [toTom = '', toNadia = ''] = await Promise.all(
    world.mails.map(async ({ raw }) => (await decodedMail(raw)).text),
  )
  expect(toTom).toContain(
    `Sent for ${world.nadia.name}. Reply to this email, or write to ${world.nadia.email}`,
  )
  expect(toTom).not.toContain(`Sent for ${world.tom.name}`)
  expect(toNadia).not.toContain('Sent for')
})
