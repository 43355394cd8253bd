import type { LineError } from '../../worker/domain/import/fault.ts'
import type { FileFault } from '../../worker/domain/import/file.ts'
import type { Refusal } from '../../worker/domain/refusals.ts'
import { wordsFor } from './pages/words.ts'
import { type Listener, sentenceOf } from './refusals/sentence.ts'

/** Why a line of an import cannot be taken, in the words of whoever reads it. */
export function importErrorSentence(error: LineError, listener: Listener): string {
  if (isIndiscreet(error)) return wordsFor(listener).imports.indiscreet(error.refusal.found)
  if (error.code === 'refused') return sentenceOf(error.refusal, listener)
  return said(wordsFor(listener).imports.errors, error.code, error)
}

/** A file has no field for why a word is right: the programme's settings have. */
export function isIndiscreet(error: LineError): error is LineError & Indiscreet {
  return error.code === 'refused' && error.refusal.reason === 'outward-words'
}

type Indiscreet = {
  readonly code: 'refused'
  readonly refusal: Extract<Refusal, { readonly reason: 'outward-words' }>
}

/** Why a file cannot be read at all. */
export function fileFaultSentence(fault: FileFault, listener: Listener): string {
  return said(wordsFor(listener).imports.faults, fault.reason, fault)
}

/** The types of the words say that there is a sentence for each code, with what it needs. */
function said(
  sentences: Readonly<Record<string, (about: never) => string>>,
  code: string,
  about: unknown,
): string {
  const say: unknown = sentences[code]
  return typeof say === 'function' ? String(say(about)) : code
}
