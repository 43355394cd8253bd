import * as z from 'zod/mini'

import { formatWords } from '../../../../web/words/formats/words.ts'
import { type Format, FORMAT_LIMITS, type OwnWords } from '../../../domain/path/format.ts'
import type { Locale } from '../../../domain/people/person.ts'
import { body, list, ownId, text, whole, yesOrNo } from './values.ts'

const said = {
  prompts: list(text(FORMAT_LIMITS.prompt), FORMAT_LIMITS.prompts),
  avoid: z.nullable(text(FORMAT_LIMITS.avoid)),
  outwardTitle: z.nullable(text(FORMAT_LIMITS.title)),
  minutes: z.nullable(whole(5, 480)),
  link: z.nullable(text(FORMAT_LIMITS.link)),
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
  name: text(FORMAT_LIMITS.name),
  ...optional,
})

/** `place` counts from 0; `house` takes a standard format back to the words of the house. */
export const formatPatch = body({
  name: z.exactOptional(text(FORMAT_LIMITS.name)),
  ...optional,
  house: z.exactOptional(z.literal(true, 'true is needed.')),
  archived: z.exactOptional(yesOrNo),
  place: z.exactOptional(whole(0, 1000)),
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

type Said = Pick<z.output<typeof formatPatch>, 'name' | 'prompts' | 'avoid'>

/** The words with what is named in its place; what is not named stays as it reads in this language. */
export function wordsWith(before: OwnWords, { name, prompts, avoid }: Said): OwnWords {
  return {
    name: name ?? before.name,
    prompts: prompts ?? before.prompts,
    avoid: avoid === undefined ? before.avoid : (avoid ?? ''),
  }
}
