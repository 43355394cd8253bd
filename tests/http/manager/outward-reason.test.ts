import { expect, test } from 'vitest'

import { changePairing } from '../../../worker/actions/pairing/change.ts'
import { findProgramme } from '../../../worker/storage/programme/programme.ts'
import { findOpenSession } from '../../../worker/storage/session/session.ts'
import { submitted } from '../../support/forms.ts'
import { formOf, openOffer } from '../../support/offer-form.ts'
import { aPersonIn, asManager, aWorld, have, settingOf, type World } from '../../support/world.ts'

const WHY = { outwardReason: 'It is the name of our building.' }

type Form = {
  readonly path: (world: World) => string
  readonly fields: (world: World) => Promise<Readonly<Record<string, string>>>
}

const FORMS: Readonly<Record<string, Form>> = {
  'somebody new': {
    path: () => '/people',
    fields: async ({ northwind }) => ({
      ...{ programmeId: northwind.id, name: 'Ana Silva', email: 'a.silva@people.example' },
      ...{ 'role-executive': 'yes', shortName: 'Ana (formation)' },
    }),
  },
  'a new pairing': {
    path: () => '/pairings',
    fields: async (world) => {
      const mia = await aPersonIn(settingOf(world), 'mentor', { name: 'Mia Rossi' })
      const { northwind, bernard } = world
      const people = { programmeId: northwind.id, mentorId: mia.id, executiveId: bernard.id }
      return { ...people, kind: 'mentoring', placeKind: 'room', place: 'Salle de formation' }
    },
  },
  'a new format': {
    path: ({ northwind }) => `/programmes/${northwind.id}/formats`,
    fields: async () => ({
      ...{ name: 'Two letters', prompts: 'Why?', outwardTitle: 'Formation' },
      carryOn: 'Write down one lesson',
    }),
  },
  'a link to the figures': {
    path: ({ northwind }) => `/programmes/${northwind.id}/report/links`,
    fields: async () => ({
      ...{ label: 'Head of formation', address: 'ida@board.example' },
      ...{ locale: 'en', endsOn: '2027-05-01' },
    }),
  },
  'a new programme': {
    path: () => '/programmes',
    fields: async () => ({ name: 'Northwind', shortName: 'Cap Formation' }),
  },
  'the rules of a programme': {
    path: ({ northwind }) => `/programmes/${northwind.id}`,
    fields: async (world) => ({
      ...(await policyOf(world)),
      ...{ shortName: 'Cap Formation', allowedWords: '' },
    }),
  },
  'the words that a programme lets through': {
    path: ({ northwind }) => `/programmes/${northwind.id}`,
    fields: async (world) => ({ ...(await policyOf(world)), allowedWords: 'formation' }),
  },
}

for (const [form, { path, fields }] of Object.entries(FORMS))
  test(`the form for ${form} asks why a word is right, keeps what was typed, and saves it then`, async () => {
    const world = await aWorld()
    const nadia = await world.as(world.nadia)
    const typed = await fields(world)
    const asked = await submitted(nadia, path(world), typed)
    expect(asked.status).toBe(422)
    expect(asked.body).toContain('name="outwardReason"')
    expect(asked.body).toContain('ormation')
    expect((await submitted(nadia, path(world), { ...typed, ...WHY })).status).toBe(303)
  })

test('the words of a first mail may stay where she says why, are previewed so, and go', async () => {
  const world = await aWorld()
  const { platform, pairing, nadia: manager } = world
  have(await changePairing(platform, pairing.id, { status: 'proposed' }, asManager(manager)))
  const nadia = await world.as(manager)
  const page = await openOffer(nadia, pairing.id)
  const words = 'Dear Odile, Tom works in our Salle de formation.'
  const refused = await page.send({ words })
  expect(refused.status).toBe(409)
  const asked = formOf(nadia, pairing.id, refused)
  expect(asked.fields).toHaveProperty('outwardReason')
  // The look at the mail says it too.
  expect(asked.html).toContain('Error: “formation” in the text.')
  const shown = await asked.press('words', WHY)
  expect(/<pre class="mail">(.*?)<\/pre>/s.exec(shown.html)?.[1]).toContain('Salle de formation')
  expect(shown.html).not.toContain('Error: “formation”')
  expect((await shown.send()).status).toBe(303)
  expect((await findOpenSession(platform.db, pairing.id))?.offer?.words).toBe(words)
  expect((await findProgramme(platform.db, world.northwind.id))?.policy.allowedWords).toEqual(['formation'])
})

/** The form of the rules as it stands, without its switches. */
async function policyOf(world: World): Promise<Readonly<Record<string, string>>> {
  const { body } = await (await world.as(world.nadia)).get(`/programmes/${world.northwind.id}`)
  const html = String(body)
  const form = /<form method="post" action="\/programmes\/.*?<\/form>/s.exec(html)?.[0] ?? ''
  const inputs = Array.from(form.matchAll(/<input[^>]*>/g), ([tag]) => tag).filter(
    (tag) => !/type="(?:checkbox|radio)"/.test(tag) || / checked/.test(tag),
  )
  const selects = Array.from(form.matchAll(/<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
  return Object.fromEntries([
    ...inputs.map((tag) => [/ name="([^"]*)"/.exec(tag)?.[1], / value="([^"]*)"/.exec(tag)?.[1] ?? '']),
    ...selects.map(([, name, list = '']) => [
      name,
      / value="([^"]*)"/.exec(/<option[^>]* selected[^>]*>/.exec(list)?.[0] ?? '')?.[1],
    ]),
  ])
}
