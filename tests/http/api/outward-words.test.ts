import { expect, test } from 'vitest'

import { aWorld } from '../../support/world.ts'

test('a name that says too much is refused with its field and word, and saved for a reason that is kept', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/api/v1/programmes/${world.northwind.id}`
  expect(await nadia.patch(path, { shortName: 'Cap Formation' })).toMatchObject({
    status: 409,
    body: { error: { code: 'outward-words', fields: { shortName: 'Formation' } } },
  })
  const reason = 'It is the name of our building.'
  expect(await nadia.patch(path, { shortName: 'Cap Formation', reason })).toMatchObject({
    status: 200,
    body: { shortName: 'Cap Formation', policy: { allowedWords: ['formation'] } },
  })
})

test('a programme may be called what it is: mails carry its short name, which is made of a neutral word', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  expect(await nadia.post('/api/v1/programmes', { name: 'Mentoring at Acme' })).toMatchObject({
    status: 201,
    body: { name: 'Mentoring at Acme', shortName: 'Acme' },
  })
})
