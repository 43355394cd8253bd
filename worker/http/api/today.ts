import { manages } from '../../domain/permission.ts'
import { iso } from '../../domain/time.ts'
import { findItems } from '../../domain/today.ts'
import { listProgrammesOf } from '../../storage/programmes.ts'
import { findMorning } from '../../storage/today.ts'
import { missing } from '../answers.tsx'
import { type App, identityOf } from '../context.ts'

/** Who needs the manager, most urgent first; of one programme, or of all of hers. */
export function todayApi(app: App): void {
  app.get('/api/v1/today', async (c) => {
    const { actor } = identityOf(c)
    const platform = c.get('platform')
    const all = (await listProgrammesOf(platform.db, actor.personId)).filter(({ id }) => manages(actor, id))
    const asked = c.req.query('programme')
    const programmes = asked === undefined ? all : all.filter(({ id }) => id === asked)
    if (programmes.length === 0) return missing(c)

    const mornings = await Promise.all(programmes.map(({ id }) => findMorning(platform, id)))
    const items = mornings.flatMap((morning) => (morning ? findItems(morning) : []))
    return c.json({
      items: items.map(({ since, sessionId, pairingId, personId, ...item }) => ({
        ...item,
        since: iso(since),
        ...(sessionId && { sessionId }),
        ...(pairingId && { pairingId }),
        ...(personId && { personId }),
      })),
    })
  })
}
