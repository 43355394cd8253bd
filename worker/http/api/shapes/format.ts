import * as z from 'zod/mini'

import { formatWords } from '../../../../web/words/formats/words.ts'
import {
  FORMAT_LIST_PLACES,
  MAX_BLOCKERS,
  MAX_COMMITMENT_CHARACTERS,
  MAX_FORMAT_AVOID_CHARACTERS,
  MAX_FORMAT_CARRY_ON,
  MAX_FORMAT_DOING_CHARACTERS,
  MAX_FORMAT_LINK_CHARACTERS,
  MAX_FORMAT_NAME_CHARACTERS,
  MAX_FORMAT_PREPARE_CHARACTERS,
  MAX_FORMAT_PROMPT_CHARACTERS,
  MAX_FORMAT_PROMPTS,
  MAX_FORMAT_SIGN_CHARACTERS,
  MAX_FORMAT_TEXT_CHARACTERS,
  MAX_FORMAT_TITLE_CHARACTERS,
  MAX_FORMATS_BEFORE,
} from '../../../domain/limits.ts'
import { AIMS } from '../../../domain/path/aim.ts'
import type { FormatChange } from '../../../domain/path/change-format.ts'
import {
  completeWords,
  fitOf,
  type Format,
  type FormatFit,
  type FormatText,
  isAsBuiltIn,
  type OwnWords,
} from '../../../domain/path/format.ts'
import { EVIDENCES, STAGES } from '../../../domain/path/stage.ts'
import { BLOCKERS, type Locale } from '../../../domain/people/person.ts'
import {
  body,
  lines,
  list,
  minutes,
  oneOf,
  ownId,
  reference,
  text,
  whole,
  yesOrNo,
  whyOutward,
} from './values.ts'

const NO_TEXT: OwnWords = completeWords({})
const act = z.nullable(oneOf(...EVIDENCES))

/** Everything but the name, as it is written. Null takes a field back. */
const wished = {
  prompts: z.exactOptional(z.nullable(list(text(MAX_FORMAT_PROMPT_CHARACTERS), MAX_FORMAT_PROMPTS))),
  avoid: z.exactOptional(z.nullable(text(MAX_FORMAT_AVOID_CHARACTERS))),
  prepare: z.exactOptional(z.nullable(lines(MAX_FORMAT_PREPARE_CHARACTERS))),
  do: z.exactOptional(z.nullable(lines(MAX_FORMAT_DOING_CHARACTERS))),
  carryOn: z.exactOptional(z.nullable(list(text(MAX_COMMITMENT_CHARACTERS), MAX_FORMAT_CARRY_ON))),
  sign: z.exactOptional(z.nullable(lines(MAX_FORMAT_SIGN_CHARACTERS))),
  text: z.exactOptional(z.nullable(lines(MAX_FORMAT_TEXT_CHARACTERS))),
  executiveText: z.exactOptional(z.nullable(lines(MAX_FORMAT_TEXT_CHARACTERS))),
  stage: z.exactOptional(z.nullable(oneOf(...STAGES))),
  act: z.exactOptional(act),
  aims: z.exactOptional(z.nullable(list(oneOf(...AIMS), AIMS.length))),
  blockers: z.exactOptional(z.nullable(list(oneOf(...BLOCKERS), MAX_BLOCKERS))),
  after: z.exactOptional(z.nullable(list(reference('fmt'), MAX_FORMATS_BEFORE))),
  phone: z.exactOptional(z.nullable(yesOrNo)),
  outwardTitle: z.exactOptional(z.nullable(text(MAX_FORMAT_TITLE_CHARACTERS))),
  minutes: z.exactOptional(z.nullable(minutes)),
  link: z.exactOptional(z.nullable(text(MAX_FORMAT_LINK_CHARACTERS))),
  executiveLink: z.exactOptional(z.nullable(text(MAX_FORMAT_LINK_CHARACTERS))),
} as const

export const formatWish = body({
  id: z.exactOptional(ownId('fmt')),
  reason: whyOutward,
  name: text(MAX_FORMAT_NAME_CHARACTERS),
  ...wished,
})

/** RFC 7396. `place` counts from 0; `house` gives a built-in format its own words and its own fit again. */
export const formatPatch = body({
  name: z.exactOptional(text(MAX_FORMAT_NAME_CHARACTERS)),
  ...wished,
  reason: whyOutward,
  house: z.exactOptional(z.literal(true, 'true is needed.')),
  archived: z.exactOptional(z.nullable(yesOrNo)),
  place: z.exactOptional(whole(FORMAT_LIST_PLACES)),
})

