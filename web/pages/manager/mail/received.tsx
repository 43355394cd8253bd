import type { OptionId, ReceivedId, SessionId } from '../../../../worker/domain/ids.ts'
import type { MailWords } from '../../../../worker/domain/mail/received.ts'
import type { Instant, Interval } from '../../../../worker/domain/time/time.ts'
import type { FormState } from '../../../parts/form.ts'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { PostButton } from '../../../parts/post.tsx'
import { type SuggestionShown, suggestionWords, TakeSuggestion } from '../../../parts/suggestion.tsx'
import { ReasonField, TimeFields } from '../../../parts/time-fields.tsx'
import { Moment, When } from '../../../parts/when.tsx'
import { formatMoment, formatRange, momentWithZone, zoneLabel } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'

export type ReceivedData = {
  readonly frame: PageFrame
  readonly id: ReceivedId
  /** The owner of the secret address it came to. */
  readonly name: string
  readonly at: Instant
  /** A code. */
  readonly why: string
  readonly words: MailWords
  /** Of a settled mail: until when its words are kept; null: they are gone. */
  readonly keptUntil: Instant | null
  /** Null when it is settled. */
  readonly answers: Answers | null
  /** What its words or its calendar suggest. */
  readonly suggestion: SuggestionShown | null
  readonly form: FormState
}

/** The possible answers, for the session the mail is probably about. */
export type Answers = {
  readonly session: { readonly id: SessionId; readonly title: string; readonly time: Interval | null } | null
  /** Whether there is an invite to answer. */
  readonly canAnswer: boolean
  readonly options: readonly (Interval & { readonly id: OptionId })[]
}

export function ReceivedPage(data: ReceivedData) {
  const { frame, name, words: mail, form, answers } = data
  const words = wordsFor(frame).received
  return (
    <Frame frame={frame} title={words.title(name)} errors={form.errors}>
      <header class="heading">
        <h1>{words.title(name)}</h1>
        <p>{answers ? whyOf(data, words) : settledWords(data)}</p>
        <p>
          <a href={paths.today}>{wordsFor(frame).today.backToToday}</a>
        </p>
      </header>
      {answers || data.keptUntil !== null ? (
        <div class="columns">
          <div class="blocks">
            <Understood data={data} />
            <blockquote class="mail">
              {mail.text ? (
                mail.text.split('\n').map((line) => <p>{line}</p>)
              ) : (
                <p class="soft">{words.noText}</p>
              )}
            </blockquote>
          </div>
          {answers ? <Deeds data={data} answers={answers} /> : null}
        </div>
      ) : null}
    </Frame>
  )
}

function settledWords({ frame, keptUntil }: ReceivedData): string {
  const { settled, keptUntilDay } = wordsFor(frame).received
  return keptUntil === null ? settled : keptUntilDay(formatMoment(keptUntil, frame))
}

function Understood({ data: { frame, at, words: mail, answers } }: { readonly data: ReceivedData }) {
  const words = wordsFor(frame).received
  return (
    <dl class="particulars wide">
      <dt>{words.from}</dt>
      <dd>{[mail.fromName, mail.from].filter((each) => each !== null).join(' · ')}</dd>
      <dt>{words.came}</dt>
      <dd>
        <Moment at={at} frame={frame} />
      </dd>
      <dt>{words.about}</dt>
      <dd>
        {answers?.session ? (
          <>
            <a href={paths.session(answers.session.id)}>{answers.session.title}</a>{' '}
            {answers.session.time ? <When time={answers.session.time} frame={frame} /> : null}
          </>
        ) : (
          words.noSession
        )}
      </dd>
      {mail.partstat ? <dd>{words.understood(wordsFor(frame).states.answer[mail.partstat])}</dd> : null}
      {mail.delegatedTo ? <dd>{words.sendsInstead(mail.delegatedTo)}</dd> : null}
      {mail.proposed ? <dd>{words.proposes(momentWithZone(mail.proposed, frame))}</dd> : null}
    </dl>
  )
}

function Deeds({ data, answers }: { readonly data: ReceivedData; readonly answers: Answers }) {
  const { frame, id } = data
  const words = wordsFor(frame).received
  const says = (answer: string, label: string) => (
    <PostButton action={paths.received(id)} hidden={{ answer }} label={label} />
  )
  return (
    <section class="disclosures">
      {data.suggestion ? <Suggestion suggestion={data.suggestion} frame={frame} /> : null}
      <h2>{words.answer}</h2>
      <p class="hint">{words.answerHint}</p>
      {answers.canAnswer ? (
        <div class="actions">
          {says('ACCEPTED', words.accepts)}
          {says('TENTATIVE', words.tentative)}
          {says('DECLINED', words.declines)}
        </div>
      ) : null}
      {answers.options.map((option) => says(option.id, words.takes(formatRange(option, frame))))}
      {answers.options.length > 0 ? says('none', words.noneSuits) : null}
      {answers.session ? <OtherTime data={data} /> : null}
      {says('nothing', words.nothing)}
    </section>
  )
}

function Suggestion({
  suggestion,
  frame,
}: {
  readonly suggestion: SuggestionShown
  readonly frame: PageFrame
}) {
  const words = wordsFor(frame).received
  return (
    <section aria-labelledby="suggestion">
      <h2 id="suggestion">{words.suggestion}</h2>
      <p>{suggestionWords(suggestion, frame)}</p>
      <p class="hint">{suggestion.says.source === 'calendar' ? words.inCalendar : words.inWords}</p>
      <TakeSuggestion suggestion={suggestion} frame={frame} />
    </section>
  )
}

function OtherTime({ data: { frame, form, id } }: { readonly data: ReceivedData }) {
  const words = wordsFor(frame)
  return (
    <details class="disclosure" open={form.errors.length > 0 || 'date' in form.values}>
      <summary>{words.received.otherTime}</summary>
      <p class="hint">{words.frame.zoneOf(zoneLabel(frame.zone, frame.locale, frame.now))}</p>
      <form method="post" action={paths.received(id)} class="stack">
        <input type="hidden" name="answer" value="time" />
        <div class="pair">
          <TimeFields form={form} day={words.answering.date} hour={words.answering.time} />
        </div>
        <ReasonField frame={frame} form={form} />
        <button class="quiet" type="submit">
          {words.received.otherTimeDo}
        </button>
      </form>
    </details>
  )
}

function whyOf({ why }: ReceivedData, words: ReturnType<typeof wordsFor>['received']): string {
  const known: Readonly<Record<string, string>> = words.why
  return known[why] ?? words.otherwise
}
