import type { DateException, Locale } from '../../worker/domain/people/person.ts'
import { addDays, formatWallTime } from '../../worker/domain/time/days.ts'
import { formatDays } from './moments.ts'
import { wordsFor } from './pages/words.ts'
import { labelled } from './punctuation.ts'

/** Days that follow each other and are closed, or open alike, are one line. */
export function exceptionLines(
  exceptions: readonly DateException[],
  reader: { readonly locale: Locale },
): readonly string[] {
  const words = wordsFor(reader).hours
  const runs: { from: string; to: string; hours: string }[] = []
  for (const { date, from, to } of exceptions.toSorted((one, other) => (one.date < other.date ? -1 : 1))) {
    const hours =
      from === null || to === null ? words.closed : `${formatWallTime(from)}–${formatWallTime(to)}`
    const run = runs.at(-1)
    if (run && run.hours === hours && addDays(run.to, 1) === date) run.to = date
    else runs.push({ from: date, to: date, hours })
  }
  return runs.map(
    ({ from, to, hours }) => `${labelled(formatDays(from, to, reader.locale), reader.locale)} ${hours}`,
  )
}
