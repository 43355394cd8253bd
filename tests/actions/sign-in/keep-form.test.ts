import { expect, test } from 'vitest'

import { keepForm, openKeptForm } from '../../../worker/actions/sign-in/keep-form.ts'
import type { KeptFormId } from '../../../worker/domain/ids.ts'
import { aWorld } from '../../support/world.ts'

test('of many forms that one person leaves in the same moment the ten last ones are kept', async () => {
  const { platform, nadia } = await aWorld()
  const ids: (KeptFormId | null)[] = []
  for (let made = 0; made < 14; made += 1)
    ids.push(await keepForm(platform, { action: '/people', fields: { name: [`${made}`] } }, nadia.id))

  const kept: (string | null)[] = []
  for (const id of ids) {
    const form = id && (await openKeptForm(platform, id, nadia.id))
    kept.push(form?.fields['name']?.[0] ?? null)
  }
  expect(kept).toEqual([
    ...Array.from({ length: 4 }, () => null),
    ...Array.from({ length: 10 }, (_, at) => `${at + 4}`),
  ])
})
