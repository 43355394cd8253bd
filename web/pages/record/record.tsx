import { keptOnRecord } from '../../../worker/domain/record/kept.ts'
import type { RecordProgramme } from '../../../worker/domain/record/record.ts'
import { EMPTY_FORM, type FieldError, type FormState, idIn } from '../../parts/form.ts'
import { Frame } from '../../parts/frame.tsx'
import { formatDay, momentWithZone } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { zoneAsTyped } from '../../words/places.ts'
import { ArrangedPart } from './arranged.tsx'
import { AskPart, hasRequests, RequestsPart } from './ask.tsx'
import { Fact } from './fact.tsx'
import { CorrectForm, ObstaclesForm, SwitchesForm } from './forms.tsx'
import { HoursFact } from './hours.tsx'
import { KeysPart, MailsPart } from './keys.tsx'
import { LookedPart } from './looked.tsx'
import type { RecordData } from './record-data.ts'
import { RulesLine } from './rules.tsx'
import { WrittenPart } from './written.tsx'

/** All that is held about somebody, who looked at it, and what he can do about it. */
export function RecordPage(data: RecordData) {
  const { frame, record, door, form } = data
  const words = wordsFor(frame).record
  return (
    <Frame frame={frame} title={words.title} shape="sheet" errors={errorsOf(form)}>
      <header class="opening">
        <h1>{words.title}</h1>
        <p class="soft">{words.asOf(momentWithZone(record.madeAt, frame))}</p>
        <Contents {...data} />
      </header>
      <div class="blocks">
        <YouPart {...data} />
        {record.programmes.map((each) => (
          <ProgrammePart {...data} programme={each} />
        ))}
        <RequestsPart {...data} />
        <ArrangedPart {...data} />
        <WrittenPart {...data} />
        <MailsPart {...data} />
        <KeysPart {...data} />
        <LookedPart {...data} />
        <KeptPart {...data} />
        {door ? (
          <>
            <section id="download">
              <h2>{words.download}</h2>
              <p class="soft">{words.downloadAbout}</p>
              <p>
                <a href={door.fileHref('json')}>{words.asJson}</a> ·{' '}
                <a href={door.fileHref('html')}>{words.asPage}</a>
              </p>
            </section>
            <AskPart {...data} door={door} />
            <p>
              <a href={door.backHref}>{words.back}</a>
            </p>
          </>
        ) : null}
      </div>
    </Frame>
  )
}

/** In two programmes the same form stands twice: an error leads to the one that was sent. */
function errorsOf({ values, errors }: FormState): readonly FieldError[] {
  const within = values['programme']
  return errors.map((each) => ({ ...each, at: idIn({ within }, each.field) }))
}

/** A long page begins with what stands on it. */
function Contents({ frame, record, door }: RecordData) {
  const words = wordsFor(frame).record
  const parts = [
    ['you', words.you],
    ...record.programmes.map(({ id, programme }) => [id, programme]),
    ...(hasRequests(record) ? [['requests', words.yourRequests]] : []),
    ['arranged', words.arranged],
    ['written', words.written],
    ['mails', words.mails],
    ['keys', words.keys],
    ['looked', words.looked],
    ['kept', words.kept],
    ...(door
      ? [
          ['download', words.download],
          ['ask', words.ask],
        ]
      : []),
  ]
  return (
    <nav class="facts" aria-label={words.contents}>
      {parts.map(([id, title]) => (
        <span>
          <a href={`#${id}`}>{title}</a>
        </span>
      ))}
    </nav>
  )
}

function YouPart({ frame, record, door }: RecordData) {
  const { record: words, people } = wordsFor(frame)
  return (
    <section id="you">
      <h2>{words.you}</h2>
      <dl class="particulars">
        <Fact term={words.addresses}>{record.addresses.join(' · ')}</Fact>
        <Fact term={words.zone}>{zoneAsTyped(record.zone, frame.locale)}</Fact>
        <Fact term={words.language}>{people.locales[record.locale]}</Fact>
        <Fact term={words.since}>{formatDay(record.since, frame)}</Fact>
        <HoursFact frame={frame} record={record} door={door} />
      </dl>
      {record.runsInstallation ? <p>{words.owner}</p> : null}
    </section>
  )
}

function ProgrammePart({
  frame,
  record,
  door,
  form,
  programme,
}: RecordData & { readonly programme: RecordProgramme }) {
  const { record: words, settling, logging } = wordsFor(frame)
  const { roles, blockers, blockersBy, stage, departure, unit, reportsTo, assistants, answersFor, rules } =
    programme
  const isExecutive = roles.includes('executive')
  const ruled = Object.keys(rules).length
  return (
    <section id={programme.id}>
      <h2>{programme.programme}</h2>
      <dl class="particulars">
        <Fact term={words.name}>{programme.name}</Fact>
        {programme.shortName ? <Fact term={words.shortName}>{programme.shortName}</Fact> : null}
        <Fact term={words.roleHere}>{roles.map((each) => words.roles[each]).join(' · ') || words.none}</Fact>
        {unit ? <Fact term={words.unit}>{unit}</Fact> : null}
        {reportsTo ? <Fact term={words.reportsTo}>{reportsTo}</Fact> : null}
        {assistants.length > 0 ? <Fact term={words.assistants}>{assistants.join(' · ')}</Fact> : null}
        {answersFor.length > 0 ? <Fact term={words.answersFor}>{answersFor.join(' · ')}</Fact> : null}
        <Fact term={words.managers}>{programme.managers.join(' · ')}</Fact>
        {departure ? <Fact term={words.leaves}>{formatDay(departure.on, frame)}</Fact> : null}
        {isExecutive ? (
          <>
            <Fact term={words.obstacles}>
              {blockers.map((each) => settling.obstacle[each]).join(' · ') || words.none}
              {blockersBy ? (
                <>
                  {' · '}
                  <span class="soft">{words.chosenBy(blockersBy.who, formatDay(blockersBy.at, frame))}</span>
                </>
              ) : null}
            </Fact>
            <Fact term={words.seen}>
              {stage === 'curious' ? words.nothingSeen : logging.evidences[stage]}
            </Fact>
          </>
        ) : null}
        {ruled > 0 ? (
          <Fact term={words.rules}>
            <RulesLine rules={rules} frame={frame} />
          </Fact>
        ) : null}
      </dl>
      {door && programme.status === 'open' ? (
        <>
          <CorrectForm {...{ frame, door, programme, record, form }} />
          {isExecutive ? <ObstaclesForm {...{ frame, door, programme, record, form: EMPTY_FORM }} /> : null}
          {isExecutive ? <SwitchesForm {...{ frame, door, programme, record, form: EMPTY_FORM }} /> : null}
        </>
      ) : null}
    </section>
  )
}

function KeptPart({ frame, record }: RecordData) {
  const words = wordsFor(frame).record
  return (
    <section id="kept">
      <h2>{words.kept}</h2>
      <ul class="told">
        {keptOnRecord().map(({ what, days }) => (
          <li>{words.keptFor[what](days)}</li>
        ))}
        {words.keptOthers.map((each) => (
          <li>{each}</li>
        ))}
        {record.programmes.map(({ programme, purgeOn }) =>
          purgeOn === null ? null : <li>{words.purgedOn(programme, formatDay(purgeOn, frame))}</li>,
        )}
      </ul>
    </section>
  )
}
