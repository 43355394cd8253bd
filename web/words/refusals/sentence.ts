import type { Locale } from '../../../worker/domain/people/person.ts'
import type { Refusal } from '../../../worker/domain/refusals.ts'
import type { Zone } from '../../../worker/domain/time/time.ts'
import { refusalsEn } from './en.ts'
import { refusalsFr } from './fr.ts'
import { type Names, tellingTo } from './telling.ts'

export type Listener = { readonly locale: Locale; readonly zone: Zone }

/** A refusal with its evidence, in one reader's words. */
export function sentenceOf(refusal: Refusal, listener: Listener, names: Names | null = null): string {
  const sentences: Readonly<Record<string, (refusal: never, tell: never) => string>> =
    listener.locale === 'fr' ? refusalsFr : refusalsEn
  const say: unknown = sentences[refusal.reason]
  return typeof say === 'function' ? String(say(refusal, tellingTo(listener, names))) : refusal.reason
}
