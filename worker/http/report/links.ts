import { paths } from '../../../web/pages/paths.ts'
import { LINKS } from '../../../web/pages/report/links.tsx'
import type { LinkLine, LinksOfReport } from '../../../web/pages/report/report-data.ts'
import { EMPTY_FORM, type FieldError, type FormState } from '../../../web/parts/form.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { insisting } from '../../actions/programme/insist.ts'
import { endLinkToReport } from '../../actions/report/end-link.ts'
import { makeReportLink } from '../../actions/report/make-link.ts'
import { isId, type ReportLinkId } from '../../domain/ids.ts'
import { MAX_REPORT_LINK_LABEL_CHARACTERS } from '../../domain/limits.ts'
import { parseAddress } from '../../domain/people/address.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { isReportLinkOpen, isToCopy, lastDayOf } from '../../domain/report/link.ts'
import { type ReportLinkWish, usualEndOf } from '../../domain/report/make-link.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { findToken } from '../../storage/letter/token.ts'
import { listReportLinks } from '../../storage/report/link.ts'
import { pathId } from '../api/load.ts'
import { type App, type AppContext, identityOf, managerOf } from '../context.ts'
import { typedByReader } from '../forms/dates.ts'
import { fieldReaderOf, type FormFields } from '../forms/field-reader.ts'
import { fieldsOf, stringsOf } from '../forms/fields.ts'
import { outwardErrors, outwardReasonIn } from '../forms/outward.ts'
import { afterSaving } from '../manager/after-press.ts'
import { programmeScopeOfPath } from '../manager/programme-scope.ts'
import { explain } from '../refusals.ts'
import { missing, refused } from '../responses.tsx'

/** A manager makes and ends links on the page that they open. */
export function reportLinkPages(app: App, page: (c: AppContext, form: FormState) => Promise<Response>): void {
  app.post('/programmes/:id/report/links', async (c) => {
    const scope = programmeScopeOfPath(c)
    if (!scope) return missing(c)
    const fields = await fieldsOf(c)
    const values = stringsOf(fields)
    const typed = readWish(c, fields, scope.programme)
    if (!typed.ok) return page(c, { values, errors: typed.refusal })
    const platform = c.get('platform')
    const { id: programmeId } = scope.programme
    const insisted = { of: { programmeId }, reason: outwardReasonIn(fields), by: managerOf(c) }
    const made = await insisting(platform, insisted, () => makeReportLink(platform, typed.value, insisted.by))
    if (!made.ok) return page(c, { values, errors: errorsOf(c, made.refusal) })
    const { id, address } = made.value
    const path = `${paths.report(programmeId)}?made=${id}#${LINKS}`
    return c.redirect(afterSaving(path, address === null ? 'report-link' : 'report-link-sent'), 303)
  })

  app.post('/programmes/:id/report/links/:linkId/revocation', async (c) => {
    const about = { id: pathId(c, 'rpl', 'linkId'), programmeId: pathId(c, 'prg') }
    const ended = await endLinkToReport(c.get('platform'), about, managerOf(c))
    if (!ended.ok) return refused(c, ended.refusal)
    return c.redirect(afterSaving(`${paths.report(about.programmeId)}#${LINKS}`, 'report-link-ended'), 303)
  })
}

/** What the page says of a programme's links, and its form. */
export async function linksOf(
  c: AppContext,
  programme: Programme,
  form: FormState | null,
): Promise<LinksOfReport> {
  const { db, now, newId } = c.get('platform')
  const { person } = identityOf(c)
  const links = await listReportLinks(db, programme.id)
  const lines = links.map((each): LinkLine => ({
    ...each,
    lastDay: lastDayOf(each, person.zone),
    isOpen: isReportLinkOpen(each, { programme, isMakerHere: each.isMakerHere, now: now() }),
  }))
  const made = links.find(({ id }) => id === c.req.query('made'))
  return {
    programmeId: programme.id,
    lines,
    made: made && isToCopy(made, person.id, now()) ? await addressOf(c, made.id) : null,
    newId: newId('rpl'),
    usualEnd: usualEndOf(now(), person.zone),
    form: form ?? EMPTY_FORM,
  }
}

/** The secret stands in the query: logs leave that out. */
export async function addressOf(c: AppContext, id: ReportLinkId): Promise<string> {
  const platform = c.get('platform')
  return `${platform.settings.origin}${paths.figures}?${new URLSearchParams({ k: await findToken(platform, id) })}`
}

function readWish(
  c: AppContext,
  fields: FormFields,
  { id: programmeId }: Programme,
): Result<ReportLinkWish, readonly FieldError[]> {
  const words = wordsFor(identityOf(c).person)
  const reader = fieldReaderOf(fields, words.rules, typedByReader(c))
  const { id = '', locale } = fields
  const label = reader.text('label')
  if (label === '' || label.length > MAX_REPORT_LINK_LABEL_CHARACTERS || /[\r\n]/.test(label))
    reader.wrong('label', words.report.links.badLabel)
  const typed = reader.text('address')
  const address = typed === '' ? null : parseAddress(typed)
  if (address && !address.ok) reader.wrong('address', words.people.badEmail[address.fault])
  const endsOn = reader.day('endsOn')
  if (endsOn === null) reader.wrong('endsOn', words.report.links.badDay)
  if (reader.errors.length > 0 || endsOn === null) return refuse(reader.errors)
  return accept({
    id: isId('rpl', id) ? id : c.get('platform').newId('rpl'),
    ...{ programmeId, label, endsOn, locale: locale === 'fr' ? 'fr' : 'en' },
    address: address?.ok ? address.address : null,
  })
}

function errorsOf(c: AppContext, refusal: Refusal): readonly FieldError[] {
  const { code, sentence } = explain(refusal, identityOf(c).person)
  c.set('refused', code)
  const isOfDay = refusal.reason === 'day-passed' || refusal.reason === 'link-too-long'
  const said = { field: isOfDay ? 'endsOn' : '', message: sentence }
  return outwardErrors(refusal, identityOf(c).person) ?? [said]
}
