import type { FormatId, NewId, ProgrammeId } from '../ids.ts'
import { whyIndiscreet } from '../letter/outward-texts.ts'
import { MAX_FORMAT_LINK_CHARACTERS } from '../limits.ts'
import type { Blocker } from '../people/person.ts'
import type { Policy } from '../programme/programme.ts'
import type { Refusal } from '../refusals.ts'
import type { Evidence } from '../session/outcome.ts'
import { type Aim, AIMS } from './aim.ts'
import { CLOSING_TALK, HOUSE_FITS, STANDARD_FORMATS, type StandardFormat } from './house.ts'
import { EVIDENCES, type Stage } from './stage.ts'

/** Words written by the programme, for every language. An empty text means nothing. */
export type OwnWords = {
  readonly name: string
  /** Questions, for the mentor only. */
  readonly prompts: readonly string[]
  /** What the mentor should not mention. */
  readonly avoid: string
  /** What the executive may do before, in two minutes at most. */
  readonly prepare: string
  /** What is done in the session itself. */
  readonly doing: string
  /** Commitments that it suggests. Chosen, one of them goes by mail: they are linted. */
  readonly carryOn: readonly string[]
  /** The act that somebody will see. */
  readonly sign: string
  /** Materials in our own words: for the mentor, and for the executive. */
  readonly text: string
  readonly executiveText: string
}
/** The words of a built-in format are chosen in the reader's language when they are shown. */
export type FormatWords = OwnWords | { readonly standard: StandardFormat }

/** Where a format fits on the path to yes. */
export type FormatFit = {
  /** From which stage on it makes sense. */
  readonly stage: Stage
  /** The act it leads to; null: practice. */
  readonly act: Evidence | null
  readonly aims: readonly Aim[]
  readonly blockers: readonly Blocker[]
  /** Formats that must have come before. */
  readonly after: readonly FormatId[]
  /** Whether it works by telephone. */
  readonly phone: boolean
}

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
  /** Materials for the mentor, and for the executive; never outward. */
  readonly link: string | null
  readonly executiveLink: string | null
  /** Null: the fit of the built-in format, or of any format that says nothing. */
  readonly fit: FormatFit | null
  readonly isArchived: boolean
}

/** The fields of a format that can be written. */
export type FormatText = Pick<Format, 'words' | 'outwardTitle' | 'minutes' | 'link' | 'executiveLink' | 'fit'>

/** The formats every programme starts with. */
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
    executiveLink: null,
    fit: null,
    isArchived: false,
  }))
}

type Said = Pick<Format, 'words' | 'outwardTitle'>

/** Why a format is refused. The API and the forms check shape and length. */
export function whyNotFormat(
  format: Omit<FormatText, 'minutes'>,
  policy: Pick<Policy, 'forbiddenWords' | 'allowedWords'>,
  list: readonly Pick<Format, 'id'>[],
  before: Said | null = null,
): Refusal | null {
  const { link, executiveLink, fit } = format
  if (fit?.after.some((id) => !list.some((each) => each.id === id))) return { reason: 'no-such-format' }
  if (![link, executiveLink].every((each) => !each || isMaterialsLink(each)))
    return { reason: 'link-not-https' }
  // Last, since a word that is insisted on is allowed before the format is written.
  return whyTelling(format, policy, before)
}

/** What of it can leave Sotto; what stood there already is not asked about again. No title may be the format's own name. */
function whyTelling(
  { words, outwardTitle }: Said,
  { forbiddenWords, allowedWords }: Pick<Policy, 'forbiddenWords' | 'allowedWords'>,
  before: Said | null,
): Refusal | null {
  const isTitled =
    before?.outwardTitle === outwardTitle && String(nameIn(before.words)) === String(nameIn(words))
  const stood = before ? carryOnIn(before.words) : []
  return whyIndiscreet(
    {
      outwardTitle: isTitled ? null : outwardTitle,
      carryOn: carryOnIn(words).filter((each) => !stood.includes(each)),
    },
    { forbiddenWords, allowedWords, ofField: { outwardTitle: nameIn(words) } },
  )
}

function nameIn(words: FormatWords): readonly string[] {
  return 'standard' in words ? [] : [words.name]
}

function carryOnIn(words: FormatWords): readonly string[] {
  return 'standard' in words ? [] : words.carryOn
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

const NO_WORDS: OwnWords = {
  name: '',
  prompts: [],
  avoid: '',
  prepare: '',
  doing: '',
  carryOn: [],
  sign: '',
  text: '',
  executiveText: '',
}

/** Words that were written before they had all their parts. */
export function completeWords(words: Partial<OwnWords>): OwnWords {
  return { ...NO_WORDS, ...words }
}

/** A format that says nothing about the path fits everybody from the beginning, as practice. */
const FITS_EVERYBODY: FormatFit = {
  stage: 'curious',
  act: null,
  aims: AIMS,
  blockers: [],
  after: [],
  phone: true,
}

/** Where a format fits: as the programme says, else as the house does, whose formats are looked up in the list. */
export function fitOf(
  { fit, standard }: Pick<Format, 'fit' | 'standard'>,
  list: readonly Pick<Format, 'id' | 'standard'>[],
): FormatFit {
  if (fit) return fit
  if (!standard) return FITS_EVERYBODY
  const house = HOUSE_FITS[standard]
  const after = house.after.flatMap((name) => list.find((each) => each.standard === name)?.id ?? [])
  return { ...house, after }
}

/** Whether a format has the words and the fit of the house. */
export function isAsBuiltIn({ words, fit, standard }: Pick<Format, 'words' | 'fit' | 'standard'>): boolean {
  return standard !== null && 'standard' in words && fit === null
}

/** Whether one of the formats that must come before it would have to wait for it. */
export function isInCircle(format: Format, list: readonly Format[]): boolean {
  const all = list.map((each) => (each.id === format.id ? format : each))
  const seen = new Set<FormatId>()
  const waitsFor = (id: FormatId): boolean => {
    if (id === format.id) return true
    const before = seen.has(id) ? null : all.find((each) => each.id === id)
    seen.add(id)
    return before ? fitOf(before, all).after.some(waitsFor) : false
  }
  return fitOf(format, all).after.some(waitsFor)
}

/**
 * Whether anybody can ever come to a format. Nobody does after the closing talk, nor where all who are far enough have
 * been seen doing what it leads to first.
 */
export function canBeReached(
  format: Pick<Format, 'id' | 'fit' | 'standard'>,
  list: readonly Format[],
): boolean {
  const { stage, act, after } = fitOf(format, list)
  const last = EVIDENCES.at(-1)
  return (
    !(stage === last && act === last) &&
    !list.some(({ id, standard }) => standard === CLOSING_TALK && after.includes(id))
  )
}
