import type { Letter, Sender } from '../../worker/domain/letter/letter.ts'
import { shownAddress } from '../../worker/domain/people/address.ts'
import type { LetterWords } from '../words/letters/en.ts'
import { aside, type Block, say } from './blocks.ts'
import { htmlOf } from './html.ts'
import { fromNameOf, nameInText, oneLine } from './names.ts'
import { textOf } from './text.ts'
import { wordsOf } from './words.ts'
import type { CalendarWords, WrittenLetter } from './written.ts'

/** Adds what every mail has: a greeting, the sender's name, and how to reach a human. */
export function compose(
  { reader, sender }: Letter,
  body: {
    readonly subject: string
    readonly blocks: readonly Block[]
    readonly calendar?: CalendarWords
    /** Instead of how to reach a human, where the reader is the one; null: nothing. */
    readonly aside?: Block | null
  },
): WrittenLetter {
  const words = wordsOf(reader.locale)
  const subject = oneLine(body.subject)
  const blocks = [
    say(words.hello(nameInText(reader.name))),
    ...body.blocks,
    ...asideOf(sender, body.aside, words),
  ]
  return {
    subject,
    text: textOf(blocks),
    html: htmlOf(subject, blocks, reader.locale),
    fromName: fromNameOf(sender),
    calendar: body.calendar ?? null,
  }
}

function asideOf(
  { managerName, managerEmail }: Sender,
  instead: Block | null | undefined,
  words: LetterWords,
) {
  if (instead === undefined) return [aside(words.human(nameInText(managerName), shownAddress(managerEmail)))]
  return instead === null ? [] : [instead]
}
