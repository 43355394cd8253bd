import { MAX_ZONE_CHARACTERS } from '../../../../worker/domain/limits.ts'
import type { Trip } from '../../../../worker/domain/people/person.ts'
import { inOrder } from '../../../../worker/domain/slot/trips.ts'
import { toWall } from '../../../../worker/domain/time/zones.ts'
import { ErrorSummary } from '../../../parts/error-summary.tsx'
import { Hidden, TextField } from '../../../parts/fields.tsx'
import { EMPTY_FORM } from '../../../parts/form.ts'
import { PostButton } from '../../../parts/post.tsx'
import { TripRows } from '../../../parts/rule-rows.tsx'
import { rulesAsTyped, tripField, tripsAsShown } from '../../../parts/rules-fields.ts'
import { within } from '../../../parts/within.ts'
import { CITY_LIST, CityList } from '../../../parts/zone-field.tsx'
import { formatDays, zoneLabel } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import type { PersonData } from './person-data.ts'
import { PersonSection } from './person-section.tsx'
import { NEW_TRIP, NEW_TRIP_ROW, PART, TRIP_AWAY } from './person-sections.ts'

type Props = { readonly data: PersonData }

/** Where he is, and when; a new trip is noted without opening anything. */
export function Trips({ data }: Props) {
  const { frame, editing } = data
  return (
    <PersonSection
      data={data}
      id="trips"
      title={wordsFor(frame).rules.trips}
      read={
        <>
          <Noted data={data} />
          {editing === null ? <NewTrip data={data} /> : null}
        </>
      }
      form={<Form data={data} />}
    />
  )
}

/** What is over is left out. */
function Noted({ data: { frame, rules, id, editing } }: Props) {
  const words = wordsFor(frame).person
  const isAhead = ({ zone, to }: Trip) => to >= toWall(zone, frame.now).day
  const trips = inOrder(rules.trips ?? []).filter(isAhead)
  if (trips.length === 0) return <p class="soft">{words.noTrips}</p>
  return (
    <ul class="lines">
      {trips.map(({ zone, from, to }) => (
        <li>
          {formatDays(from, to, frame.locale)}{' '}
          <span class="why">{zoneLabel(zone, frame.locale, frame.now)}</span>
          {editing === null ? (
            <PostButton
              action={within(frame, paths.personRules(id))}
              label={words.tripAway}
              about={formatDays(from, to, frame.locale)}
              hidden={{ [PART]: TRIP_AWAY, [TRIP_AWAY]: [zone, from, to].join(' ') }}
              tone="link"
              enhance="#content"
            />
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** City, two days and one press. Open while nothing else is: what is typed here is lost by no other form. */
function NewTrip({ data: { frame, form: sent, id } }: Props) {
  const { person: words, frame: common } = wordsFor(frame)
  const form = sent.values[PART] === NEW_TRIP ? sent : EMPTY_FORM
  const field = (part: 'zone' | 'from' | 'to') => tripField(NEW_TRIP_ROW, part)
  const required = true
  return (
    <form method="post" action={within(frame, paths.personRules(id))} class="trip" data-enhance="#content">
      <ErrorSummary title={common.errors} errors={form.errors} />
      <Hidden values={{ [PART]: NEW_TRIP }} />
      <CityList locale={frame.locale} />
      <TextField
        form={form}
        name={field('zone')}
        label={words.tripTo}
        attributes={{ required, maxlength: MAX_ZONE_CHARACTERS, list: CITY_LIST, autocomplete: 'off' }}
      />
      <TextField
        form={form}
        name={field('from')}
        label={words.tripFrom}
        type="date"
        attributes={{ required }}
      />
      <TextField
        form={form}
        name={field('to')}
        label={words.tripUntil}
        type="date"
        attributes={{ required }}
      />
      <button class="quiet" type="submit">
        {words.noteTrip}
      </button>
    </form>
  )
}

function Form({ data: { frame, form, rules, id } }: Props) {
  const values = { ...rulesAsTyped(rules), ...tripsAsShown(rules, frame.locale), ...form.values }
  return (
    <form method="post" action={within(frame, paths.personRules(id))} class="stack" data-enhance="#content">
      <Hidden values={{ [PART]: 'trips' }} />
      <TripRows frame={frame} form={{ ...form, values }} isAlone />
      <p>
        <button class="primary" type="submit">
          {wordsFor(frame).person.saveTrips}
        </button>
      </p>
    </form>
  )
}
