import * as z from 'zod/mini'

import { formatWords } from '../../../../web/words/formats/words.ts'
import {
  FORMAT_LIST_PLACES,
  MAX_FORMAT_AVOID_CHARACTERS,
  MAX_FORMAT_LINK_CHARACTERS,
  MAX_FORMAT_NAME_CHARACTERS,
  MAX_FORMAT_PROMPT_CHARACTERS,
  MAX_FORMAT_PROMPTS,
  MAX_FORMAT_TITLE_CHARACTERS,
} from '../../../domain/limits.ts'
import type { Format, OwnWords } from '../../../domain/path/format.ts'
import type { Locale } from '../../../domain/people/person.ts'
import { body, list, minutes, ownId, text, whole, yesOrNo } from './values.ts'

const formatFields = {
  prompts: list(text(MAX_FORMAT_PROMPT_CHARACTERS), MAX_FORMAT_PROMPTS),
  avoid: z.nullable(text(MAX_FORMAT_AVOID_CHARACTERS)),
  outwardTitle: z.nullable(text(MAX_FORMAT_TITLE_CHARACTERS)),
  minutes: z.nullable(minutes),
  link: z.nullable(text(MAX_FORMAT_LINK_CHARACTERS)),
} as const

const optional = {
  prompts: z.exactOptional(formatFields.prompts),
  avoid: z.exactOptional(formatFields.avoid),
  outwardTitle: z.exactOptional(formatFields.outwardTitle),
  minutes: z.exactOptional(formatFields.minutes),
  link: z.exactOptional(formatFields.link),
} as const

export const formatWish = body({
  id: z.exactOptional(ownId('fmt')),
  name: text(MAX_FORMAT_NAME_CHARACTERS),
  ...optional,
})

/** RFC 7396. `place` counts from 0; `house` resets a standard format to its standard words. */
export const formatPatch = body({
  name: z.exactOptional(text(MAX_FORMAT_NAME_CHARACTERS)),
  ...optional,
  prompts: z.exactOptional(z.nullable(formatFields.prompts)),
  house: z.exactOptional(z.literal(true, 'true is needed.')),
  archived: z.exactOptional(z.nullable(yesOrNo)),
  place: z.exactOptional(whole(FORMAT_LIST_PLACES)),
})

/** `standard` names the standard format; `house` says whether it has the standard words, in the reader's language. */
export const formatAnswer = z.strictObject({
  id: z.string(),
  programmeId: z.string(),
  name: z.string(),
  ...formatFields,
  standard: z.nullable(z.string()),
  house: z.boolean(),
  archived: z.boolean(),
})
export const formatsAnswer = z.strictObject({ formats: z.array(formatAnswer) })

export function formatJson(format: Format, locale: Locale): z.input<typeof formatAnswer> {
  const { id, programmeId, words, outwardTitle, minutes, link, standard, isArchived } = format
  const { name, prompts, avoid } = formatWords(words, locale)
  return {
    ...{ id, programmeId, name, prompts: [...prompts], avoid: avoid || null },
    ...{ outwardTitle, minutes, link, standard, house: 'standard' in words, archived: isArchived },
  }
}

type ChangedWords = {
  readonly name?: string
  readonly prompts?: readonly string[]
  readonly avoid?: string | null
}

/** The words with the given fields replaced. The others stay as they read in this language. */
export function wordsWith(before: OwnWords, { name, prompts, avoid }: ChangedWords): OwnWords {
  return {
    name: name ?? before.name,
    prompts: prompts ?? before.prompts,
    avoid: avoid === undefined ? before.avoid : (avoid ?? ''),
  }
}
