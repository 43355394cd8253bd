import type { FormatChoices } from '../../../web/parts/format-choice.tsx'
import { formatName, formatWords, nextOf } from '../../../web/words/formats/words.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import type { Format } from '../../domain/path/format.ts'
import { type FormatSetting, formatOf } from '../../domain/path/next-format.ts'
import type { Locale } from '../../domain/people/person.ts'
import type { SessionSituation } from '../../domain/situation.ts'

/** What may be chosen; a format that was put away stays where it is chosen already. */
export function formatChoices(beginning: FormatSetting, locale: Locale): FormatChoices {
  const chosen = beginning.session?.formatId ?? null
  const next = formatOf({ ...beginning, session: null })
  return {
    chosen,
    byItself: next && formatName(next.words, locale),
    list: beginning.formats
      .filter(({ id, isArchived }) => !isArchived || id === chosen)
      .map(({ id, words }) => ({ id, name: formatName(words, locale) })),
  }
}

/** What a session begins with, or began with: once it is over, only what was kept with it. */
export function formatShown(situation: SessionSituation, locale: Locale) {
  const { session, formats } = situation
  const isToCome = session.status === 'offered' || session.status === 'fixed'
  const format = isToCome ? formatOf(situation) : formats.find(({ id }) => id === session.formatId)
  return format ? { ...formatWords(format.words, locale), link: format.link } : null
}

/** What could be agreed at the end: what its format suggests first. */
export function suggestionsFor(format: Format | null, locale: Locale): readonly string[] {
  const { suggestions } = wordsFor({ locale }).logging
  const next = format && nextOf(format.words, locale)
  return next
    ? [next, ...suggestions.filter((each) => each !== next)].slice(0, suggestions.length)
    : suggestions
}
