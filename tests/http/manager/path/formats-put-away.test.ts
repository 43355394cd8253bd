import { expect, test } from 'vitest'

import { logOutcome } from '../../../../worker/actions/session/log-outcome.ts'
import type { StandardFormat } from '../../../../worker/domain/path/house.ts'
import { listAllFormats, listFormats } from '../../../../worker/storage/path/format.ts'
import { submitted } from '../../../support/forms.ts'
import { HAPPENED } from '../../../support/logged-session.ts'
import { aFixedSession, aWorld, have, settingOf, type World } from '../../../support/world.ts'

test('a format can be changed while what comes before it is put away', async () => {
  const { nadia, quiet } = await withoutListening()
  const format = `/api/v1/formats/${quiet}`
  expect(await nadia.patch(format, { phone: false })).toMatchObject({ status: 200, body: { phone: false } })
})

test('what the API says a format comes after can be written back', async () => {
  const { nadia, quiet } = await withoutListening()
  const format = `/api/v1/formats/${quiet}`
  const { after } = (await nadia.get(format)).body as { readonly after: readonly string[] }
  expect((await nadia.patch(format, { after })).status).toBe(200)
})

test('saving a format’s page with another length takes no prerequisite away that is only put away', async () => {
  const { nadia, quiet } = await withoutListening()
  const page = String((await nadia.get(`/formats/${quiet}`)).body)
  const saved = await submitted(nadia, `/formats/${quiet}`, { ...sentBy(page), minutes: '20' })
  expect(saved.status).toBe(303)
  expect((await nadia.get(`/api/v1/formats/${quiet}`)).body).toMatchObject({ minutes: 20, house: true })
})

test('a format to which nobody can ever come is refused', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/api/v1/programmes/${world.northwind.id}/formats`
  const after = [await idOf(world, 'closing-talk')]
  const act = 'asking-others-in'
  const statuses = [
    (await nadia.post(path, { name: 'After the end', after })).status,
    (await nadia.post(path, { name: 'First and again', stage: act, act })).status,
  ]
  for (const status of statuses) expect(status).toBe(409)
})

test('where the closing talk was put away, no page says that it was held', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  for (const { id, standard } of await listFormats(world.platform.db, world.northwind.id))
    if (standard !== 'read-with-me') await nadia.patch(`/api/v1/formats/${id}`, { archived: true })
  const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  world.now('2027-03-17T10:00Z')
  const log = { ...HAPPENED, evidence: 'reading' } as const
  have(await logOutcome(world.platform, id, log, { id: world.tom.id, door: 'link' }))
  const page = (await (await world.as(world.nadia)).get(`/pairings/${world.pairing.id}`)).body
  expect(page).not.toContain('The closing talk has been held')
})

/** “The quiet voice” comes after “Unfiltered listening”, which is put away. */
async function withoutListening() {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const listening = await idOf(world, 'unfiltered-listening')
  expect((await nadia.patch(`/api/v1/formats/${listening}`, { archived: true })).status).toBe(200)
  return { world, nadia, quiet: await idOf(world, 'quiet-voice') }
}

/** What a browser sends where nobody has touched a field: of a list without a choice, its first entry. */
function sentBy(page: string): Readonly<Record<string, string>> {
  const form = page.slice(page.indexOf('<form method="post" action="/formats/'))
  const own = form.slice(0, form.indexOf('</form>'))
  const inputs = [...own.matchAll(/<input[^>]*>/g)].flatMap(([tag]) => {
    const isOff = /type="(checkbox|radio)"/.test(tag) && !/\schecked/.test(tag)
    return isOff ? [] : [[attribute(tag, 'name'), attribute(tag, 'value')] as const]
  })
  const texts = [...own.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)/g)].map(
    ([, name = '', text = '']) => [name, unescaped(text)] as const,
  )
  const selects = [...own.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs)].map(
    ([, name = '', options = '']) => {
      const [first = ''] = /<option[^>]*>/.exec(options) ?? []
      const [chosen = first] = /<option[^>]*selected[^>]*>/.exec(options) ?? []
      return [name, attribute(chosen, 'value')] as const
    },
  )
  return Object.fromEntries([...inputs, ...texts, ...selects].filter(([name]) => name !== ''))
}

function attribute(tag: string, name: string): string {
  return unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

async function idOf(world: World, name: StandardFormat) {
  const formats = await listAllFormats(world.platform.db, world.northwind.id)
  return formats.find(({ standard }) => standard === name)?.id
}
