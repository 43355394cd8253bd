import * as z from 'zod/mini'

import { MAX_REPORT_LINK_LABEL_CHARACTERS } from '../../../domain/limits.ts'
import { lastDayOf, type ReportLink, type ReportLinkUse } from '../../../domain/report/link.ts'
import { iso, type Zone } from '../../../domain/time/time.ts'
import { address, body, day, oneOf, ownId, text, whyOutward } from './values.ts'

/** With an address it is mailed there; without, the answer has it. `endsOn`: the last day, in three months if left out. */
export const reportLinkWish = body({
  id: z.exactOptional(ownId('rpl')),
  label: text(MAX_REPORT_LINK_LABEL_CHARACTERS),
  locale: oneOf('en', 'fr'),
  address: z.exactOptional(z.nullable(address)),
  endsOn: z.exactOptional(day),
  reason: whyOutward,
})

const reportLinkShape = {
  id: z.string(),
  label: z.string(),
  locale: z.enum(['en', 'fr']),
  address: z.nullable(z.string()),
  madeById: z.string(),
  madeAt: z.string(),
  endsOn: z.string(),
  endedAt: z.nullable(z.string()),
  opened: z.number(),
  lastOpenedAt: z.nullable(z.string()),
}
export const reportLinkAnswer = z.strictObject(reportLinkShape)
export const reportLinksAnswer = z.strictObject({ links: z.array(reportLinkAnswer) })
/** `url` once, and only of one that is not mailed. */
export const madeReportLinkAnswer = z.strictObject({ ...reportLinkShape, url: z.nullable(z.string()) })

export function reportLinkJson(
  link: ReportLink & ReportLinkUse,
  zone: Zone,
): z.input<typeof reportLinkAnswer> {
  const { id, label, locale, address: mailedTo, madeBy, madeAt, endedAt, opened, lastOpenedAt } = link
  return {
    ...{ id, label, locale, address: mailedTo, madeById: madeBy, madeAt: iso(madeAt) },
    ...{ endsOn: lastDayOf(link, zone), endedAt: endedAt && iso(endedAt) },
    ...{ opened, lastOpenedAt: lastOpenedAt && iso(lastOpenedAt) },
  }
}
