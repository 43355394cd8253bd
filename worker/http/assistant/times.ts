import { tripText, windowText } from '../../../web/pages/assistant/time-rules.tsx'
import { paths } from '../../../web/pages/paths.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { changeTimeRule } from '../../actions/people/time-rule.ts'
import { isId, type PersonId } from '../../domain/ids.ts'
import { MAX_TIME_RULE_CHARACTERS } from '../../domain/limits.ts'
import type { WeeklyWindow } from '../../domain/people/person.ts'
import { readTimeRule } from '../../domain/people/read-time-rule.ts'
import type { TimeRule, TimeRuleChange } from '../../domain/people/time-rule.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { isDay } from '../../domain/time/days.ts'
import { type App, type AppContext, identityOf } from '../context.ts'
import { typedByReader } from '../forms/dates.ts'
import type { FormFields } from '../forms/field-reader.ts'
import { fieldsOf, stringsOf } from '../forms/fields.ts'
import { readZone } from '../forms/zone.ts'
import { afterSaving, type Saved } from '../manager/after-press.ts'
import { explainOutside } from '../refusals.ts'
import { missing } from '../responses.tsx'
import { assistantOf, deskAgain } from './desk.tsx'

/** A trip or a never rule, said in one line, or taken away again. */
export function deskTimes(app: App): void {
  app.post('/desk/executives/:id/times', async (c) => {
    const id = c.req.param('id')
    const { answersFor } = identityOf(c)
    if (!isId('per', id) || !answersFor.some(({ executiveId }) => executiveId === id)) return missing(c)
    const fields = await fieldsOf(c)
    const change = changeIn(c, fields)
    if (!change.ok) {
      const errors = [{ field: `said-${id}`, message: change.refusal }]
      return deskAgain(c, id, { values: stringsOf(fields), errors })
    }
    return keep(c, id, change.value, fields)
  })
}

async function keep(c: AppContext, id: PersonId, change: TimeRuleChange, fields: FormFields) {
  const kept = await changeTimeRule(c.get('platform'), id, change, assistantOf(c))
  if (!kept.ok) {
    const { status, code, sentence } = explainOutside(kept.refusal, identityOf(c).person)
    c.set('refused', code)
    const errors = [{ field: `said-${id}`, message: sentence }]
    return deskAgain(c, id, { values: stringsOf(fields), errors }, status)
  }
  return c.redirect(afterSaving(`${paths.desk}#${id}`, savedOf(change)), 303)
}

function savedOf({ what, rule }: TimeRuleChange): Saved {
  if (what === 'remove') return 'desk-removed'
  return rule.kind === 'trip' ? 'desk-trip' : 'desk-never'
}

/** A sentence where the line cannot be read. */
function changeIn(c: AppContext, fields: FormFields): Result<TimeRuleChange, string> {
  const { person } = identityOf(c)
  const words = wordsFor(person).desk
  const { said = '', trip, never } = fields
  if (trip !== undefined || never !== undefined) {
    const rule = ruleIn({ trip, never })
    return rule ? accept({ what: 'remove', rule }) : refuse(words.badSaid)
  }
  if (said.length > MAX_TIME_RULE_CHARACTERS) return refuse(words.badSaid)
  const by = typedByReader(c)
  const rule = readTimeRule(said, { by, zoneOf: readZone })
  if (rule === null) return refuse(words.badSaid)
  if (rule.kind === 'no-such-place') return refuse(words.noSuchPlace(rule.place))
  if (rule.kind === 'trip' && rule.trip.to < by.today) return refuse(words.past)
  return accept({ what: 'add', rule })
}

/** As the buttons of the desk send it. */
function ruleIn({ trip = '', never = '' }: FormFields): TimeRule | null {
  const [from = '', to = '', ...zones] = trip.split('/')
  const zone = readZone(zones.join('/'))
  if (isDay(from) && isDay(to) && zone !== null) {
    const rule = { zone, from, to }
    return tripText(rule) === trip ? { kind: 'trip', trip: rule } : null
  }
  const [day = Number.NaN, start = Number.NaN, end = Number.NaN] = never.split('/').map(Number)
  const window: WeeklyWindow = { day, from: start, to: end }
  return windowText(window) === never ? { kind: 'never', windows: [window] } : null
}
