import { isLinkTemplate } from '../../domain/pairing/meeting-link.ts'
import type { FieldReader } from './field-reader.ts'
import { isUrl } from './place.ts'

/** An address with `{random}` in it; empty: none. */
export function linkTemplateIn(
  reader: FieldReader,
  name: string,
  { badLinkTemplate }: { readonly badLinkTemplate: string },
): string {
  const typed = reader.text(name)
  if (typed !== '' && !(isLinkTemplate(typed) && isUrl(typed))) reader.wrong(name, badLinkTemplate)
  return typed
}
