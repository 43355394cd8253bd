import { paths } from '../../../web/pages/paths.ts'
import type { RecordDoor } from '../../../web/pages/record/record-data.ts'
import { RecordPage } from '../../../web/pages/record/record.tsx'
import { EMPTY_FORM, type FormState } from '../../../web/parts/form.ts'
import { isAnywhere } from '../../domain/people/permission.ts'
import { type App, type AppContext, identityOf } from '../context.ts'
import { fieldsOf, stringsOf } from '../forms/fields.ts'
import { frameOf, sheetOf } from '../frame.ts'
import { firstPageOf } from '../has-role.ts'
import { afterSaving } from '../manager/after-press.ts'
import { refused } from '../responses.tsx'
import { actOnRecord } from './acts.ts'
import { BRIEF, checksAll, extentOf, WHOLE } from './extent.ts'
import { recordFile } from './files.tsx'
import { findOwnRecord } from './own-record.ts'

/** All that is held about somebody who signs in: a mentor, an assistant, a manager. */
export function mineRecordPages(app: App): void {
  app.get(paths.mineRecord, (c) => page(c, EMPTY_FORM))

  app.get(paths.mineRecordFile, async (c) => {
    const { person } = identityOf(c)
    const { record } = await findOwnRecord(c.get('platform'), person, WHOLE)
    return recordFile(c, record, sheetOf(c, person), c.req.query('as') ?? 'json')
  })

  app.post(paths.mineRecord, async (c) => {
    const fields = await fieldsOf(c)
    const { person } = identityOf(c)
    const platform = c.get('platform')
    const { record } = await findOwnRecord(platform, person, BRIEF)
    const by = { id: person.id, door: 'mentor' } as const
    const programmeIds = record.programmes.map(({ id }) => id)
    const act = await actOnRecord({ platform, person, by, frame: sheetOf(c, person) }, programmeIds, fields)
    if ('errors' in act) return page(c, { values: stringsOf(fields), errors: act.errors })
    return act.ok ? c.redirect(afterSaving(paths.mineRecord, act.value), 303) : refused(c, act.refusal)
  })
}

async function page(c: AppContext, form: FormState) {
  const { person, actor, signIn } = identityOf(c)
  const isMentor = isAnywhere(actor, 'mentor')
  const { record, earlier } = await findOwnRecord(c.get('platform'), person, extentOf(c))
  const door: RecordDoor = {
    action: paths.mineRecord,
    hidden: {},
    fileHref: (as) => `${paths.mineRecordFile}?as=${as}`,
    earlierHref: earlier === null ? null : `${paths.mineRecord}?before=${earlier}#looked`,
    sealsHref: checksAll(c) ? null : `${paths.mineRecord}?seals=all#seal`,
    backHref: paths[firstPageOf(identityOf(c)) ?? 'mine'],
    usedKey: signIn?.id ?? null,
    hoursHref: isMentor ? paths.hours : null,
    calendarsHref: isMentor ? paths.personCalendars(person.id) : null,
  }
  const data = { frame: frameOf(c, null), record, door, form }
  return c.html(<RecordPage {...data} />, form.errors.length > 0 ? 422 : 200)
}
