import type { FormatId, NewId, ProgrammeId } from '../ids.ts'
import { lintOutward } from '../letter/discretion.ts'
import { MAX_FORMAT_LINK_CHARACTERS } from '../limits.ts'
import type { Policy } from '../programme/programme.ts'
import type { Refusal } from '../refusals.ts'

/** The formats of the house, in the order of its blockers (presets.ts); their words stand in web/words/formats. */
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

/** What a programme wrote itself: it counts in every language. */
export type OwnWords = {
  readonly name: string
  /** Questions, the mentor's alone. */
  readonly prompts: readonly string[]
  /** What the mentor had better not bring up; empty where nothing is said. */
  readonly avoid: string
}
/** Of the house's own the words are found where they are read, in the reader's language. */
export type FormatWords = OwnWords | { readonly standard: StandardFormat }

/** A way to spend the half hour: one line of a programme's own list. */
export type Format = {
  readonly id: FormatId
  readonly programmeId: ProgrammeId
  /** The order of the list. */
  readonly position: number
  /** Which of the house's it is, also once the programme has its own words for it. */
  readonly standard: StandardFormat | null
  readonly words: FormatWords
  /** The title of both calendar entries; null: as the programme's wording has it. */
  readonly outwardTitle: string | null
  readonly minutes: number | null
  /** Materials, for those who work with it; never outward. */
  readonly link: string | null
  readonly isArchived: boolean
}

/** What may be written of a format. */
export type FormatText = Pick<Format, 'words' | 'outwardTitle' | 'minutes' | 'link'>

/** The eight a programme begins with. */
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

/** Why a format's title or link may not stand: both could leave the house. Shape and length are the door's matter. */
export function whyNotFormat(
  { words, outwardTitle, link }: Pick<FormatText, 'words' | 'outwardTitle' | 'link'>,
  { forbiddenWords }: Pick<Policy, 'forbiddenWords'>,
): Refusal | null {
  const own = 'standard' in words ? [] : [words.name]
  const [found] = outwardTitle ? findingsIn(outwardTitle, [...forbiddenWords, ...own]) : []
  if (found) return { reason: 'title-not-neutral', word: found.word }
  return link && !isMaterialsLink(link) ? { reason: 'link-not-https' } : null
}

/** Whether this may stand in two calendars: a word may have become forbidden since it was written. */
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

/** One address, https, of a host with a name: no user, no password, nothing that turns or hides text. */
export function isMaterialsLink(link: string): boolean {
  return (
    link.length <= MAX_FORMAT_LINK_CHARACTERS &&
    !/[\s\p{C}"<>\\^`{|}]/u.test(link) &&
    /^https:\/\/[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+(?::\d{1,5})?(?:[/?#].*)?$/i.test(
      link,
    )
  )
}

/** The list with this one at that place, counted from 0; too far is last. */
export function withFormatAt(list: readonly Format[], format: Format, place: number): readonly Format[] {
  return list.filter(({ id }) => id !== format.id).toSpliced(place, 0, format)
}
