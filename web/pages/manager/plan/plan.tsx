import type { PairingId, PlanId, ProgrammeId } from '../../../../worker/domain/ids.ts'
import type { LeftOver, PlanRow } from '../../../../worker/domain/plan/plan.ts'
import type { Instant } from '../../../../worker/domain/time/time.ts'
import { Empty } from '../../../parts/empty.tsx'
import { Frame } from '../../../parts/frame.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { PageLinks, type Pages } from '../../../parts/pages.tsx'
import { PlanStart } from '../../../parts/plan-start.tsx'
import { PostButton } from '../../../parts/post.tsx'
import { Reasons } from '../../../parts/reasons.tsx'
import { OtherClocks, type ReaderClock } from '../../../parts/when.tsx'
import { formatDay, formatMoment, formatRange, zoneLabel } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'

export type PlanLine = PlanRow & {
  readonly executive: string
  readonly mentor: string
  /** Whether the proposed mentor is not the pairing's own. */
  readonly isStandIn: boolean
  readonly why: string | null
  /** Of the two who meet. */
  readonly clocks: readonly ReaderClock[]
}

export type PlanData = {
  readonly frame: PageFrame
  readonly id: PlanId
  readonly programmeId: ProgrammeId
  readonly madeAt: Instant
  /** By whose key a program drafted it, and what the key is called; null: a person planned. */
  readonly drafted: { readonly maker: string; readonly key: string | null } | null
  readonly wanted: number
  /** Of this page. */
  readonly rows: readonly PlanLine[]
  readonly pages: Pages | null
  /** How many rows the plan has, and how many of them wait to be sent. */
  readonly planned: number
  readonly ready: number
  readonly leftOut: number
  readonly sent: number
  /** How many one press sends. */
  readonly perPress: number
  /** Of this page. */
  readonly leftOver: readonly LeftOver[]
  readonly left: number
  readonly titleOf: (pairing: PairingId) => string
}

/** A plan to read, change and confirm; nothing has been sent yet. */
export function PlanPage(data: PlanData) {
  const { frame, madeAt, drafted, rows, pages, planned, left, programmeId } = data
  const words = wordsFor(frame).plans
  return (
    <Frame frame={frame} title={words.title} script="forms">
      <header class="heading">
        <h1>{words.title}</h1>
        <p class="soft">
          {words.madeAt(formatMoment(madeAt, frame))}{' '}
          {drafted ? `${words.drafted(drafted.maker, drafted.key)} ` : null}
          {words.summary(planned, left)}{' '}
          {wordsFor(frame).frame.zoneOf(zoneLabel(frame.zone, frame.locale, frame.now))}
        </p>
      </header>
      <Send data={data} />
      {planned === 0 && left === 0 ? (
        <Empty title={words.nothing} sentence={words.nothingHint}>
          <a class="button quiet" href={paths.pairings}>
            {wordsFor(frame).frame.nav.pairings}
          </a>
        </Empty>
      ) : (
        <ul class="rows plan">
          {rows.map((row) => (
            <Row data={data} row={row} />
          ))}
        </ul>
      )}
      <LeftOvers data={data} />
      <PageLinks frame={frame} pages={pages} />
      <PlanStart frame={frame} programmeId={programmeId} label={words.again} />
    </Frame>
  )
}

/** The one press of the page, in reach wherever it is read, with what it sends. */
function Send({ data }: { readonly data: PlanData }) {
  const { frame, id, ready, leftOut, sent, perPress } = data
  const words = wordsFor(frame).plans
  if (ready === 0)
    return leftOut + sent > 0 ? <p class="soft">{words.standing(ready, leftOut, sent)}</p> : null
  const isMany = ready > perPress
  return (
    <>
      <p class="soft">
        {words.sends} {isMany ? words.perPress(perPress) : null}
      </p>
      <div class="reach">
        <PostButton
          action={paths.planConfirmation(id)}
          label={isMany ? words.confirmSome(perPress, ready) : words.confirm(ready)}
          tone="primary"
        />
        <p class="soft">{words.standing(ready, leftOut, sent)}</p>
      </div>
    </>
  )
}

function Row({ data: { frame, id, wanted }, row }: { readonly data: PlanData; readonly row: PlanLine }) {
  const words = wordsFor(frame)
  const { pairingId, executive, mentor, options, state, isStandIn, why, clocks } = row
  const isOpen = state !== 'sent'
  return (
    <li class={state === 'dropped' ? 'row off' : 'row'} id={pairingId}>
      <p class="row-what">
        <a class="name" href={paths.pairing(pairingId)}>
          {executive}
        </a>{' '}
        <span class="soft">
          {words.today.withMentor(mentor)}
          {isStandIn ? ` (${words.plans.standIn})` : ''}
        </span>
      </p>
      <p class="row-how">{words.states.plan[state]}</p>
      <div class="row-words">
        {why ? <p class="field-error">{why}</p> : null}
        <ul class="plain">
          {options.map((option) => (
            <li>
              {formatRange(option, frame)} <Reasons reasons={option.reasons} frame={frame} />
              <OtherClocks time={option} frame={frame} clocks={clocks} />
            </li>
          ))}
        </ul>
        {options.length < wanted ? <p class="soft">{words.plans.fewer}</p> : null}
      </div>
      {isOpen ? (
        <div class="row-do">
          <a class="button quiet" href={paths.planRow(id, pairingId)}>
            {words.plans.otherTimes}
            <span class="unseen"> {executive}</span>
          </a>
          <PostButton
            action={paths.planRow(id, pairingId)}
            hidden={{ change: state === 'dropped' ? 'keep' : 'drop' }}
            label={state === 'dropped' ? words.plans.keep : words.plans.drop}
            about={executive}
            enhance="#content"
          />
        </div>
      ) : null}
    </li>
  )
}

function LeftOvers({ data: { frame, leftOver, titleOf } }: { readonly data: PlanData }) {
  const words = wordsFor(frame).plans
  if (leftOver.length === 0) return null
  return (
    <section>
      <h2>{words.leftOver}</h2>
      <ul class="rows">
        {leftOver.map((left) => (
          <li class="row">
            <p class="row-what">
              <a class="name" href={paths.pairing(left.pairingId)}>
                {titleOf(left.pairingId)}
              </a>
            </p>
            <p class="row-words">{whyOf(left, frame, titleOf)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function whyOf(left: LeftOver, frame: PageFrame, titleOf: PlanData['titleOf']): string {
  const { why } = wordsFor(frame).plans
  switch (left.reason) {
    case 'hours-unknown':
    case 'executive-hours-unknown':
    case 'reporting-line':
      return why[left.reason]()
    case 'one-at-a-time':
      return why[left.reason](titleOf(left.pairing))
    case 'asked-for-later':
      return why[left.reason](formatDay(left.notBefore, frame))
    default:
      return why[left.reason](formatDay(left.window.start, frame), formatDay(left.window.end, frame))
  }
}
