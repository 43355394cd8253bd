import { PAIRING_KINDS } from '../../../../worker/domain/pairing/kind.ts'
import { type FirstStepName, nextStep } from '../../../../worker/domain/programme/first-steps.ts'
import { Hidden } from '../../../parts/fields.tsx'
import { everyField, WEEKDAYS_FIELD } from '../../../parts/hours-fields.ts'
import { Icon } from '../../../parts/icons.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { CityList } from '../../../parts/zone-field.tsx'
import { formatRange } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { lineId } from '../../line-id.ts'
import { FIRST_STEPS, HOURS, paths } from '../../paths.ts'
import { Action } from './deeds.tsx'
import { NewExecutive, NewMentor } from './first-people.tsx'
import { BACK, Labelled, type StepProps } from './first-step.tsx'
import type { FirstStepsData, OfProgramme } from './first-steps-data.ts'
import { TestInvite } from './first-test.tsx'

/** The way to the first session: what is there is ticked, and the deed of what is not stands in its place. */
export function FirstSteps({ frame, data }: Omit<StepProps, 'tone'>) {
  const words = wordsFor(frame).firstSteps
  const done = data.steps.filter(({ isDone }) => isDone).length
  const next = nextStep(data.steps)
  return (
    <section class="first-steps" id={FIRST_STEPS} aria-labelledby="first-steps-title">
      <h2 id="first-steps-title">{words.title}</h2>
      <p class="soft">{words.count(done, data.steps.length)}</p>
      <ol class="rows">
        {data.steps.map(({ step, isDone }, index) => (
          <li {...(isDone && { class: 'done' })} {...(step === next && CURRENT)}>
            <span class="mark" aria-hidden="true">
              {isDone ? <Icon name="check" /> : index + 1}
            </span>
            <h3>
              {isDone ? <span class="unseen">{words.done} </span> : null}
              {words.steps[step]}
            </h3>
            {isDone ? (
              <There step={step} frame={frame} data={data} />
            ) : (
              <Deed step={step} tone={step === next ? 'primary' : 'quiet'} frame={frame} data={data} />
            )}
          </li>
        ))}
      </ol>
      <CityList locale={frame.locale} />
    </section>
  )
}

const CURRENT = { 'aria-current': 'step' } as const

type OneStep = StepProps & { readonly step: FirstStepName }

/** What is there already, and where more of it is added. */
function There({ step, frame, data }: Omit<OneStep, 'tone'>) {
  const words = wordsFor(frame).firstSteps
  const { programme, mentors, executives, pairings } = data
  switch (step) {
    case 'programme':
      return (
        <p>
          {words.programmeIs(programme.name, programme.cadenceDays)}{' '}
          <a href={paths.programme(programme.id)}>{words.changeProgramme}</a>
        </p>
      )
    case 'test':
      return <TestInvite frame={frame} data={data} />
    case 'mentor':
    case 'executive':
      return (
        <p>
          <Names people={step === 'mentor' ? mentors : executives} frame={frame} />{' '}
          <a href={paths.newPerson(step)}>
            {words.somebodyElse}
            <span class="unseen"> ({words.steps[step]})</span>
          </a>
        </p>
      )
    case 'hours':
      return <p>{words.hasHours}</p>
    case 'pairing':
      return (
        <p>
          <a href={paths.pairings}>{words.paired(pairings)}</a>
        </p>
      )
    case 'time':
      return null
  }
}

/** As many names as a line has room for; all of them stand on the page of people. */
const MOST_NAMES = 5

function Names({ people, frame }: { readonly people: readonly OfProgramme[]; readonly frame: PageFrame }) {
  const shown = people.slice(0, MOST_NAMES)
  return (
    <>
      {shown.map(({ id, name }, index) => (
        <>
          {index > 0 ? ', ' : ''}
          <a href={paths.person(id)}>{name}</a>
        </>
      ))}
      {people.length > shown.length ? (
        <>
          {' '}
          <a href={paths.people}>
            +{people.length - shown.length}
            <span class="unseen"> {wordsFor(frame).people.title}</span>
          </a>
        </>
      ) : null}
      .
    </>
  )
}

/** What is done here and now; or what has to be there first. */
function Deed({ step, ...props }: OneStep) {
  const words = wordsFor(props.frame).firstSteps
  const needs = needsOf(step, props.data)
  if (needs) return <p class="soft">{words[needs]}</p>
  switch (step) {
    case 'test':
      return <TestInvite frame={props.frame} data={props.data} />
    case 'mentor':
      return <NewMentor {...props} />
    case 'hours':
      return <FirstHours {...props} />
    case 'executive':
      return <NewExecutive {...props} />
    case 'pairing':
      return <FirstPairing {...props} />
    case 'time':
      return <FirstTimes {...props} />
    case 'programme':
      return null
  }
}

