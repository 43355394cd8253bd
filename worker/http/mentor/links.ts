import { PART } from '../../../web/pages/manager/people/person-sections.ts'
import { paths } from '../../../web/pages/paths.ts'
import { EMPTY_FORM } from '../../../web/parts/form.ts'
import { OUTWARD_REASON } from '../../../web/parts/outward-reason.tsx'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { setOwnLinks } from '../../actions/people/set-own-links.ts'
import { listOwnLinks } from '../../storage/people/own-links.ts'
import { type AppContext, identityOf } from '../context.ts'
import { fieldReaderOf, type FormFields } from '../forms/field-reader.ts'
import { stringsOf } from '../forms/fields.ts'
import { linksIn } from '../forms/links.ts'
import { outwardErrors } from '../forms/outward.ts'
import { afterSetting, asPutBack, expectedBack, type Setting } from '../manager/put-back.ts'
import { ownHoursPage } from './hours.tsx'

/** A mentor's own list of links, from the page of his hours. */
export async function saveOwnLinks(c: AppContext, fields: FormFields) {
  const { person } = identityOf(c)
  const words = wordsFor(person).rules
  const reader = fieldReaderOf(fields, words)
  const links = linksIn(reader, words)
  const values = stringsOf(fields)
  if (reader.errors.length > 0) return ownHoursPage(c, { values, errors: reader.errors })

  const setting = linksSetting(c)
  const before = await setting.read()
  if (!(await expectedBack(fields, setting)(null)))
    return ownHoursPage(c, EMPTY_FORM, asPutBack(fields, { reason: 'precondition-failed' }))
  const by = { id: person.id, door: 'mentor' } as const
  const set = await setOwnLinks(c.get('platform'), links, by)
  if (set.ok) return c.redirect(await afterSetting(c, paths.hours, 'links', { setting, before, fields }), 303)
  // Only a manager may say why a word is right.
  const errors = outwardErrors(set.refusal, person, { 'rules.meetingLinks': 'rule-links' })
  const own = errors?.filter(({ field }) => field !== OUTWARD_REASON)
  return own ? ownHoursPage(c, { values, errors: own }) : ownHoursPage(c, EMPTY_FORM, set.refusal)
}

function linksSetting(c: AppContext): Setting {
  const { person } = identityOf(c)
  const read = async () => {
    const lists = await listOwnLinks(c.get('platform').db, person.id)
    return { [PART]: 'links', 'rule-links': linesOf(lists) }
  }
  return { action: paths.personHours(person.id), read }
}

function linesOf(lists: Awaited<ReturnType<typeof listOwnLinks>>): string {
  return [...new Set(lists.flatMap(({ links }) => links))].join('\n')
}
