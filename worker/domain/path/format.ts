import type { FormatId, NewId, ProgrammeId } from '../ids.ts'
import { lintOutward } from '../letter/discretion.ts'
import { MAX_FORMAT_LINK_CHARACTERS } from '../limits.ts'
import type { Policy } from '../programme/programme.ts'
import type { Refusal } from '../refusals.ts'

/** The built-in formats, in the order of the blockers (presets.ts). Their words are in web/words/formats. */
export const STANDARD_FORMATS = [
  'read-with-me',
  'one-question',
  'first-post',
  'mail-to-thread',
  'unfiltered-listening',
  'three-threads',
  'walking-call',
  'voice-to-post',
] as const
export type StandardFormat = (typeof STANDARD_FORMATS)[number]

/** Words written by the programme, for every language. */
export type OwnWords = {
  readonly name: string
  /** Questions, for the mentor only. */
  readonly prompts: readonly string[]
  /** What the mentor should not mention; empty if nothing. */
  readonly avoid: string
}
/** The words of a built-in format are chosen in the reader's language when they are shown. */
export type FormatWords = OwnWords | { readonly standard: StandardFormat }

/** A way to begin a session: one entry in a programme's own list. */
export type Format = {
  readonly id: FormatId
  readonly programmeId: ProgrammeId
  /** The position in the list. */
  readonly position: number
  /** Which built-in format it is, even if the programme has its own words for it. */
  readonly standard: StandardFormat | null
  readonly words: FormatWords
  /** The title of both calendar entries; null: the programme's wording. */
  readonly outwardTitle: string | null
  readonly minutes: number | null
  /** Materials for the people who use the format; never outward. */
  readonly link: string | null
  readonly isArchived: boolean
}

/** The fields of a format that can be written. */
export type FormatText = Pick<Format, 'words' | 'outwardTitle' | 'minutes' | 'link'>

/** The eight formats every programme starts with. */
export function standardFormats(programmeId: ProgrammeId, newId: NewId): readonly Format[] {
  return STANDARD_FORMATS.map((standard, position) => ({
    id: newId('fmt'),
    programmeId,
    position,
    standard,
    words: { standard },
    outwardTitle: null,
    minutes: null,
    link: null,
    isArchived: false,
  }))
}

/** Why the title or the link is refused: both can leave Sotto. The API and the forms check shape and length. */
export function whyNotFormat(
  { words, outwardTitle, link }: Pick<FormatText, 'words' | 'outwardTitle' | 'link'>,
  { forbiddenWords }: Pick<Policy, 'forbiddenWords'>,
): Refusal | null {
  const own = 'standard' in words ? [] : [words.name]
  const [found] = outwardTitle ? findingsIn(outwardTitle, [...forbiddenWords, ...own]) : []
  if (found) return { reason: 'title-not-neutral', word: found.word }
  return link && !isMaterialsLink(link) ? { reason: 'link-not-https' } : null
}

/** Whether the title may be in both calendars. A word may have been forbidden after it was written. */
export function isNeutralTitle(
  title: string,
  { forbiddenWords }: Pick<Policy, 'forbiddenWords'>,
  hiddenNames: readonly string[],
): boolean {
  return lintOutward({ summary: title }, { forbiddenWords, hiddenNames }).length === 0
}

function findingsIn(title: string, forbiddenWords: readonly string[]) {
  return lintOutward({ summary: title }, { forbiddenWords, hiddenNames: [] })
}

/** One https address with a host name: no user, no password, no characters that reverse or hide text. */
export function isMaterialsLink(link: string): boolean {
  return (
    link.length <= MAX_FORMAT_LINK_CHARACTERS &&
    !/[\s\p{C}"<>\\^`{|}]/u.test(link) &&
    /^https:\/\/[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+(?::\d{1,5})?(?:[/?#].*)?$/i.test(
      link,
    )
  )
}

/** The list with this format at that position, counted from 0; a position after the end means the end. */
export function withFormatAt(list: readonly Format[], format: Format, place: number): readonly Format[] {
  return list.filter(({ id }) => id !== format.id).toSpliced(place, 0, format)
}
