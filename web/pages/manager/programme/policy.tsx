import type { Programme } from '../../../../worker/domain/programme/programme.ts'
import { DisplacedDates, type DisplacedLine } from '../../../parts/displaced.tsx'
import type { FormState } from '../../../parts/form.ts'
import { Frame } from '../../../parts/frame.tsx'
import { OutwardReason } from '../../../parts/outward-reason.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import {
  Blackouts,
  End,
  Managers,
  Meeting,
  Names,
  Offers,
  Recorded,
  Report,
  Rhythm,
  Time,
  Wording,
} from '../../../parts/policy-fields.tsx'
import { blackoutsAsTyped } from '../../../parts/rules-fields.ts'
import { type MentorLine, StandInsField } from '../../../parts/stand-ins-field.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'

export type PolicyData = {
  readonly frame: PageFrame
  readonly programme: Programme
  /** Of the programme, by name. */
  readonly mentors: readonly MentorLine[]
  /** Dates in days that were closed after they were decided. */
  readonly displaced: readonly DisplacedLine[]
  readonly form: FormState
}

/** A programme's rules in one form; once saved they apply to every search and every check. */
export function PolicyPage({ frame, programme, mentors, displaced, form }: PolicyData) {
  const words = wordsFor(frame).policy
  const { id, policy } = programme
  const shown: FormState = { ...form, values: { ...blackoutsAsTyped(policy.blackouts), ...form.values } }
  return (
    <Frame frame={frame} title={words.title(programme.name)} errors={form.errors}>
      <header class="heading">
        <h1>{words.title(programme.name)}</h1>
        <p class="soft">{words.about}</p>
        <p>
          <a href={paths.programmeFormats(id)}>{wordsFor(frame).formats.itsFormats}</a> ·{' '}
          <a href={`${paths.activity}?programme=${id}`}>{wordsFor(frame).activity.link}</a> ·{' '}
          <a href={paths.report(id)}>{wordsFor(frame).report.link}</a> ·{' '}
          <a href={paths.closure(id)}>{frame.closed ? wordsFor(frame).closing.totals : words.closing}</a> ·{' '}
          <a href={paths.programmes}>{wordsFor(frame).programmes.link}</a>
        </p>
      </header>
      <DisplacedDates frame={frame} about={wordsFor(frame).lives.displacedAbout} lines={displaced} />
      <form method="post" action={paths.programme(id)} class="stack">
        <Names frame={frame} programme={programme} form={shown} />
        <Rhythm frame={frame} programme={programme} form={shown} />
        <Time frame={frame} programme={programme} form={shown} />
        <Blackouts frame={frame} form={shown} />
        <Offers frame={frame} programme={programme} form={shown} />
        <StandInsField frame={frame} form={shown} mentors={mentors} standIns={policy.standIns} />
        <Meeting frame={frame} programme={programme} form={shown} />
        <Wording frame={frame} programme={programme} form={shown} />
        <Recorded frame={frame} programme={programme} form={shown} />
        <Managers frame={frame} programme={programme} form={shown} />
        <Report frame={frame} programme={programme} form={shown} />
        <End frame={frame} programme={programme} form={shown} />
        <OutwardReason frame={frame} form={shown} />
        <p>
          <button class="primary" type="submit">
            {words.save}
          </button>
        </p>
      </form>
    </Frame>
  )
}