/** `standard` names the built-in format; `house` says whether it is as built in, in the reader's language. */
export const formatAnswer = z.strictObject({
  id: z.string(),
  programmeId: z.string(),
  name: z.string(),
  prompts: z.array(z.string()),
  avoid: z.nullable(z.string()),
  prepare: z.nullable(z.string()),
  do: z.nullable(z.string()),
  carryOn: z.array(z.string()),
  sign: z.nullable(z.string()),
  text: z.nullable(z.string()),
  executiveText: z.nullable(z.string()),
  stage: oneOf(...STAGES),
  act,
  aims: z.array(oneOf(...AIMS)),
  blockers: z.array(oneOf(...BLOCKERS)),
  after: z.array(z.string()),
  phone: z.boolean(),
  outwardTitle: z.nullable(z.string()),
  minutes: z.nullable(minutes),
  link: z.nullable(z.string()),
  executiveLink: z.nullable(z.string()),
  standard: z.nullable(z.string()),
  house: z.boolean(),
  archived: z.boolean(),
})
export const formatsAnswer = z.strictObject({ formats: z.array(formatAnswer) })

export function formatJson(
  format: Format,
  all: readonly Format[],
  locale: Locale,
): z.input<typeof formatAnswer> {
  const words = formatWords(format.words, locale)
  const { id, programmeId, outwardTitle, minutes: length, link, executiveLink, standard, isArchived } = format
  const { name, prompts, avoid, prepare, doing, carryOn, sign, text: materials, executiveText } = words
  const { aims, blockers, after, ...fit } = fitOf(format, all)
  return {
    ...{ id, programmeId, name, prompts: [...prompts], carryOn: [...carryOn] },
    ...{ avoid: avoid || null, prepare: prepare || null, do: doing || null, sign: sign || null },
    ...{ text: materials || null, executiveText: executiveText || null },
    ...{ ...fit, aims: [...aims], blockers: [...blockers], after: [...after] },
    ...{ outwardTitle, minutes: length, link, executiveLink },
    ...{ standard, house: isAsBuiltIn(format), archived: isArchived },
  }
}

type Written = Omit<z.output<typeof formatPatch>, 'house' | 'archived' | 'place' | 'reason'>

/** A new format: what is absent is empty. */
export function formatTextOf({ name, ...rest }: z.output<typeof formatWish>): FormatText {
  const { outwardTitle = null, minutes: length = null, link = null, executiveLink = null } = rest
  const fit = changesFit(rest) ? fitWith(fitOf({ fit: null, standard: null }, []), rest) : null
  return {
    words: wordsWith(NO_TEXT, { name, ...rest }),
    outwardTitle,
    minutes: length,
    link,
    executiveLink,
    fit,
  }
}

/** Only what the patch names. Words and fit that were the house's become the programme's own as soon as one changes. */
export function formatChangeOf(
  { house, archived, place, reason: _why, ...written }: z.output<typeof formatPatch>,
  before: Format,
  all: readonly Format[],
  locale: Locale,
): FormatChange {
  const { outwardTitle, minutes: length, link, executiveLink } = written
  const { standard } = before
  return {
    ...(outwardTitle !== undefined && { outwardTitle }),
    ...(length !== undefined && { minutes: length }),
    ...(link !== undefined && { link }),
    ...(executiveLink !== undefined && { executiveLink }),
    ...(changesWords(written) && { words: wordsWith(formatWords(before.words, locale), written) }),
    ...(changesFit(written) && { fit: fitWith(fitOf(before, all), written) }),
    ...(house && standard && { words: { standard }, fit: null }),
    ...(archived !== undefined && { isArchived: archived ?? false }),
    ...(place !== undefined && { place }),
  }
}

const WORDS = [
  'name',
  'prompts',
  'avoid',
  'prepare',
  'do',
  'carryOn',
  'sign',
  'text',
  'executiveText',
] as const
const FIT = ['stage', 'act', 'aims', 'blockers', 'after', 'phone'] as const

function changesWords(written: Written): boolean {
  return WORDS.some((each) => written[each] !== undefined)
}

function changesFit(written: Written): boolean {
  return FIT.some((each) => written[each] !== undefined)
}

/** The words with the given fields replaced. The others stay as they read in this language. */
function wordsWith(before: OwnWords, { do: doing, ...written }: Written): OwnWords {
  const { name, prompts, avoid, prepare, carryOn, sign, text: materials, executiveText } = written
  return {
    name: name ?? before.name,
    prompts: kept(prompts, before.prompts, []),
    avoid: kept(avoid, before.avoid, ''),
    prepare: kept(prepare, before.prepare, ''),
    doing: kept(doing, before.doing, ''),
    carryOn: kept(carryOn, before.carryOn, []),
    sign: kept(sign, before.sign, ''),
    text: kept(materials, before.text, ''),
    executiveText: kept(executiveText, before.executiveText, ''),
  }
}

function fitWith(
  before: FormatFit,
  { stage, act: leadsTo, aims, blockers, after, phone }: Written,
): FormatFit {
  return {
    stage: kept(stage, before.stage, 'curious'),
    act: kept(leadsTo, before.act, null),
    aims: kept(aims, before.aims, []),
    blockers: kept(blockers, before.blockers, []),
    after: kept(after, before.after, []),
    phone: kept(phone, before.phone, false),
  }
}

/** Absent: as before; null: taken back. */
function kept<Value>(written: NoInfer<Value> | null | undefined, before: Value, none: NoInfer<Value>): Value {
  return written === undefined ? before : (written ?? none)
}
