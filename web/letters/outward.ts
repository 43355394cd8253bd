import { type DiscretionRules, lintOutward, type Outward } from '../../worker/domain/letter/discretion.ts'
import type { Letter } from '../../worker/domain/letter/letter.ts'
import { type Judged, readerKindOf, severityOf } from '../../worker/domain/letter/reader-kind.ts'
import type { WrittenLetter } from './written.ts'

/** The attachment beside the event; delivery names it the same. */
const EVENT_FILE = 'invite.ics'

/** Everything that is sent with a letter, by where it is read. */
export function outwardOf(
  letter: Letter,
  { subject, fromName, text, html, calendar }: WrittenLetter,
): Outward {
  return {
    ...{ subject, fromName, attendee: letter.reader.name, body: [text, html].join('\n') },
    ...(calendar && {
      summary: calendar.summary,
      description: calendar.description,
      location: calendar.location ?? '',
      url: calendar.url ?? '',
      fileName: EVENT_FILE,
    }),
  }
}

/** What the lint says of a letter as it goes out. */
export function lintLetter(
  letter: Letter,
  written: WrittenLetter,
  rules: DiscretionRules,
): readonly Judged[] {
  const reader = readerKindOf(letter)
  return lintOutward(outwardOf(letter, written), rules).map((found) => ({
    ...found,
    severity: severityOf(found, reader),
  }))
}
