import type { SessionId } from '../../../../worker/domain/ids.ts'
import { LINES_PER_LIST_PAGE } from '../../../../worker/domain/limits.ts'
import type { Programme } from '../../../../worker/domain/programme/programme.ts'
import type { Totals } from '../../../../worker/domain/programme/totals.ts'
import type { Day, Interval } from '../../../../worker/domain/time/time.ts'
import { ChoiceField, Hidden } from '../../../parts/fields.tsx'
import type { FormState } from '../../../parts/form.ts'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { formatDay, formatRange } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'

export type ClosureData = {
  readonly frame: PageFrame
  readonly programme: Pick<Programme, 'id' | 'name' | 'status'>
  /** Idempotency key of the form. */
  readonly newId: string
  /** Open rounds without a date. */
  readonly rounds: number
  readonly fixed: readonly { readonly id: SessionId; readonly who: string; readonly time: Interval }[]
  readonly pairings: number
  /** Names of those who get their list. */
  readonly readers: readonly string[]
  /** Those of them whose list is not written yet. */
  readonly unwritten: number
  readonly purgeOn: Day
  /** Null until the programme is closed. */
  readonly totals: Totals | null
  readonly form: FormState
}

/** Before closing: what it will do. Afterwards: what stays. */
export function ClosurePage(data: ClosureData) {
  const { frame, programme, form } = data
  const words = wordsFor(frame).closing
  const { status, name } = programme
  const isOpen = status === 'open'
  const title =
    status === 'closing' ? words.closingTitle(name) : isOpen ? words.title(name) : words.closedTitle(name)
  return (
    <Frame frame={frame} title={title} errors={form.errors}>
      <header class="heading">
        <h1>{title}</h1>
        {isOpen ? <p class="soft">{words.about}</p> : null}
        {status === 'closing' ? <p>{words.goesOn(data.pairings, data.unwritten)}</p> : null}
      </header>
      {isOpen ? <WhatItDoes data={data} /> : <WhatStays data={data} />}
    </Frame>
  )
}

function WhatItDoes({ data }: { readonly data: ClosureData }) {
  const { frame, programme, newId, fixed, form } = data
  const words = wordsFor(frame).closing
  const choices = (['keep', 'cancel'] as const).map((value) => ({ value, label: words[value] }))
  return (
    <>
      <Effects data={data} />
      <form method="post" action={paths.closure(programme.id)} class="stack">
        <Hidden values={{ id: newId }} />
        {fixed.length > 0 ? (
          <ChoiceField form={form} name="fixed" label={words.fixedChoice} value="keep" choices={choices} />
        ) : null}
        <p>
          <button class="stop" type="submit">
            {words.close}
          </button>
        </p>
      </form>
    </>
  )
}

function Effects({ data }: { readonly data: ClosureData }) {
  const { frame, programme, rounds, pairings, readers, purgeOn, fixed } = data
  const words = wordsFor(frame).closing
  return (
    <dl class="particulars wide">
      <dt>{words.dates}</dt>
      <dd>
        {words.fixed(fixed.length)}
        <ul>
          {fixed.slice(0, LINES_PER_LIST_PAGE).map(({ id, who, time }) => (
            <li>
              <a href={paths.session(id)}>{who}</a>, {formatRange(time, frame)}
            </li>
          ))}
        </ul>
        <Others all={fixed.length} frame={frame} />
      </dd>
      <dt>{words.underWay}</dt>
      <dd>{words.rounds(rounds)}</dd>
      <dt>{wordsFor(frame).frame.nav.pairings}</dt>
      <dd>{words.pairings(pairings)}</dd>
      <dt>{words.letters}</dt>
      <dd>
        {readers.length === 0 ? words.noReaders : words.readers}
        {readers.length === 0 ? null : <p>{readers.slice(0, LINES_PER_LIST_PAGE).join(' · ')}</p>}
        <Others all={readers.length} frame={frame} />
      </dd>
      <dt>{words.names}</dt>
      <dd>
        {words.purge(formatDay(purgeOn, frame))} <a href={paths.programme(programme.id)}>{words.retention}</a>
      </dd>
    </dl>
  )
}

/** The end of a list that is too long for a page where it only illustrates a number. */
function Others({ all, frame }: { readonly all: number; readonly frame: PageFrame }) {
  const others = all - LINES_PER_LIST_PAGE
  return others > 0 ? <p class="soft">{wordsFor(frame).closing.others(others)}</p> : null
}

const SUMS = ['fixed', 'held', 'minutes', 'medianDays', 'bumps', 'doneByBoth'] as const

/** Totals that say nothing about a person; what counts people is for the report. */
function WhatStays({ data: { frame, totals } }: { readonly data: ClosureData }) {
  const words = wordsFor(frame).closing
  if (!totals) return null
  return (
    <section>
      <h2>{words.totals}</h2>
      <dl class="particulars wide">
        {SUMS.map((sum) => (
          <>
            <dt>{words.sums[sum]}</dt>
            <dd>
              {totals[sum] ?? (sum === 'doneByBoth' ? words.notCounted : words.none)}
              {sum === 'bumps' ? <p class="hint">{wordsFor(frame).board.bumpsHint}</p> : null}
            </dd>
          </>
        ))}
      </dl>
    </section>
  )
}
