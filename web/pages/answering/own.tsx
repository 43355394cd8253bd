import { WISHES } from '../../../worker/domain/pairing/wish.ts'
import { AIMS } from '../../../worker/domain/path/aim.ts'
import { ChoiceField, Hidden } from '../../parts/fields.tsx'
import { EMPTY_FORM } from '../../parts/form.ts'
import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PlaceLine } from '../../parts/place.tsx'
import { PostButton } from '../../parts/post.tsx'
import { PublishedCalendar } from '../../parts/published-calendar.tsx'
import { PulseForm } from '../../parts/pulse-form.tsx'
import { SenderNote } from '../../parts/sender.tsx'
import { stepWords } from '../../parts/track-step.tsx'
import { WaitingAnswerNote } from '../../parts/waiting-answer.tsx'
import { When } from '../../parts/when.tsx'
import { WhoSees } from '../../parts/who-sees.tsx'
import { WhyTallies } from '../../parts/whys.tsx'
import { formatDay } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { quoted } from '../../words/punctuation.ts'
import { paths } from '../paths.ts'
import type { OwnData, OwnSheet } from './own-data.ts'
import { OwnListPart } from './own-list.tsx'
import { QuestionForm } from './own-question.tsx'

const DONE = ['yes', 'partly', 'no'] as const

export function OwnPage(data: OwnData) {
  const { frame, mentorName, sender, pulse, closed } = data
  const words = wordsFor(frame).own
  return (
    <Frame
      frame={frame}
      title={words.title}
      shape="sheet"
      letterhead={sender.programme}
      errors={[...(data.question?.form.errors ?? []), ...data.calendar.form.errors]}
    >
      <header class="opening">
        <p class="facts">
          <span>{words.with(mentorName)}</span>
        </p>
        <h1>{words.title}</h1>
      </header>
      {closed ? <OwnListPart {...closed} managerName={sender.name} frame={frame} /> : <Now data={data} />}
      {pulse ? (
        <section>
          <h2>{wordsFor(frame).pulse.title}</h2>
          <PulseForm question={pulse} frame={frame} />
        </section>
      ) : null}
      {closed ? null : (
        <PublishedCalendar
          action={paths.own}
          about={wordsFor(frame).calendars.ofExecutive}
          given={data.calendar.published.assistantId ? wordsFor(frame).calendars.byAssistant : null}
          hidden={{ k: data.k, calendar: 'yes' }}
          {...data.calendar}
          frame={frame}
        />
      )}
      {closed ? null : <Quietly data={data} />}
      {data.hasPrivateNote ? <p class="soft">{wordsFor(frame).privateNote.thereIsOne}</p> : null}
      <p>
        <a href={`${paths.ownRecord}?k=${encodeURIComponent(data.k)}`}>{wordsFor(frame).record.toRecord}</a>
      </p>
      <WhoSees
        seen={data.seen}
        names={{ manager: sender.name, mentor: mentorName, 'stand-in': data.standInName ?? '' }}
        frame={frame}
      />
      <SenderNote sender={sender} frame={frame} />
    </Frame>
  )
}

type PartProps = { readonly data: OwnData }

function Now({ data }: PartProps) {
  const { frame, k, next, place, sheet, track, waits, question, commitment, isPaused, stage } = data
  const { own: words, pairings, logging } = wordsFor(frame)
  return (
    <>
      <section>
        <h2>{words.next}</h2>
        {next ? (
          <p class="proposal">
            <When time={next} frame={frame} />
          </p>
        ) : (
          <p>{isPaused ? words.paused : words.noNext}</p>
        )}
        {data.standInName ? <p>{words.standIn(data.standInName)}</p> : null}
        {next && place ? (
          <p>
            <PlaceLine place={place} frame={frame} />
          </p>
        ) : null}
        {sheet ? <SheetPart sheet={sheet} frame={frame} /> : null}
        {track ? <p class="soft">{stepWords({ frame, track })}</p> : null}
        <WaitingAnswerNote waits={waits} frame={frame} />
      </section>
      {question ? <QuestionForm {...data} managerName={data.sender.name} question={question} /> : null}
      {data.unsaid ? <p class="soft">{words.unsaid(quoted(data.unsaid, frame.locale))}</p> : null}
      <section>
        <h2>{words.commitment}</h2>
        {commitment ? (
          <InHand commitment={commitment} frame={frame} k={k} />
        ) : (
          <p class="soft">{words.noCommitment}</p>
        )}
        <InWriting data={data} />
        {stage === 'curious' ? null : <p class="soft">{pairings.stage(logging.evidences[stage])}</p>}
      </section>
      <Towards data={data} />
      {data.whys.length > 0 ? (
        <section>
          <h2>{wordsFor(frame).whys.title}</h2>
          <WhyTallies said={data.whys} frame={frame} />
        </section>
      ) : null}
    </>
  )
}

