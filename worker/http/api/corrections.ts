import { correctLog } from '../../actions/session/correct-log.ts'
import { type Outcome, shownLog } from '../../domain/session/outcome.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import { listCorrections } from '../../storage/session/corrections.ts'
import { findLogReading } from '../../storage/session/outcome.ts'
import { bothIn, recordAccess } from '../access-log.ts'
import { type App, managerOf } from '../context.ts'
import { missing, refused } from '../responses.tsx'
import { lookAs, managedSessionFor, pathId } from './load.ts'
import { withBody } from './request.ts'
import { sessionResponse } from './session-response.ts'
import { correctionOf, correctionWish } from './shapes/correction.ts'
import { outcomeJson } from './shapes/log.ts'

/** The log as it stands, with what stood before each correction, and a correction of it. */
export function correctionApi(app: App): void {
  app.get('/api/v1/sessions/:id/outcome', async (c) => {
    const session = await managedSessionFor(c, pathId(c, 'ses'))
    if (!session) return missing(c)
    await recordAccess(c, bothIn(session), '/api/v1/sessions/:id/outcome')
    const platform = c.get('platform')
    const { db } = platform
    const [programme, { logged, agreed }, corrections] = await Promise.all([
      findProgramme(db, session.programmeId),
      findLogReading(db, session.id, session.pairingId),
      listCorrections(platform, session.id),
    ])
    if (!programme) return missing(c)
    const shown = <Log extends Pick<Outcome, 'evidence'>>(log: Log) => shownLog(log, programme.policy)
    const before = corrections.map((each) => ({ ...each, before: shown(each.before) }))
    return c.json(outcomeJson(lookAs(c, 'manager'), logged && shown(logged), agreed, before))
  })

  app.post(
    '/api/v1/sessions/:id/correction',
    withBody(correctionWish, async (c, wish) => {
      const platform = c.get('platform')
      const { id = platform.newId('out') } = wish
      const corrected = await correctLog(platform, pathId(c, 'ses'), correctionOf(wish), managerOf(c), id)
      if (!corrected.ok) return refused(c, corrected.refusal)
      return c.json(sessionResponse(c, corrected.value, lookAs(c, 'manager')))
    }),
  )
}
