import { PartstatBadge, StatusBadge } from '../../parts/badges.tsx'
import { Hidden, TextField } from '../../parts/fields.tsx'
import { Frame } from '../../parts/frame.tsx'
import { chosenOf, FreeTimes } from '../../parts/free-choices.tsx'
import { PlaceLine } from '../../parts/place.tsx'
import { PostButton } from '../../parts/post.tsx'
import { WaitingAnswerNote } from '../../parts/waiting-answer.tsx'
import { When } from '../../parts/when.tsx'
import { zoneName } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { Choice, Choices } from '../answering/choice.tsx'
import { paths } from '../paths.ts'
import type { DeskSessionData } from './session-data.ts'

type Props = { readonly data: DeskSessionData }

export function DeskSessionPage(data: DeskSessionData) {
  const { frame, executiveName, mentorName, minutes, time, clock, form } = data
  const words = wordsFor(frame)
  const title = words.desk.dateOf(executiveName)
  return (
    <Frame frame={frame} title={title} shape="sheet" errors={form.errors}>
      <header class="opening">
        <p>
          <a href={paths.desk}>{words.desk.back}</a>
        </p>
        <h1>{title}</h1>
        <p class="facts">
          {words.frame.minutes(minutes)} {words.desk.with(mentorName)}
        </p>
        {data.place ? (
          <p class="facts">
            <PlaceLine place={data.place} frame={frame} />
          </p>
        ) : null}
      </header>
      {time ? (
        <p class={data.state === 'cancelled' ? 'settled past' : 'settled'}>
          <When time={time} frame={frame} other={clock} />{' '}
          {data.partstat ? <PartstatBadge partstat={data.partstat} frame={frame} /> : null}
        </p>
      ) : null}
      <WaitingAnswerNote waits={data.waits} frame={frame} other={clock} />
      <TakeBack data={data} />
      <Deeds data={data} />
    </Frame>
  )
}

function Deeds({ data }: Props) {
  const words = wordsFor(data.frame).desk
  switch (data.state) {
    case 'over':
      return <p>{words.over}</p>
    case 'cancelled':
      return (
        <>
          <p>
            <StatusBadge status="cancelled" frame={data.frame} />
          </p>
          <p>{wordsFor(data.frame).answering.cancelled}</p>
        </>
      )
    case 'arranging':
      return (
        <>
          <p>
            <StatusBadge status="offered" frame={data.frame} />
          </p>
          <p>{words.arrangingHere}</p>
        </>
      )
    case 'given-back':
      return (
        <section class="aside">
          <p>{words.givenBack}</p>
          <PostButton action={paths.deskAnswers(data.id)} hidden={{ answer: 'accept' }} label={words.suits} />
        </section>
      )
    case 'open':
      return (
        <>
          <Move data={data} />
          <section class="aside">
            <h2>{words.giveTitle}</h2>
            <p class="soft">{words.giveHint}</p>
            <PostButton
              action={paths.deskAnswers(data.id)}
              hidden={{ answer: 'decline' }}
              label={words.give}
            />
          </section>
        </>
      )
  }
}

function TakeBack({ data: { frame, id, takeBack } }: Props) {
  if (!takeBack) return null
  return (
    <PostButton
      action={paths.deskAnswers(id)}
      hidden={{ answer: 'take-back', proposal: takeBack }}
      label={wordsFor(frame).answering.takeBack}
    />
  )
}

/** A free time of both, or one that she writes. */
function Move({ data }: Props) {
  const { frame, free, form, from, clock, id } = data
  const { desk: words, answering } = wordsFor(frame)
  const chosen = chosenOf(form.values['choice'] ?? null, free)
  const zone = zoneName(frame.zone, frame.locale, frame.now)
  return (
    <section class="aside whole">
      <h2>{words.moveTitle}</h2>
      <p class="soft">{words.moveHint}</p>
      <form method="post" action={paths.deskTime(id)} class="stack">
        <Hidden values={from ? { from } : {}} />
        <Choices form={form} legend={words.moveTitle} id="free-times">
          <FreeTimes free={free} frame={frame} name="choice" picked={chosen} other={clock} />
          <Choice
            id="choice-own"
            value="own"
            chosen={chosen}
            detail={
              <div class="pair typed">
                <p class="soft">{words.ownHint(zone)}</p>
                <TextField form={form} name="date" label={answering.date} type="date" />
                <TextField
                  form={form}
                  name="time"
                  label={answering.time}
                  type="time"
                  attributes={{ step: 300 }}
                />
              </div>
            }
          >
            {words.own}
          </Choice>
        </Choices>
        <button class="primary" type="submit">
          {words.move}
        </button>
      </form>
    </section>
  )
}
