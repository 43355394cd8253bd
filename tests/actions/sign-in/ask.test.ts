import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { askToSignIn } from '../../../worker/actions/sign-in/ask.ts'
import { signIn } from '../../../worker/actions/sign-in/sign-in.ts'
import type { SignInId } from '../../../worker/domain/ids.ts'
import type { Person } from '../../../worker/domain/people/person.ts'
import { decodedMail } from '../../../worker/http/dev/readable.ts'
import { tick } from '../../../worker/http/dev/tick.ts'
import { linkTo } from '../../support/cookie-jar.ts'
import { at } from '../../support/times.ts'
import { aWorld } from '../../support/world.ts'

const world = await aWorld()
const { platform, now, nadia, tom } = world
const TOO_OFTEN = {
  ok: false,
  refusal: { reason: 'network-asks-too-often', until: at('2027-03-15T09:00Z') },
}

function ask(email: string, network: string, browser: SignInId | null = null) {
  return askToSignIn(platform, {
    ...{ email, network, browser, locale: 'en', zone: 'Europe/Paris', wayBack: null },
  })
}

/** How many links were mailed to this person. */
async function mailedTo({ id }: Person): Promise<number> {
  const row = await env.DB.prepare(
    "SELECT count(*) AS n FROM outbox WHERE dedupe_key LIKE 'sign-in:%' AND person_id = ?",
  )
    .bind(id)
    .first<number>('n')
  return row ?? 0
}

async function opens(person: Person): Promise<string> {
  const k = await linkTo(world, person)
  return (await signIn(platform, { token: k, trusted: false, instead: null })).kind
}

test('whoever asks for her address, and from however many networks, she can always sign in at once', async () => {
  for (let minute = 0; minute < 180; minute += 1) {
    now(
      `2027-03-15T${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00Z`,
    )
    for (const each of [0, 1, 2])
      expect(await ask(nadia.email, `198.51.${minute}.${each}`)).toMatchObject({ ok: true })
    expect(await ask(nadia.email, '192.0.2.1')).toMatchObject({ ok: true })
    // Without having used any: the newest of the mails in her mailbox has two minutes left at least.
    const newest = await env.DB.prepare(
      'SELECT max(link_until) AS until FROM sign_ins WHERE person_id = ? AND used_at IS NULL',
    )
      .bind(nadia.id)
      .first<number>('until')
    expect(Number(newest) - platform.now()).toBeGreaterThanOrEqual(2 * 60_000)
  }
  expect(await opens(nadia)).toBe('offered')
  const mailed = await mailedTo(nadia)
  expect(mailed).toBeGreaterThan(20)
  expect(mailed, 'mails in three hours, at seven hundred asks').toBeLessThanOrEqual(3 + 3 * 8)
})

test('a link that was used is no spare: whoever uses her links gets as many as she asks for', async () => {
  now('2027-03-16T08:00:00Z')
  for (let count = 1; count <= 12; count += 1) {
    await ask(tom.email, `192.0.2.${count}`)
    expect(await opens(tom), `${count}`).toBe('offered')
  }
})

test('a network asks sixty times an hour, for whichever addresses', async () => {
  now('2027-03-15T08:00:00Z')
  for (let count = 1; count <= 60; count += 1)
    expect(await ask(`person-${count}@people.example`, '203.0.113.7'), `${count}`).toMatchObject({ ok: true })

  now('2027-03-15T08:59:59.999Z')
  expect(await ask('person-61@people.example', '203.0.113.7')).toEqual(TOO_OFTEN)
  expect(await ask('person-62@people.example', '203.0.113.8')).toMatchObject({ ok: true })

  now('2027-03-15T09:00:00Z')
  expect(await ask('person-63@people.example', '203.0.113.7')).toMatchObject({ ok: true })
})

test('beyond it nothing is mailed, but to a browser that was signed in before', async () => {
  now('2027-03-17T08:00:00Z')
  const network = '203.0.113.9'
  for (let count = 1; count <= 60; count += 1) await ask('nobody@people.example', network)
  const before = await mailedTo(tom)
  expect(await ask(tom.email, network)).toMatchObject({ ok: false })
  expect(await mailedTo(tom)).toBe(before)

  const browser = platform.newId('sgn')
  expect(await ask(tom.email, network, browser)).toMatchObject({ ok: true })
  expect(await mailedTo(tom)).toBe(before + 1)
  for (let count = 2; count <= 10; count += 1)
    expect(await ask(tom.email, network, browser), `${count}`).toMatchObject({ ok: true })
  expect(await ask(tom.email, network, browser)).toMatchObject({ ok: false })
  expect(await ask(tom.email, '203.0.113.10', browser)).toMatchObject({ ok: true })
})

test('the mail is written in the name of whoever manages the programme, never of the one who signs in', async () => {
  const other = await aWorld()
  const request = { locale: 'en', zone: 'Europe/Paris', wayBack: null, browser: null } as const
  for (const [index, email] of [other.tom.email, other.nadia.email].entries())
    await askToSignIn(other.platform, { ...request, email, network: `192.0.2.${200 + index}` })
  await tick(other.platform)

  const [toTom = '', toNadia = ''] = await Promise.all(
    other.mails.map(async ({ raw }) => (await decodedMail(raw)).text),
  )
  expect(toTom).toContain(
    `Sent for ${other.nadia.name}. Reply to this email, or write to ${other.nadia.email}`,
  )
  expect(toTom).not.toContain(`Sent for ${other.tom.name}`)
  expect(toNadia).not.toContain('Sent for')
})
