import type { Availability, WeeklyWindow } from '../../../../worker/domain/people/person.ts'
import { HOURS_MOVES, exampleOf, hoursInZone } from '../../../../worker/domain/slot/move-hours.ts'
import { formatWallTime } from '../../../../worker/domain/time/days.ts'
import type { Zone } from '../../../../worker/domain/time/time.ts'
import { ChoiceField } from '../../../parts/fields.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { zoneLabel } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { weekday } from '../../../words/weekday.ts'
import type { PersonData } from './person-data.ts'
import { HOURS_MOVE } from './person-sections.ts'

/** Asked in the form of the basics where the hours are in another zone than the person will be. */
export function ZoneQuestion({ data }: { readonly data: PersonData }) {
  const { frame, form, movesTo, hours, stored } = data
  if (movesTo === null || hours === null) return null
  return (
    <ChoiceField
      form={form}
      name="hours"
      id={HOURS_MOVE}
      label={wordsFor(frame).lives.zoneQuestion(stored.name)}
      hint={wordsFor(frame).lives.zoneQuestionHint}
      choices={choicesFor(hours, movesTo, frame)}
    />
  )
}

/** Both answers, each with what it makes of the first window. */
function choicesFor(hours: Availability, zone: Zone, frame: PageFrame) {
  const words = wordsFor(frame).lives
  return HOURS_MOVES.map((value) => {
    const example = exampleOf(hoursInZone(hours, zone, value, frame.now))
    const shown = `${example ? windowWords(example, frame) : '–'}, ${zoneLabel(zone, frame.locale, frame.now)}`
    return { value, label: value === 'instants' ? words.instants(shown) : words.wallClock(shown) }
  })
}

/** “Monday 09:00–12:00” */
function windowWords({ day, from, to }: WeeklyWindow, { locale }: PageFrame): string {
  return `${weekday(day, locale)} ${formatWallTime(from)}–${formatWallTime(to)}`
}
