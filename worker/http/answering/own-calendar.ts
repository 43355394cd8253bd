import { wordsFor } from '../../../web/words/pages/words.ts'
import { publishCalendar } from '../../actions/feed/publish.ts'
import type { OutgoingFault } from '../../domain/outgoing-url.ts'
import { whyClosed } from '../../domain/programme/close.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import type { FormFields } from '../forms/field-reader.ts'
import type { Opened } from './link.ts'

/** Whether the executive sent the form about his own calendar. */
export function isOfCalendar(fields: FormFields): boolean {
  return fields['calendar'] !== undefined
}

/** His calendar from now on, or none. A refusal is a sentence for the field, or that his programme is closed. */
export async function publishOwn(
  platform: Platform,
  { situation, reader }: Opened,
  fields: FormFields,
): Promise<Result<null, { readonly message: string } | { readonly closed: Refusal }>> {
  const closed = whyClosed(situation.programme)
  if (closed) return refuse({ closed })
  const { bad } = wordsFor(reader).calendars
  const url = fields['stop'] === 'yes' ? '' : (fields['url']?.trim() ?? '')
  if (url === '' && fields['stop'] !== 'yes') return refuse({ message: bad.empty })
  const published = await publishCalendar(platform, situation.executive.id, url)
  return published.ok ? accept(null) : refuse({ message: bad[published.refusal satisfies OutgoingFault] })
}
