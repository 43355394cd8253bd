import type { LineError } from '../../worker/domain/import/fault.ts'
import type { FileFault } from '../../worker/domain/import/file.ts'
import { wordsFor } from './pages/words.ts'
import { type Listener, sentenceOf } from './refusals/sentence.ts'

/** Why a line of an import cannot be taken, in the words of whoever reads it. */
export function importErrorSentence(error: LineError, listener: Listener): string {
  if (error.code === 'refused') return sentenceOf(error.refusal, listener)
  return said(wordsFor(listener).imports.errors, error.code, error)
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