function needsOf(step: FirstStepName, { hoursOf, mentors, executives, pairings }: FirstStepsData) {
  if (step === 'hours' && hoursOf === null) return 'needsMentor'
  if (step === 'pairing' && (mentors.length === 0 || executives.length === 0)) return 'needsBoth'
  return step === 'time' && pairings === 0 ? 'needsPairing' : null
}

function FirstHours({ frame, tone, data: { hoursOf } }: StepProps) {
  const words = wordsFor(frame).firstSteps
  if (hoursOf === null) return null
  return (
    <>
      <p class="soft">{words.hours(hoursOf.name)}</p>
      <form method="post" action={paths.personHours(hoursOf.id)} class="stack">
        <Hidden values={{ back: BACK, zone: hoursOf.zone, [WEEKDAYS_FIELD]: 'same' }} />
        <Labelled id="step-from" label={words.hoursFrom}>
          <input type="time" id="step-from" name={everyField(0, 'from')} value="09:00" required />
        </Labelled>
        <Labelled id="step-to" label={words.hoursTo}>
          <input type="time" id="step-to" name={everyField(0, 'to')} value="17:00" required />
        </Labelled>
        <div class="actions">
          <button type="submit" class={tone}>
            {words.setHours}
          </button>
          <a href={paths.personEditing(hoursOf.id, HOURS)}>{words.otherHours}</a>
        </div>
      </form>
    </>
  )
}

function FirstPairing({ frame, tone, data }: StepProps) {
  const { firstSteps: words, pairings, frame: shared } = wordsFor(frame)
  const { mentors, executives, newIds, programme } = data
  const kinds = PAIRING_KINDS.map((id) => ({ id, name: shared.kind[id] }))
  return (
    <form method="post" action={paths.pairings} class="stack">
      <Hidden values={{ back: BACK, id: newIds.pairing, programmeId: programme.id }} />
      <Choice id="step-executive" name="executiveId" label={pairings.who} choices={executives} />
      <Choice id="step-mentor" name="mentorId" label={pairings.mentor} choices={mentors} />
      <Choice id="step-kind" name="kind" label={pairings.kind} choices={kinds} />
      <div class="actions">
        <button type="submit" class={tone}>
          {words.pair}
        </button>
      </div>
    </form>
  )
}

type ChoiceProps = {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly choices: readonly { readonly id: string; readonly name: string }[]
}

/** The first is chosen: of one alone there is nothing to choose. */
function Choice({ id, name, label, choices }: ChoiceProps) {
  return (
    <Labelled id={id} label={label}>
      <select id={id} name={name}>
        {choices.map((each) => (
          <option value={each.id}>{each.name}</option>
        ))}
      </select>
    </Labelled>
  )
}

/** The line of Today that asks for times, in the place where the way leads to; or the best time at once. */
function FirstTimes({ frame, data: { time, firstPairing } }: StepProps) {
  const words = wordsFor(frame).firstSteps
  if (time === null)
    return firstPairing === null ? null : (
      <>
        <p class="soft">{words.time}</p>
        <p>
          <a href={paths.offer(firstPairing)}>{wordsFor(frame).today.actions['first-offer']}</a>
        </p>
      </>
    )
  const { item, best, pairingId, sessionId } = time
  const who = item.mentor ? `${item.who} ${wordsFor(frame).today.withMentor(item.mentor)}` : item.who
  return (
    <>
      <p class="soft">{words.time}</p>
      <p id={lineId(item.key)} tabindex={-1}>
        <a href={item.href}>{who}</a>
        {item.said?.refusal ? <> · {item.said.refusal}</> : null}
      </p>
      <div class="actions">
        {item.action.kind === 'offer' && item.action.times.length === 0 ? null : (
          <Action item={item} frame={frame} back={BACK} />
        )}
        {best ? (
          <form method="post" action={paths.booking(pairingId)} class="post">
            <Hidden values={{ id: sessionId, date: best.date, time: best.wall }} />
            <button type="submit" class="quiet">
              {words.book(formatRange(best, frame))}
            </button>
          </form>
        ) : (
          <a href={paths.pairing(pairingId)}>{words.otherTimes}</a>
        )}
      </div>
    </>
  )
}
