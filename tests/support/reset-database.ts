import { afterEach, expect } from 'vitest'

import { freshDatabase } from './database.ts'
import { findBroken } from './fsck.ts'

/** These write by the doors alone. Others put rows of their own into the tables, as no action would. */
const LIVES_BY_THE_DOORS = /^tests\/(?:journeys|faults|model)\/|^tests\/storage\/races\.test/

afterEach(async ({ task }) => {
  if (LIVES_BY_THE_DOORS.test(task.file.name))
    expect(await findBroken(), 'invariants that do not hold after this test').toEqual([])
})

await freshDatabase()
