import { expect, test } from 'vitest'

import { refusalsEn } from '../../../web/words/refusals/en.ts'
import { refusalsFr } from '../../../web/words/refusals/fr.ts'
import { type RefusedRequest } from '../../support/refused-requests.ts'
import { textAt } from '../../support/response-shapes.ts'
import { aWorld, fabrikamBeside } from '../../support/world.ts'

const scenes: readonly RefusedRequest[] = [
  {
    code: 'id-taken',
    says: /used before/,
    when: 'a person’s id comes with another name',
    ask: async (nadia, { northwind, platform }) => {
      const wish = {
        id: platform.newId('per'),
        programmeId: northwind.id,
        roles: ['mentor'],
        email: 'x@people.example',
        zone: 'UTC',
      }
      await nadia.post('/api/v1/people', { ...wish, name: 'Xenia' })
      return nadia.post('/api/v1/people', { ...wish, name: 'Xaver' })
    },
  },
  {
    code: 'id-taken',
    says: /used before/,
    when: 'an id is that of somebody who is there without having been asked for',
    ask: (nadia, { northwind, nadia: { id } }) =>
      nadia.post('/api/v1/people', {
        id,
        programmeId: northwind.id,
        roles: ['mentor'],
        name: 'X',
        email: 'x@people.example',
        zone: 'UTC',
      }),
  },
  {
    code: 'reporting-line',
    says: /reports to the other/,
    when: 'one reports to the other',
    ask: async (nadia, { tom, northwind }) => {
      const wish = {
        programmeId: northwind.id,
        roles: ['executive'],
        name: 'Yann Petit',
        email: 'y@people.example',
        zone: 'UTC',
      }
      const yann = textAt((await nadia.post('/api/v1/people', wish)).body, 'id')
      await nadia.patch(`/api/v1/people/${tom.id}`, { reportsTo: yann })
      return nadia.post('/api/v1/pairings', { mentorId: tom.id, executiveId: yann, kind: 'mentoring' })
    },
  },
  {
    code: 'reporting-line',
    says: /outside the reporting line/,
    when: 'he is handled, and reports to the mentor',
    ask: async (nadia, { tom, northwind }) => {
      const wish = {
        programmeId: northwind.id,
        roles: ['executive'],
        name: 'Yann Petit',
        email: 'y@people.example',
        zone: 'UTC',
      }
      const added = await nadia.post('/api/v1/people', { ...wish, reportsTo: tom.id, blockers: ['handled'] })
      const executiveId = textAt(added.body, 'id')
      return nadia.post('/api/v1/pairings', {
        mentorId: tom.id,
        executiveId,
        kind: 'mentoring',
      })
    },
  },
  {
    code: 'already-paired',
    says: /already paired/,
    when: 'the two have a living pairing',
    ask: (nadia, { tom, bernard }) =>
      nadia.post('/api/v1/pairings', { mentorId: tom.id, executiveId: bernard.id, kind: 'workshop' }),
  },
  {
    code: 'not-a-mentor',
    says: /not a mentor/,
    when: 'an assistant is to be one',
    ask: (nadia, { odile, bernard }) =>
      nadia.post('/api/v1/pairings', { mentorId: odile.id, executiveId: bernard.id, kind: 'workshop' }),
  },
  {
    code: 'not-an-executive',
    says: /not an executive/,
    when: 'an assistant is to be one',
    ask: (nadia, { odile, tom }) =>
      nadia.post('/api/v1/pairings', { mentorId: tom.id, executiveId: odile.id, kind: 'workshop' }),
  },
  {
    code: 'address-taken',
    says: /belongs to somebody else/,
    when: 'somebody’s alias is another’s address',
    ask: (nadia, { tom, bernard }) => nadia.patch(`/api/v1/people/${tom.id}`, { aliases: [bernard.email] }),
  },
  {
    code: 'no-such-person',
    says: /not among those/,
    when: 'a superior is somebody elsewhere',
    ask: async (nadia, world) => {
      const { yara } = await fabrikamBeside(world)
      return nadia.patch(`/api/v1/people/${world.tom.id}`, { reportsTo: yara.id })
    },
  },
  {
    code: 'no-such-person',
    says: /this very person/,
    when: 'somebody is to answer for himself',
    ask: (nadia, { bernard }) => nadia.patch(`/api/v1/people/${bernard.id}`, { assistantIds: [bernard.id] }),
  },
  {
    code: 'reporting-circle',
    says: /already reports to this person/,
    when: 'two are to report to each other',
    ask: async (nadia, { tom, bernard }) => {
      await nadia.patch(`/api/v1/people/${tom.id}`, { reportsTo: bernard.id })
      return nadia.patch(`/api/v1/people/${bernard.id}`, { reportsTo: tom.id })
    },
  },
]

test.each(scenes)('$code, when $when', async ({ code, says, ask }) => {
  const world = await aWorld()
  const { status, body } = await ask(await world.as(world.nadia), world)
  expect({ status, body }).toEqual({
    status: 409,
    body: { error: { code, message: expect.stringMatching(says) } },
  })
})

test('every refusal has a sentence in both languages', () => {
  expect(Object.keys(refusalsFr).toSorted()).toEqual(Object.keys(refusalsEn).toSorted())
})
