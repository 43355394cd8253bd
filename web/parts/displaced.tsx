import type { Person } from '../../worker/domain/people/person.ts'
import type { Displacement } from '../../worker/domain/session/displaced.ts'
import { zoneOfAt } from '../../worker/domain/slot/hours.ts'
import type { Interval } from '../../worker/domain/time/time.ts'
import { formatRange, rangeWithZone } from '../words/moments.ts'
import { wordsFor } from '../words/pages/words.ts'
import type { PageFrame } from './page-frame.ts'

/** A date, or a time on offer, that a change covers since it was decided. */
export type DisplacedLine = {
  readonly title: string
  /** Where it can be moved, or said that it cannot be. */
  readonly href: string
  readonly time: Interval
  readonly because: string
  readonly isOption: boolean
}

type Props = { readonly frame: PageFrame; readonly about: string; readonly lines: readonly DisplacedLine[] }

export function DisplacedDates({ frame, about, lines }: Props) {
  const words = wordsFor(frame).lives
  if (lines.length === 0) return null
  return (
    <section class="card" id="displaced">
      <h2>{words.displacedTitle}</h2>
      <p class="soft">{about}</p>
      <ul class="rows">
        {lines.map(({ title, href, time, because, isOption }) => (
          <li class="row">
            <p class="row-what">
              <a class="name" href={href}>
                {title}
              </a>
              <span class="soft">
                {' '}
                {formatRange(time, frame)}
                {isOption ? ` (${words.onOffer})` : ''}
              </span>
            </p>
            <p class="row-words soft">{because}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What covers the date, with its hour on the clock of whoever it is about. */
export function displacementWords(
  why: Displacement,
  person: Pick<Person, 'name' | 'zone' | 'rules'>,
  time: Interval,
  { locale }: Pick<PageFrame, 'locale'>,
): string {
  const words = wordsFor({ locale }).lives
  if (why === 'blackout') return words.blackout
  const zone = why === 'trip' ? zoneOfAt(person, time.start) : person.zone
  if (why === 'trip' && zone === person.zone) return words.onTheWay(person.name)
  return words[why](person.name, rangeWithZone(time, { zone, locale }))
}
