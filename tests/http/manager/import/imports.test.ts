import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { changePerson } from '../../../../worker/actions/people/change.ts'
import type { Client } from '../../../support/client.ts'
import { submitted } from '../../../support/forms.ts'
import { aFile, brought } from '../../../support/imports.ts'
import { asManager, aWorld, fabrikamBeside, have, type World } from '../../../support/world.ts'

const MENTORS = 'name;email;roles;zone\r\nMia Berg;mia@people.example;mentor;Europe/Paris\r\n'
const EXECUTIVES = 'name,email,roles,zone\nAda Ives,ada@people.example,executive,Europe/Paris\n'
const PAIRINGS = 'mentor,executive\nmia@people.example,ada@people.example\n'

test('several files are chosen at once, shown together, and done by one press', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const sent = await chosen(world, nadia, [PAIRINGS, MENTORS, EXECUTIVES])
  expect(sent.status).toBe(303)
  const [page = ''] = sent.headers.get('Location')?.split('?') ?? []
  const { body } = await nadia.get(page)
  expect(body).toContain('3 new, 0 changed, 0 unchanged.')
  expect(body).toContain('file-1.csv, Line 2')
  const done = await submitted(nadia, `${page}/confirmation`, { seen: seenIn(body) })
  expect(done.headers.get('Location')).toBe(`${page}?done=imported`)
  expect((await nadia.get(page)).body).toContain('3 new, 0 changed, 0 unchanged.')
  expect(
    await env.DB.prepare("SELECT count(*) AS count FROM pairings WHERE status = 'proposed'").first('count'),
  ).toBe(1)
})

test('a pasted text is read too; what cannot be read is said beside it, and stays', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const long = `name,email,colour\n${'A,a@people.example,red\n'.repeat(1500)}`
  const refused = await submitted(nadia, '/imports', { programme: world.northwind.id, text: long })
  expect(refused.status).toBe(422)
  expect(refused.body).toContain('What you pasted: These columns are not known here: colour.')
  expect(String(refused.body).split('A,a@people.example,red')).toHaveLength(1501)
  const nothing = await submitted(nadia, '/imports', { programme: world.northwind.id, text: ' ' })
  expect(nothing).toMatchObject({
    status: 422,
    body: expect.stringContaining('Choose a file, or paste some lines.'),
  })
  const read = await submitted(nadia, '/imports', { programme: world.northwind.id, text: MENTORS })
  expect(read.status).toBe(303)
})

test('errors come first, each at its line and column, and there is nothing to press', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const lines = Array.from({ length: 150 }, (_, at) => `P ${at},p${at}@people.example,mentor,Europe/Paris`)
  const csv = ['name,email,roles,zone', ...lines, '<b>Zoe</b>,zoe@people.example,boss,Europe/Paris'].join(
    '\n',
  )
  const { id } = await brought(world, aFile('people', csv))
  const { body } = await nadia.get(`/imports/${id}`)
  const [first = ''] = String(body).match(/<li class="row">.*?<\/ul>/s) ?? []
  expect(first).toContain('Line 152')
  expect(first).toContain('&lt;b&gt;Zoe&lt;/b&gt;')
  expect(first).toContain('<code>roles</code>: “boss” is not a role')
  expect(body).toContain('One error in one line')
  expect(body).toContain('1–100 of 151')
  expect(body).not.toContain('/confirmation"')
})

test('what has changed since the page was shown is shown anew before it is done', async () => {
  const world = await aWorld()
  const { platform, bernard } = world
  const nadia = await world.as(world.nadia)
  const { id } = await brought(world, aFile('people', `email,unit\n${bernard.email},Legal`))
  const { body } = await nadia.get(`/imports/${id}`)
  expect(body).toContain('unit: Legal (was empty)')
  have(await changePerson(platform, bernard.id, { unit: 'Sales' }, asManager(world.nadia)))
  const refused = await submitted(nadia, `/imports/${id}/confirmation`, { seen: seenIn(body) })
  expect(refused.status).toBe(409)
  expect(refused.body).toContain('unit: Legal (was Sales)')
  const done = await submitted(nadia, `/imports/${id}/confirmation`, { seen: seenIn(refused.body) })
  expect(done.status).toBe(303)
})

test('an import is not there for a manager of another programme', async () => {
  const world = await aWorld()
  const { rita } = await fabrikamBeside(world)
  const { id } = await brought(world, aFile('people', EXECUTIVES))
  const ritas = await world.as(rita)
  expect((await ritas.get(`/imports/${id}`)).status).toBe(404)
  expect((await submitted(ritas, `/imports/${id}/confirmation`, {})).status).toBe(404)
  expect(
    (await submitted(ritas, '/imports', { programme: world.northwind.id, text: EXECUTIVES })).status,
  ).toBe(404)
  expect((await ritas.get(`/programmes/${world.northwind.id}/export?kind=people`)).status).toBe(404)
})

test('after a day the page says that the file is kept no longer, and takes it again', async () => {
  const world = await aWorld()
  const { id } = await brought(world, aFile('people', EXECUTIVES))
  world.now('2027-03-16T08:00Z')
  const later = await world.as(world.nadia)
  for (const answer of [
    await later.get(`/imports/${id}`),
    await submitted(later, `/imports/${id}/confirmation`, {}),
    await later.get('/imports/imp_nothing'),
  ]) {
    expect(answer.status).toBe(404)
    expect(answer.body).toContain('files are kept for a day after they are read')
    expect(answer.body).toContain('name="files"')
  }
})

/** As a browser sends a form with a field of files. */
async function chosen({ northwind }: World, client: Client, files: readonly string[]) {
  const body = new FormData()
  body.append('programme', northwind.id)
  for (const [index, file] of files.entries()) body.append('files', new File([file], `file-${index}.csv`))
  body.append('text', '')
  return client.ask('/imports', { method: 'POST', body })
}

function seenIn(body: unknown): string {
  return /name="seen" value="([^"]+)"/.exec(String(body))?.[1] ?? ''
}
