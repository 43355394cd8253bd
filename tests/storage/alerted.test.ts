import { expect, test } from 'vitest'

import { NEVER_ALERTED } from '../../worker/domain/clock/alert.ts'
import { after, MINUTE } from '../../worker/domain/time/time.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { putAlerted, selectSigns, toSigns } from '../../worker/storage/clock/alerted.ts'
import { aWorld } from '../support/world.ts'

test('what another tick has told since is not written over by one that saw less', async () => {
  const { db, now } = (await aWorld()).platform
  const seen = async () => toSigns((await selectSigns(db, now()))[0])
  const at = now()
  const told = (minutes: number) => ({ ...NEVER_ALERTED, toldAt: after(at, minutes * MINUTE) })
  expect(await seen()).toMatchObject({ version: 0, alerted: NEVER_ALERTED })
  await inOneBatch(db, [putAlerted(db, told(1), 0)])
  await inOneBatch(db, [putAlerted(db, told(2), 0)])
  expect(await seen()).toMatchObject({ version: 1, alerted: told(1) })
  await inOneBatch(db, [putAlerted(db, told(3), 1)])
  expect(await seen()).toMatchObject({ version: 2, alerted: told(3) })
})
