import { paths } from '../../../web/pages/paths.ts'
import { RecordLockedPage } from '../../../web/pages/record/locked.tsx'
import type { RecordDoor } from '../../../web/pages/record/record-data.ts'
import { RecordPage } from '../../../web/pages/record/record.tsx'
import { EMPTY_FORM, type FormState } from '../../../web/parts/form.ts'
import type { Notice } from '../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { isFreshLink } from '../../domain/letter/link.ts'
import { openLink, type Opened } from '../answering/link.ts'
import type { App, AppContext } from '../context.ts'
import { fieldsOf, stringsOf } from '../forms/fields.ts'
import { sheetOf } from '../frame.ts'
import { refused } from '../responses.tsx'
import { actOnRecord } from './acts.ts'
import { BRIEF, checksAll, extentOf, WHOLE } from './extent.ts'
import { recordFile } from './files.tsx'
import { findOwnRecord } from './own-record.ts'

/** All that is held about an executive, behind a young link to his own page. */
export function ownRecordPages(app: App): void {
  app.get(paths.ownRecord, async (c) => {
    const opened = await openLink(c, 'own', c.req.query('k'))
    if (!opened.ok) return refused(c, opened.refusal)
    return isYoung(c, opened.value) ? page(c, opened.value, NOTHING) : locked(c, opened.value)
  })

  app.get(paths.ownRecordFile, async (c) => {
    const opened = await openLink(c, 'own', c.req.query('k'))
    if (!opened.ok) return refused(c, opened.refusal)
    if (!isYoung(c, opened.value)) return locked(c, opened.value)
    const { reader } = opened.value
    const { record } = await findOwnRecord(c.get('platform'), reader, WHOLE)
    return recordFile(c, record, sheetOf(c, reader), c.req.query('as') ?? 'json')
  })

  app.post(paths.ownRecord, async (c) => {
    const fields = await fieldsOf(c)
    const opened = await openLink(c, 'own', fields['k'])
    if (!opened.ok) return refused(c, opened.refusal)
    if (!isYoung(c, opened.value)) return locked(c, opened.value)
    const { reader } = opened.value
    const platform = c.get('platform')
    const { record } = await findOwnRecord(platform, reader, BRIEF)
    const by = { id: reader.id, door: 'link' } as const
    const programmeIds = record.programmes.map(({ id }) => id)
    const act = await actOnRecord({ platform, by, frame: sheetOf(c, reader) }, programmeIds, fields)
    if ('errors' in act)
      return page(c, opened.value, { notice: null, form: { values: stringsOf(fields), errors: act.errors } })
    if (!act.ok) return refused(c, act.refusal)
    // He may have ended the very link that he came by.
    const again = await openLink(c, 'own', fields['k'])
    if (!again.ok) return refused(c, again.refusal)
    const sentence = wordsFor(again.value.reader).press.saved[act.value]
    return page(c, again.value, { form: EMPTY_FORM, notice: { tone: 'done', sentence } })
  })
}

type Shown = { readonly form: FormState; readonly notice: Notice | null }
const NOTHING: Shown = { form: EMPTY_FORM, notice: null }

function isYoung(c: AppContext, { link }: Opened): boolean {
  return isFreshLink(link, c.get('platform').now())
}

function locked(c: AppContext, { reader, k }: Opened) {
  return c.html(<RecordLockedPage frame={sheetOf(c, reader)} k={k} />, 403)
}

async function page(c: AppContext, { reader, link, k }: Opened, { form, notice }: Shown) {
  const { record, earlier } = await findOwnRecord(c.get('platform'), reader, extentOf(c))
  const secret = encodeURIComponent(k)
  const door: RecordDoor = {
    action: paths.ownRecord,
    hidden: { k },
    fileHref: (as) => `${paths.ownRecordFile}?k=${secret}&as=${as}`,
    earlierHref: earlier === null ? null : `${paths.ownRecord}?k=${secret}&before=${earlier}#looked`,
    sealsHref: checksAll(c) ? null : `${paths.ownRecord}?k=${secret}&seals=all#seal`,
    backHref: `${paths.own}?k=${secret}`,
    ...{ usedKey: link.id, hoursHref: null, calendarsHref: null },
  }
  const data = { frame: sheetOf(c, reader, notice), record, door, form }
  return c.html(<RecordPage {...data} />, form.errors.length > 0 ? 422 : 200)
}
