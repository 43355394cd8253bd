import { PostButton } from '../../parts/post.tsx'
import { Saying, When } from '../../parts/when.tsx'
import { WhyRow } from '../../parts/whys.tsx'
import { wordsFor } from '../../words/pages/words.ts'
import type { AnswerData, AnswerState, AskedWhy } from './answer-data.ts'
import { AnswerElse, AnswerForm } from './answer-form.tsx'
import { clocksOfAnswer } from './clocks.ts'

type Given = Exclude<AnswerState, { kind: 'open' }>

/** The state of the offer when there is nothing, or little, left to choose. */
export function AnswerGiven({ data, state }: { readonly data: AnswerData; readonly state: Given }) {
  const { frame } = data
  const words = wordsFor(frame).answering
  switch (state.kind) {
    case 'answered':
      return <Answered data={data} state={state} />
    case 'none':
    case 'later':
      return (
        <>
          <Why data={data} state={state} />
          <AnswerElse data={data} form={state.form} />
        </>
      )
    case 'proposed':
      return <Proposed data={data} state={state} />
    case 'expired':
      return (
        <>
          <p>
            <Saying sentence={words.expired} at={state.at} frame={frame} deadline />
          </p>
          <Change data={data} choice="again" label={words.newTimes} docked />
        </>
      )
    case 'superseded':
      return (
        <>
          <p>{words.superseded}</p>
          {state.href ? (
            <a class="button primary" href={state.href}>
              {words.openNewer}
            </a>
          ) : null}
        </>
      )
    case 'cancelled':
      return <p>{words.cancelled}</p>
    case 'over':
      return (
        <>
          <p class="settled past">
            <When time={state.time} frame={frame} {...clocksOfAnswer(data)} />
          </p>
          <p>{words.over}</p>
        </>
      )
  }
}

type ProposedProps = { readonly data: AnswerData; readonly state: Extract<AnswerState, { kind: 'proposed' }> }

/** While nobody has decided it can be taken back, and what is held can still be picked. */
function Proposed({ data, state }: ProposedProps) {
  const { frame, action, k, offerId } = data
  const words = wordsFor(frame).answering
  return (
    <>
      <p class="settled">
        <When time={state.time} frame={frame} {...clocksOfAnswer(data)} />
      </p>
      <p>{words.proposedNext}</p>
      {state.takeBack ? (
        <PostButton
          action={action}
          hidden={{ k, offer: offerId, takeBack: state.takeBack }}
          label={words.takeBack}
        />
      ) : null}
      {state.instead ? (
        <section class="aside whole">
          <p>{words.orPick}</p>
          <AnswerForm data={data} state={state.instead} isAnswered />
        </section>
      ) : null}
    </>
  )
}

type AnsweredProps = { readonly data: AnswerData; readonly state: Extract<AnswerState, { kind: 'answered' }> }

function Answered({ data, state }: AnsweredProps) {
  const { frame } = data
  const words = wordsFor(frame).answering
  return (
    <>
      {state.wanted ? <p class="soft">{words.fixedNow}</p> : null}
      <p class="settled">
        <When time={state.time} frame={frame} {...clocksOfAnswer(data)} />
      </p>
      {state.isReleased ? <Released data={data} /> : <Fixed data={data} state={state} />}
      <Why data={data} state={state} />
      {state.wanted ? <MoveQuestion data={data} wanted={state.wanted} /> : null}
      {state.isReleased || state.wanted ? null : (
        <section class="aside">
          <p>{words.newTimesWhy}</p>
          <Change data={data} choice="anew" label={words.newTimes} />
        </section>
      )}
    </>
  )
}

/** While it can be kept nothing has gone out yet. */
function Released({ data }: { readonly data: AnswerData }) {
  const words = wordsFor(data.frame).answering
  return (
    <>
      <p>{words.released}</p>
      <Change data={data} choice="keep" label={words.keepIt} />
    </>
  )
}

function Fixed({ data, state }: AnsweredProps) {
  const { frame, toExecutive, executiveName } = data
  const words = wordsFor(frame).answering
  return (
    <>
      {state.justNow ? (
        <p>
          <strong>{words.answeredNow}</strong>{' '}
          {toExecutive ? words.inviteForYou : words.inviteFor(executiveName)}
        </p>
      ) : null}
      <p class="soft">
        <WhoAnswered data={data} state={state} />
      </p>
    </>
  )
}

function Why({ data, state }: { readonly data: AnswerData; readonly state: AskedWhy }) {
  const { frame, toExecutive, executiveName, sender, action, k, offerId } = data
  const words = wordsFor(frame).whys
  const hint = toExecutive ? words.readByManager(sender.name) : words.readByBoth(sender.name, executiveName)
  const { asksWhy: asked, whys: said } = state
  return <WhyRow {...{ frame, asked, said, action, hint }} hidden={{ k, offer: offerId }} />
}

function WhoAnswered({ data, state }: AnsweredProps) {
  const { by, at } = state
  const words = wordsFor(data.frame).answering
  const sentence = by === null ? words.answeredByYou : (moment: string) => words.answeredBy(by, moment)
  return <Saying sentence={sentence} at={at} frame={data.frame} />
}

type Wanted = NonNullable<Extract<AnswerState, { kind: 'answered' }>['wanted']>

function MoveQuestion({ data, wanted }: { readonly data: AnswerData; readonly wanted: Wanted }) {
  const words = wordsFor(data.frame).answering
  return (
    <section class="aside">
      <p class="soft">{words.wanted}</p>
      <p class="proposal">
        <When time={wanted} frame={data.frame} {...clocksOfAnswer(data)} />
      </p>
      <p class="soft">{words.keep}</p>
      <Change data={data} choice={wanted.choice} label={words.moveTo} move />
    </section>
  )
}

type ChangeProps = {
  readonly data: AnswerData
  readonly choice: string
  readonly label: string
  readonly move?: boolean
  readonly docked?: boolean
}

function Change({ data, choice, label, move, docked }: ChangeProps) {
  const hidden = { k: data.k, offer: data.offerId, choice, ...(move && { move: 'yes' }) }
  const button = (
    <PostButton action={data.action} hidden={hidden} label={label} tone={docked ? 'primary' : 'quiet'} />
  )
  return docked ? <div class="dock">{button}</div> : button
}
