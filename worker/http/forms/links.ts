import { MAX_MEETING_LINKS } from '../../domain/limits.ts'
import { isMeetingLink } from '../../domain/pairing/place-text.ts'
import type { FieldReader } from './field-reader.ts'
import { isUrl } from './place.ts'

type Sentences = {
  readonly badLink: (line: string) => string
  readonly tooMany: (most: number) => string
}

/** Links of meetings, one a line, each once; null: none. */
export function linksIn(
  reader: FieldReader,
  { badLink, tooMany }: Sentences,
  name = 'rule-links',
): readonly string[] | null {
  const links = [...new Set(reader.text(name).split(/\s+/).filter(Boolean))]
  const wrong = links.find((each) => !isMeetingLink(each, isUrl))
  if (wrong !== undefined) reader.wrong(name, badLink(wrong))
  else if (links.length > MAX_MEETING_LINKS) reader.wrong(name, tooMany(MAX_MEETING_LINKS))
  return links.length > 0 ? links : null
}
