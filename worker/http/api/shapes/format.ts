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

const said = {
  prompts: list(text(MAX_FORMAT_PROMPT_CHARACTERS), MAX_FORMAT_PROMPTS),
  avoid: z.nullable(text(MAX_FORMAT_AVOID_CHARACTERS)),
  outwardTitle: z.nullable(text(MAX_FORMAT_TITLE_CHARACTERS)),
  minutes: z.nullable(minutes),
  link: z.nullable(text(MAX_FORMAT_LINK_CHARACTERS)),
} as const

const optional = {
  prompts: z.exactOptional(said.prompts),
  avoid: z.exactOptional(said.avoid),
  outwardTitle: z.exactOptional(said.outwardTitle),
  minutes: z.exactOptional(said.minutes),
  link: z.exactOptional(said.link),
} as const

export const formatWish = body({
  id: z.exactOptional(ownId('fmt')),
  name: text(MAX_FORMAT_NAME_CHARACTERS),
  ...optional,
})

/** RFC 7396. `place` counts from 0; `house` takes a standard format back to the words of the house. */
export const formatPatch = body({
  name: z.exactOptional(text(MAX_FORMAT_NAME_CHARACTERS)),
  ...optional,
  prompts: z.exactOptional(z.nullable(said.prompts)),
  house: z.exactOptional(z.literal(true, 'true is needed.')),
  archived: z.exactOptional(z.nullable(yesOrNo)),
  place: z.exactOptional(whole(FORMAT_LIST_PLACES)),
})

/** `standard` says which of the house's it is; `house` whether it speaks the house's words, in the reader's language. */
export const formatAnswer = z.strictObject({
  id: z.string(),
  programmeId: z.string(),
  name: z.string(),
  ...said,
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

type Said = {
  readonly name?: string
  readonly prompts?: readonly string[]
  readonly avoid?: string | null
}

/** The words with what is named in its place; what is not named stays as it reads in this language. */
export function wordsWith(before: OwnWords, { name, prompts, avoid }: Said): OwnWords {
  return {
    name: name ?? before.name,
    prompts: prompts ?? before.prompts,
    avoid: avoid === undefined ? before.avoid : (avoid ?? ''),
  }
}
