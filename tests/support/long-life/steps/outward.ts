import { inArray } from 'drizzle-orm'

import { outbox } from '../../../../schema/index.ts'
import { isDone, shuffled, type Step } from './step.ts'

/** What leaves, as a manager looks at it before and after, and as a sponsor reads it. */
export const outward: Readonly<Record<string, Step>> = {
  'as they see it': async (life) => {
    const ids = life.pairs.map(({ executive }) => executive.person.id)
    const letters = await life.platform.db
      .select({ id: outbox.id })
      .from(outbox)
      .where(inArray(outbox.personId, ids))
    let seen = false
    for (const { id } of shuffled(letters, life.random).slice(0, 3))
      for (const { manager } of life.cast.houses) {
        seen = isDone(await life.ask(manager, `/deliveries/${id}/as-they-see-it`)) || seen
        await life.ask(manager, `/deliveries/${id}/source`)
      }
    return seen
  },
  'a sponsor reads': async (life) => {
    const sven = life.person('sven')
    const paths = life.cast.houses.map(({ programme }) => `/programmes/${programme.id}/report`)
    const read = await Promise.all(
      paths.flatMap((path) => [life.ask(sven, path), life.ask(sven, `/api/v1${path}`)]),
    )
    await life.ask(sven, '/')
    return read.slice(0, 2).every(isDone)
  },
}
