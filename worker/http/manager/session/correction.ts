import { wordsFor } from '../../../../web/words/pages/words.ts'
import { correctLog } from '../../../actions/session/correct-log.ts'
import { isId } from '../../../domain/ids.ts'
import { type App, identityOf, managerOf } from '../../context.ts'
import { typedByReader } from '../../forms/dates.ts'
import { fieldsOf, stringsOf } from '../../forms/fields.ts'
import { executivesToday, outcomeIdIn, readCorrection } from '../../forms/outcome.ts'
import { whyReasonTooLong } from '../../forms/reason.ts'
import { missing } from '../../responses.tsx'
import { sessionSituationFor } from '../load.ts'
import { backToSession, sessionPage } from './session.tsx'

/** A manager corrects a log whose hour is over, on the page of its session. */
export function correctionPages(app: App): void {
  app.post('/sessions/:id/correction', async (c) => {
    const situation = await sessionSituationFor(c)
    if (!situation) return missing(c)
    const fields = await fieldsOf(c)
    const form = { values: stringsOf(fields), errors: [] }
    const long = whyReasonTooLong(c, fields)
    if (long) return sessionPage(c, situation, long, null)
    const { session, logging } = wordsFor(identityOf(c).person)
    const reason = fields['reason']?.trim() ?? ''
    if (reason === '') {
      const error = { field: 'reason', message: session.correctionReasonNeeded }
      return sessionPage(c, situation, { ...form, errors: [error] }, null)
    }
    const log = readCorrection(fields, { ...typedByReader(c), today: executivesToday(situation) })
    if (!log.ok) {
      const error = { field: log.refusal, message: logging.wrong[log.refusal] }
      return sessionPage(c, situation, { ...form, errors: [error] }, null)
    }

    const { corrects = '' } = fields
    const wish = { ...log.value, reason, corrects: isId('out', corrects) ? corrects : null }
    const platform = c.get('platform')
    const id = outcomeIdIn(fields, platform.newId)
    const corrected = await correctLog(platform, situation.session.id, wish, managerOf(c), id)
    if (corrected.ok) return backToSession(c, corrected.value)
    const now = (await sessionSituationFor(c)) ?? situation
    return sessionPage(c, now, form, corrected.refusal)
  })
}
