import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { FABRIKAM } from '../../schema/seed/fabrikam.ts'
import { NORTHWIND } from '../../schema/seed/northwind.ts'
import { makePairing } from '../../worker/actions/pairing/make.ts'
import { capturingMailer, mailboxOf } from '../../worker/delivery/mailer/capture.ts'
import { isId } from '../../worker/domain/ids.ts'
import { MINUTE } from '../../worker/domain/time/time.ts'
import { findItems } from '../../worker/domain/today/items.ts'
import { listCaptured } from '../../worker/http/dev/captured.ts'
import { seedWhenEmpty } from '../../worker/http/dev/seed.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { type Platform, platformOf } from '../../worker/platform.ts'
import { findMorning } from '../../worker/storage/today/morning.ts'
import { freshDatabase } from '../support/database.ts'
import { at } from '../support/times.ts'

const ALL = [...NORTHWIND.people, ...FABRIKAM.people]
const MONDAY = '2027-03-15T08:00Z'

/** Each pairing's sessions, oldest first: status, bumps, valid answers, and the state of the offers. */
const STORIES = [
  'elias-brandt-and-anneke-de-vries: fixed (ACCEPTED ACCEPTED)',
  'priya-raman-and-dana-kowalski: did-not-happen (NEEDS-ACTION NEEDS-ACTION), offered',
  'priya-raman-and-louise-garnier: happened (ACCEPTED NEEDS-ACTION), fixed (ACCEPTED ACCEPTED)',
  'priya-raman-and-marcus-whitfield: cut-short (ACCEPTED NEEDS-ACTION), fixed (NEEDS-ACTION ACCEPTED)',
  'tom-leroy-and-claude-bernard: happened (ACCEPTED ACCEPTED), fixed (ACCEPTED ACCEPTED)',
  'tom-leroy-and-helene-faure: offered after 1 bumps (DECLINED)',
  'tom-leroy-and-ingrid-solberg: ',
  'tom-leroy-and-rajiv-menon: offered',
  'wei-jun-tan-and-claude-bernard: fixed (TENTATIVE ACCEPTED)',
  'wei-jun-tan-and-keiko-arai: cancelled',
  'wei-jun-tan-and-rajiv-menon: fixed (ACCEPTED ACCEPTED), offered',
]

test('the demo cast has the promised people', () => {
  const inNorthwind = (role: string) =>
    NORTHWIND.people.filter(({ roles }) => roles.some((each) => each === role))
  const executives = inNorthwind('executive')
  const served = executives.flatMap(({ assistantIds }) => assistantIds)

  expect(['manager', 'mentor', 'executive', 'assistant'].map((role) => inNorthwind(role).length)).toEqual([
    2, 3, 8, 4,
  ])
  expect(NORTHWIND.people[0]?.name).toBe('Nadia Haddad')
  expect(new Set(executives.map(({ unit }) => unit)).size).toBe(2)
  expect(NORTHWIND.people.map(({ zone }) => zone)).toEqual(
    expect.arrayContaining(['Europe/Paris', 'America/New_York', 'Asia/Singapore']),
  )
  expect(served.filter((id) => id === 'per_odile-marchand-of-northwind')).toHaveLength(3)
  expect(FABRIKAM.people.flatMap(({ roles }) => roles).toSorted()).toEqual(['executive', 'manager', 'mentor'])
  expect(
    ALL.flatMap(({ email, aliases }) => [email, ...aliases]).filter((each) => !each.endsWith('.example')),
  ).toEqual([])
  expect(ALL.filter(({ id }) => !isId('per', id))).toEqual([])
  expect([NORTHWIND, FABRIKAM].filter(({ id }) => !isId('prg', id))).toEqual([])
  expect(NORTHWIND.pairings.filter(({ id }) => !isId('pai', id))).toEqual([])
})

test('on a working morning, in a weekend night and at a clock change, the demo has a session in every state', async () => {
  for (const now of [MONDAY, '2027-03-20T23:30Z', '2027-03-29T00:10Z']) {
    const platform = await seeded(now)
    expect(await stories(), now).toEqual(STORIES)
    expect((await kindsOnToday(platform)).toSorted(), now).toEqual(
      expect.arrayContaining([
        'answer-waiting',
        'counter',
        'first-offer',
        'needs-manager',
        'no-next-date',
        'not-logged',
      ]),
    )
    const mails = await listCaptured(mailboxOf(env), 0)
    expect(
      mails.every((mail, index) => mail.at >= (mails[index - 1]?.at ?? 0)),
      now,
    ).toBe(true)
    const [bump, ...others] = await bumps()
    expect(others, now).toEqual([])
    expect(bump, now).toMatchObject({ afterDecline: 10 * MINUTE })
    const freed = mails.filter(({ to, raw }) => to === bump?.mentor && raw.includes('method=CANCEL'))
    expect(
      freed.map((mail) => mail.at),
      'the mentor is freed at the minute of the bump',
    ).toContain(bump?.at)
    const counts = await tick(platform)
    for (const kind of ['deliver', 'bump', 'ask-for-outcome', 're-offer'])
      expect(counts, now).not.toHaveProperty(kind)
  }
}, 60_000)

