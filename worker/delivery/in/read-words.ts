import { noteAround } from '../../domain/itip/notes.ts'
import { ownWordsOf } from '../../domain/mail/own-words.ts'
import { isOfProgram } from './read-automatic.ts'
import type { MailReading } from './read-result.ts'

/**
 * What a person says in a mail beside its calendar, or in that calendar's comment; null if there is nothing. A calendar's
 * comment is a person's, whatever sent it; around it a program writes what it likes.
 */
export function wordsIn(reading: MailReading): string | null {
  const around = isOfProgram(reading.automation) ? '' : ownWordsOf(textOf(reading) ?? '')
  const comment = ownWordsOf(reading.comment ?? '')
  const isRepeated = bare(around).includes(bare(comment))
  return [...(isRepeated ? [] : [comment]), around].filter((each) => each !== '').join('\n\n') || null
}

/** The mail's text, unless the program that answered has written it. */
function textOf(reading: MailReading): string | null {
  const { class: kind, text } = reading
  const isAnswer = kind === 'reply' || kind === 'counter' || kind === 'refresh'
  return isAnswer ? noteAround(text, { class: kind, prodid: reading.prodid }) : text
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}
