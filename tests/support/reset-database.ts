import { afterEach } from 'vitest'

import { freshDatabase } from './database.ts'
import { findBroken, forgetWhatIsBroken } from './fsck.ts'

/** These write by the doors alone. Others put rows of their own into the tables, as no action would. */
const LIVES_BY_THE_DOORS = /^tests\/(?:journeys|faults|model)\/|^tests\/storage\/races\.test/

afterEach(async ({ task }) => {
  const broken = LIVES_BY_THE_DOORS.test(task.file.name) ? await findBroken() : []
  forgetWhatIsBroken()
  if (broken.length > 0) throw new Error(`invariants that do not hold: ${JSON.stringify(broken)}`)
})

await freshDatabase()