test('the mentor who reports to an executive cannot be paired with her', async () => {
  const platform = await seeded(MONDAY)
  const refused = await makePairing(
    platform,
    {
      id: platform.newId('pai'),
      programmeId: NORTHWIND.id,
      mentorId: 'per_tom-leroy-of-northwind',
      executiveId: 'per_louise-garnier-of-northwind',
      kind: 'mentoring',
      place: null,
    },
    { id: 'per_nadia-haddad-of-northwind', door: 'manager' },
  )
  expect(refused).toMatchObject({ ok: false, refusal: { reason: 'reporting-line' } })
}, 30_000)

test('an interrupted seed continues at the next start, and a third start changes nothing', async () => {
  for (const calls of [4, 170]) {
    await freshDatabase()
    const platform = platformAtMonday()
    await expect(seedWhenEmpty(dyingAfter(calls, platform), mailboxOf(env))).rejects.toThrow('killed')
    await seedWhenEmpty(platform, mailboxOf(env))
    expect(await stories(), `killed after ${calls}`).toEqual(STORIES)

    const before = await listCaptured(mailboxOf(env), 0)
    await seedWhenEmpty(platform, mailboxOf(env))
    expect(await listCaptured(mailboxOf(env), 0)).toEqual(before)
  }
}, 60_000)

test('a database with people is not seeded', async () => {
  await seeded(MONDAY)
  await mailboxOf(env).prepare("DELETE FROM settings WHERE name = 'seed'").run()
  const before = await stories()
  await seedWhenEmpty(platformAtMonday(), mailboxOf(env))
  expect(await stories()).toEqual(before)
}, 30_000)

async function seeded(now: string): Promise<Platform> {
  await freshDatabase()
  const platform = platformWith(now)
  await seedWhenEmpty(platform, mailboxOf(env))
  return platform
}

function platformAtMonday(): Platform {
  return platformWith(MONDAY)
}

function platformWith(moment: string): Platform {
  const now = () => at(moment)
  return platformOf(env, { now, send: capturingMailer(mailboxOf(env), '', now) })
}

/** A platform that fails like a killed process at its n-th id. */
function dyingAfter(calls: number, platform: Platform): Platform {
  let left = calls
  return {
    ...platform,
    newId: (prefix) => {
      left -= 1
      if (left < 0) throw new Error('killed')
      return platform.newId(prefix)
    },
  }
}

async function stories(): Promise<readonly string[]> {
  const { results } = await env.DB.prepare(
    `SELECT substr(pairings.id, 5) AS pairing, sessions.status, sessions.bumps,
       (SELECT group_concat(partstat, ' ') FROM invites WHERE session_id = sessions.id AND live = 1) AS answers
     FROM pairings LEFT JOIN sessions ON sessions.pairing_id = pairings.id
     ORDER BY pairings.id, sessions.created_at`,
  ).all<{ pairing: string; status: string | null; bumps: number; answers: string | null }>()
  return Array.from(
    Map.groupBy(results, ({ pairing }) => pairing),
    ([pairing, rows]) => {
      const summaries = rows.map(({ status, bumps, answers }) =>
        [status ?? '', bumps ? `after ${bumps} bumps` : '', answers ? `(${answers})` : '']
          .filter(Boolean)
          .join(' '),
      )
      return `${pairing}: ${summaries.join(', ')}`
    },
  )
}

/** When each bump happened, how long after the decline, and the freed mentor. */
async function bumps() {
  const { results } = await env.DB.prepare(
    `SELECT events.at, people.email AS mentor, events.at - (
       SELECT max(at) FROM events AS declined WHERE declined.subject = sessions.id AND declined.code = 'answered'
         AND declined.at < events.at AND json_extract(declined.detail, '$.partstat') = 'DECLINED') AS afterDecline
     FROM events JOIN sessions ON sessions.id = events.subject JOIN people ON people.id = sessions.mentor_id
     WHERE events.code = 'bumped'`,
  ).all<{ at: number; mentor: string; afterDecline: number }>()
  return results
}

async function kindsOnToday(platform: Platform): Promise<readonly string[]> {
  const morning = await findMorning(platform, NORTHWIND.id)
  return morning ? findItems(morning).map(({ kind }) => kind) : []
}
