import type { Interval } from '../../../worker/domain/time/time.ts'
import { PartstatBadge } from '../../parts/badges.tsx'
import { HeldUntil, sharedHour } from '../../parts/last-hour.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PlaceLine } from '../../parts/place.tsx'
import { PostButton } from '../../parts/post.tsx'
import { WaitingAnswerNote } from '../../parts/waiting-answer.tsx'
import { differs, When, zoneThen } from '../../parts/when.tsx'
import { formatBriefly, formatDay, formatDeadline, formatTime, zoneName } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'
import type { DeskExecutive, DeskLine } from './desk-data.ts'

type Props = {
  readonly frame: PageFrame
  readonly executive: DeskExecutive
  readonly line: DeskLine
}

export function DeskRow(props: Props) {
  const { frame, executive, line } = props
  return (
    <li class="row" id={line.sessionId}>
      <div class="row-what">
        <What {...props} />
        <p class="row-words soft">
          <Facts {...props} />
        </p>
        {line.waits ? <WaitingAnswerNote waits={line.waits} frame={frame} other={executive.clock} /> : null}
      </div>
      {line.kind === 'arranging' ? null : (
        <div class="row-do">
          <Deeds {...props} />
        </div>
      )}
    </li>
  )
}

function What({ frame, executive, line }: Props) {
  const words = wordsFor(frame).desk
  switch (line.kind) {
    case 'date':
      return (
        <p>
          <When time={line.time} frame={frame} other={executive.clock} />{' '}
          <PartstatBadge partstat={line.partstat} frame={frame} />
        </p>
      )
    case 'offer':
      return (
        <p>
          {line.isAskedHimself ? words.isAsked(executive.name) : words.which}{' '}
          <span class="soft">
            <HeldUntil times={line.options} sentence={wordsFor(frame).answering.held} frame={frame} />
            {line.isAskedHimself ? null : (
              <Brackets times={line.options} executive={executive} frame={frame} />
            )}
          </span>
        </p>
      )
    case 'arranging':
      return <p>{line.notBefore ? words.notBefore(formatDay(line.notBefore, frame)) : words.arranging}</p>
  }
}

type BracketsProps = Omit<Props, 'line'> & { readonly times: readonly Interval[] }

/** Whose clock stands in brackets on the buttons. */
function Brackets({ times, executive: { clock }, frame }: BracketsProps) {
  const elsewhere = times.filter((time) => differs(time, frame, zoneThen(clock, time)))
  const zones = new Set(elsewhere.map((time) => zoneName(zoneThen(clock, time), frame.locale, time.start)))
  if (zones.size === 0) return null
  return <> {wordsFor(frame).steering.inBrackets(Array.from(zones).join(', '))}</>
}

function Facts({ frame, line }: Props) {
  const words = wordsFor(frame)
  const isGivenBack = line.kind === 'date' && line.partstat === 'DECLINED'
  const clash = line.kind === 'date' ? line.clash : null
  return (
    <>
      <span>
        {words.frame.minutes(line.minutes)} {words.desk.with(line.mentorName)}
      </span>
      {line.programme ? (
        <>
          {' · '}
          <span>{line.programme}</span>
        </>
      ) : null}
      {line.place ? (
        <>
          {' · '}
          <span>
            <PlaceLine place={line.place} frame={frame} />
          </span>
        </>
      ) : null}
      {isGivenBack || clash ? <br /> : null}
      {isGivenBack ? <strong>{words.desk.givenBack}</strong> : null}
      {clash && !isGivenBack ? <strong class="clash">{words.desk.clash[clash]}</strong> : null}
    </>
  )
}

function Deeds({ frame, executive, line }: Props) {
  const words = wordsFor(frame).desk
  if (line.kind === 'arranging') return null
  if (line.kind === 'date' && line.partstat === 'DECLINED')
    return (
      <PostButton
        action={paths.deskAnswers(line.sessionId)}
        hidden={{ answer: 'accept' }}
        label={words.suits}
        about={`${words.whose(executive.name)}, ${formatBriefly(line.time.start, frame)}`}
      />
    )
  if (line.kind === 'date')
    return (
      <a class="button quiet" href={paths.deskSession(line.sessionId)}>
        {words.change}
        <span class="unseen">
          {' '}
          {words.whose(executive.name)}, {formatBriefly(line.time.start, frame)}
        </span>
      </a>
    )
  if (line.isAskedHimself) return null
  const isHeldAlike = sharedHour(line.options) !== null
  return (
    <>
      {line.options.map((option) => {
        const there = { ...frame, zone: zoneThen(executive.clock, option) }
        return (
          <div class="held">
            <PostButton
              action={paths.deskOffer(line.offerId)}
              hidden={{ option: option.id }}
              label={
                differs(option, frame, there.zone)
                  ? `${formatBriefly(option.start, frame)} (${formatTime(option.start, there)})`
                  : formatBriefly(option.start, frame)
              }
              about={words.whose(executive.name)}
            />
            <span class="paper">{formatBriefly(option.start, frame)}</span>
            {isHeldAlike ? null : (
              <small class="soft">
                {wordsFor(frame).answering.lastHour(formatDeadline(option.until, frame))}
              </small>
            )}
          </div>
        )
      })}
      {line.href ? <a href={line.href}>{words.otherAnswers}</a> : null}
    </>
  )
}
