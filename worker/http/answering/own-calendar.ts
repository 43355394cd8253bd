import { publishCalendar } from '../../actions/feed/publish.ts'
import { whyClosed } from '../../domain/programme/close.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { type BadAddress, publishedFrom } from '../feed/published.ts'
import type { FormFields } from '../forms/field-reader.ts'
import type { Opened } from './link.ts'

/** Whether the executive sent the form about his own calendar. */
export function isOfCalendar(fields: FormFields): boolean {
  return fields['calendar'] !== undefined
}

/** His calendar from now on, or none. A refusal is of the address, or that his programme is closed. */
export async function publishOwn(
  platform: Platform,
  { situation: { programme, executive } }: Opened,
  fields: FormFields,
): Promise<Result<null, { readonly bad: BadAddress } | { readonly closed: Refusal }>> {
  const closed = whyClosed(programme)
  if (closed) return refuse({ closed })
  const publish = (address: string) => publishCalendar(platform, executive.id, address)
  const published = await publishedFrom(platform, executive.id, fields, publish)
  return published.ok ? accept(null) : refuse({ bad: published.refusal })
}