/** His side of the sheet that his mentor has in the brief: what it is about and why, and what he may do before. */
function SheetPart({ sheet, frame }: { readonly sheet: OwnSheet; readonly frame: PageFrame }) {
  const words = wordsFor(frame).own
  return (
    <>
      <p>{words.begins(sheet.name)}</p>
      {sheet.text ? <p>{sheet.text}</p> : null}
      {sheet.why.map((each) => (
        <p class="soft">{each}</p>
      ))}
      {sheet.prepare ? (
        <p>
          {words.before} {sheet.prepare}
        </p>
      ) : null}
      <MaterialsLink href={sheet.link} label={words.materials} />
      {sheet.ofTrack.text ? sheet.ofTrack.text.split('\n').map((line) => <p>{line}</p>) : null}
      <MaterialsLink href={sheet.ofTrack.link} label={wordsFor(frame).tracks.materialsOfStep} />
    </>
  )
}

function MaterialsLink({ href, label }: { readonly href: string | null; readonly label: string }) {
  return href ? (
    <p>
      <a href={href} rel="noreferrer">
        {label}
      </a>
    </p>
  ) : null
}

/** His own switch: one mail after a session with what was agreed. */
function InWriting({ data: { frame, k, inWriting } }: PartProps) {
  const words = wordsFor(frame).own
  return (
    <>
      <p class="soft">{inWriting ? words.inWriting : words.notInWriting}</p>
      <PostButton
        action={paths.own}
        hidden={{ k, inWriting: inWriting ? 'no' : 'yes' }}
        label={inWriting ? words.inWritingOff : words.inWritingOn}
        tone="link"
      />
    </>
  )
}

/** What it is for is his to say; the choice is folded away where he has made it. */
function Towards({ data: { frame, k, aim } }: PartProps) {
  const { own: words, path } = wordsFor(frame)
  const choices = AIMS.map((value) => ({ value, label: path.aims[value] }))
  return (
    <section>
      <h2>{words.towards}</h2>
      <p>{aim ? path.aims[aim] : words.noAim}</p>
      <details class="quietly">
        <summary>{aim ? words.changeAim : words.chooseAim}</summary>
        <form method="post" action={paths.own} class="stack">
          <Hidden values={{ k }} />
          <ChoiceField
            form={EMPTY_FORM}
            name="aim"
            label={words.towards}
            value={aim ?? ''}
            choices={[...choices, { value: '', label: path.noAim }]}
          />
          <p>
            <button class="quiet" type="submit">
              {words.saveAim}
            </button>
          </p>
        </form>
      </details>
    </section>
  )
}

function Quietly({ data: { frame, k, sender, wished } }: PartProps) {
  const words = wordsFor(frame).own
  return (
    <section class="aside">
      <h2>{words.quietly}</h2>
      <p class="soft">{words.quietlyAbout(sender.name)}</p>
      {WISHES.map((wish) =>
        wished.includes(wish) ? (
          <>
            <p>{words.asked[wish]}</p>
            <PostButton
              action={paths.own}
              hidden={{ k, wish, back: 'yes' }}
              label={words.takeBack}
              about={words[wish]}
            />
          </>
        ) : (
          <PostButton action={paths.own} hidden={{ k, wish }} label={words[wish]} tone="link" />
        ),
      )}
    </section>
  )
}

type InHandProps = {
  readonly commitment: NonNullable<OwnData['commitment']>
  readonly frame: PageFrame
  readonly k: string
}

function InHand({ commitment: { id, words: agreed, done, saidDone, dueOn }, frame, k }: InHandProps) {
  const words = wordsFor(frame).own
  return (
    <>
      <p>{quoted(agreed, frame.locale)}</p>
      {dueOn === null ? null : <p class="soft">{words.due(formatDay(dueOn, frame))}</p>}
      {done ? <p class="soft">{words.seen[done]}</p> : null}
      <p>{saidDone ? words.said[saidDone] : words.isDone}</p>
      <div class="actions">
        {DONE.map((each) => (
          <PostButton
            action={paths.own}
            hidden={{ k, commitment: id, done: each }}
            label={words.done[each]}
            about={words.isDone}
          />
        ))}
      </div>
    </>
  )
}
