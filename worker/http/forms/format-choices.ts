import type { FormatChoices } from '../../../web/parts/format-choice.tsx'
import { formatName, formatWords } from '../../../web/words/formats/words.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import type { Format } from '../../domain/path/format.ts'
import { type FormatSetting, formatOf } from '../../domain/path/next-format.ts'
import { stepShown, type TrackShown } from '../../domain/path/track-walk.ts'
import type { Locale } from '../../domain/people/person.ts'
import type { SessionSituation } from '../../domain/situation.ts'

/** The formats to choose from. An archived format stays if it is already chosen. */
export function formatChoices(setting: FormatSetting, locale: Locale): FormatChoices {
  const chosen = setting.session?.formatId ?? null
  const next = formatOf({ ...setting, session: null })
  return {
    chosen,
    byItself: next && formatName(next.words, locale),
    list: setting.formats
      .filter(({ id, isArchived }) => !isArchived || id === chosen)
      .map(({ id, words }) => ({ id, name: formatName(words, locale) })),
  }
}

/** The format of a session. When the session is over, only a format stored with it counts. */
export function formatShown(situation: SessionSituation, locale: Locale) {
  const { session, formats } = situation
  const isToCome = session.status === 'offered' || session.status === 'fixed'
  const format = isToCome ? formatOf(situation) : formats.find(({ id }) => id === session.formatId)
  return format ? { ...formatWords(format.words, locale), link: format.link } : null
}

/** Which step of its track a session is, by the format it has or will begin with. */
export function stepOfSession(situation: FormatSetting): TrackShown | null {
  const { path, formats } = situation
  return stepShown({ ...path, formats }, formatOf(situation)?.id ?? null)
}

/** Suggested commitments: those of the session's format come first. */
export function suggestionsFor(format: Format | null, locale: Locale): readonly string[] {
  const { suggestions } = wordsFor({ locale }).logging
  const own = format ? formatWords(format.words, locale).carryOn : []
  return [...new Set([...own, ...suggestions])].slice(0, suggestions.length)
}
