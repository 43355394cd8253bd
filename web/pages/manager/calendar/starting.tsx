import { ErrorSummary } from '../../../parts/error-summary.tsx'
import { Hidden, TextField } from '../../../parts/fields.tsx'
import { MinutesField } from '../../../parts/minutes-field.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { When } from '../../../parts/when.tsx'
import { zoneLabel } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { labelled } from '../../../words/punctuation.ts'
import { paths } from '../../paths.ts'
import type { Starting, StartRow } from './calendar-data.ts'
import { BESIDE } from './view.ts'

type Props = { readonly frame: PageFrame; readonly starting: Starting }

/** A time that was selected or typed, and who could meet then; what is pressed is filled in on the next page. */
export function StartingTime({ frame, starting }: Props) {
  const { time } = starting
  const words = wordsFor(frame).calendar.start
  return (
    <>
      <h2 tabindex={-1} data-first={time ? '' : undefined}>
        {words.label}
      </h2>
      <ErrorSummary title={wordsFor(frame).frame.errors} errors={starting.form.errors} />
      {time ? (
        <p>
          <When time={time} frame={frame} />
        </p>
      ) : (
        <p class="hint">{words.hint}</p>
      )}
      {time ? <Rows frame={frame} starting={starting} /> : null}
      <WhenForm frame={frame} starting={starting} />
    </>
  )
}

function WhenForm({ frame, starting: { form, hidden, time } }: Props) {
  const words = wordsFor(frame)
  const { date, time: hour, minutes, usual, look } = words.calendar.start
  return (
    <form action={`${paths.calendar}#${BESIDE}`} class="stack">
      <Hidden values={hidden} />
      <div class="pair">
        <TextField
          form={form}
          name="date"
          label={date}
          type="date"
          attributes={{ required: true, 'data-first': time ? undefined : '' }}
        />
        <TextField
          form={form}
          name="time"
          label={hour}
          type="time"
          attributes={{ required: true, step: 300 }}
        />
      </div>
      <MinutesField form={form} label={minutes} hint={usual} />
      <p class="hint">
        {words.frame.zoneOf(zoneLabel(frame.zone, frame.locale, time ? time.start : frame.now))}
      </p>
      <button class="quiet" type="submit">
        {look}
      </button>
    </form>
  )
}

function Rows({ frame, starting: { free, others, unlisted } }: Props) {
  const words = wordsFor(frame).calendar.start
  return (
    <>
      {free.length === 0 ? <p>{words.nobody}</p> : null}
      {free.length > 0 ? (
        <section>
          <h3>{words.free}</h3>
          <List frame={frame} rows={free} />
        </section>
      ) : null}
      {others.length > 0 ? (
        <details class="quietly" open={free.length === 0}>
          <summary>{words.others}</summary>
          <List frame={frame} rows={others} />
          {unlisted > 0 ? <p class="hint">{words.more(unlisted)}</p> : null}
        </details>
      ) : null}
    </>
  )
}

function List({ frame, rows }: { readonly frame: PageFrame; readonly rows: readonly StartRow[] }) {
  const words = wordsFor(frame).calendar.start
  return (
    <ul class="rows">
      {rows.map(({ id, executive, mentor, minutes, against, ways }) => {
        const about = words.between(executive, mentor)
        return (
          <li class="row">
            <p class="row-words">
              <a class="name" href={paths.pairing(id)}>
                {executive}
              </a>{' '}
              <span class="soft">{wordsFor(frame).today.withMentor(mentor)}</span>
              {minutes ? <Length frame={frame} minutes={minutes} /> : null}
            </p>
            {against ? <p class="row-words soft">{against}</p> : null}
            {ways ? (
              <p class="row-words actions">
                <a href={ways.book} aria-label={`${labelled(words.book, frame.locale)} ${about}`}>
                  {words.book}
                </a>
                <a href={ways.offer} aria-label={`${labelled(words.offer, frame.locale)} ${about}`}>
                  {words.offer}
                </a>
              </p>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

/** Said where it is not what the panel says. */
function Length({ frame, minutes }: { readonly frame: PageFrame; readonly minutes: number }) {
  return (
    <span class="soft">
      {' '}
      <span aria-hidden="true">·</span> <span>{wordsFor(frame).frame.minutes(minutes)}</span>
    </span>
  )
}
