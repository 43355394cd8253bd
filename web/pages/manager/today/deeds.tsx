import type { Child } from 'hono/jsx'

import { MAX_MEETING_LINK_CHARACTERS, MAX_REASON_CHARACTERS } from '../../../../worker/domain/limits.ts'
import { Hidden } from '../../../parts/fields.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { FROM_LIST } from '../../../parts/place-fields.tsx'
import { PostButton } from '../../../parts/post.tsx'
import { type SuggestionShown, TakeSuggestion } from '../../../parts/suggestion.tsx'
import { formatBriefly, formatWeekTime } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { lineId } from '../../line-id.ts'
import { paths } from '../../paths.ts'
import type { TodayAction, TodayItem, Writing } from './today-data.ts'

export type LineProps = {
  readonly item: TodayItem
  readonly frame: PageFrame
  /** Where a press in this line leads back to: the line after it. */
  readonly back: string
}

/** The one thing to do, and what goes with it. */
export function Action({ item, frame, back }: LineProps) {
  const { action, kind, who } = item
  const words = wordsFor(frame).today
  const line = { item, frame, back }
  switch (action.kind) {
    case 'decide':
      return <Decide {...line} action={action} />
    case 'offer':
      return <Offer {...line} action={action} />
    case 'remind':
      return <Deed {...line} keys={action.keys} label={words.remind(action.to, action.keys.length)} />
    case 'answer':
      return <Answer {...line} action={action} />
    case 'replace':
      return (
        <>
          <Deed {...line} label={words.actions[kind]} />
          <Aside href={action.substitute} label={words.standIn} about={who} />
        </>
      )
    case 'log':
      return (
        <>
          <Deed {...line} label={words.tookPlace} hidden={{ result: 'happened' }} />
          <Deed {...line} label={words.didNot} hidden={{ result: 'did-not-happen' }} />
          <Aside href={action.whole} label={words.logWhole} about={who} />
        </>
      )
    case 'settle':
      return (
        <>
          <Deed {...line} label={words.done} />
          {action.write ? <WriteTo writing={action.write} about={who} frame={frame} /> : null}
        </>
      )
    case 'mail':
      return <WriteTo writing={action} about={who} frame={frame} tone="button quiet" />
    case 'write':
      return (
        <>
          <WriteTo writing={action} about={who} frame={frame} tone="button quiet" />
          <Aside href={action.hours} label={words.actions[kind]} about={who} />
        </>
      )
    case 'request':
      return <Request {...line} action={action} />
    case 'place':
      return <Place {...line} action={action} />
    case 'post':
      return (
        <PostButton
          action={action.action}
          hidden={{ ...action.hidden, back }}
          label={words.actions[kind]}
          about={who}
          enhance="#content"
        />
      )
    case 'open':
      return (
        <a class="button quiet" href={action.href}>
          {words.actions[kind]}
          <span class="unseen"> {who}</span>
        </a>
      )
  }
}

type DeedProps = LineProps & {
  readonly label: string
  readonly keys?: readonly string[]
  readonly hidden?: Readonly<Record<string, string>>
  readonly children?: Child
}

/** A press that does what the line proposes. */
function Deed({ item, frame, back, label, keys = [item.key], hidden = {}, children }: DeedProps) {
  return (
    <form method="post" action={paths.deeds} class="post" data-enhance="#content">
      {keys.map((key) => (
        <Hidden values={{ line: key }} />
      ))}
      <Hidden values={{ ...hidden, ...programmeIn(frame), back }} />
      {children}
      <button class="quiet" type="submit">
        {label}
        {label.includes(item.who) ? null : <span class="unseen"> {item.who}</span>}
      </button>
    </form>
  )
}

/** Which programme's Today it is: another window may show another one. */
export function programmeIn({ nav }: PageFrame): Readonly<Record<string, string>> {
  return nav?.programme ? { programme: nav.programme.id } : {}
}

type Of<Kind extends TodayAction['kind']> = LineProps & {
  readonly action: Extract<TodayAction, { kind: Kind }>
}

/** A proposed time is taken where it stands, with a reason where something soft stands against it, or refused. */
function Decide({ action: { refuse, time, verdict }, ...line }: Of<'decide'>) {
  const { item, frame, back } = line
  const words = wordsFor(frame).today
  return (
    <>
      {verdict === 'free' ? <Deed {...line} label={words.accept(formatBriefly(time.start, frame))} /> : null}
      {verdict === 'soft' ? (
        <Deed {...line} label={words.acceptAnyway}>
          <label>
            {words.whyAnyway} <input type="text" name="reason" required maxlength={MAX_REASON_CHARACTERS} />
          </label>
        </Deed>
      ) : null}
      <PostButton
        action={refuse}
        hidden={{ back }}
        label={verdict === 'hard' ? words.putAway : words.refuse}
        about={item.who}
        enhance="#content"
      />
    </>
  )
}

/** The best times for both, as the page of the offer would find them. */
function Offer({ action: { id, times, others }, ...line }: Of<'offer'>) {
  const { item, frame } = line
  const words = wordsFor(frame).today
  const shown = times.map(({ start }) => formatWeekTime(start, frame))
  return (
    <>
      <Deed {...line} label={words.offerThese(shown.join(', '))} hidden={offered(item.key, id, times)} />
      <Aside href={others} label={words.otherTimes} about={item.who} />
    </>
  )
}

/** The id of the offer and its times, by their line: several lines can stand in one form. */
export function offered(key: string, id: string, times: readonly { readonly start: number }[]) {
  const line = lineId(key)
  return { [`offer.${line}`]: id, [`times.${line}`]: times.map(({ start }) => start).join(',') }
}

/** What somebody wrote: taken as it seems to be meant, answered, or noted by hand. */
function Answer({ action: { read, reply, askAfter, others }, ...line }: Of<'answer'>) {
  const { item, frame, back } = line
  const words = wordsFor(frame).today
  const take = item.suggestion?.refusal === null ? item.suggestion : null
  const insists = item.suggestion?.isSoft && item.suggestion.says.kind === 'time' ? item.suggestion : null
  return (
    <>
      {insists ? <Insist suggestion={insists} {...line} /> : null}
      {take ? (
        <TakeSuggestion suggestion={take} frame={frame} line={{ about: item.who, back }} />
      ) : (
        <a class="button quiet" href={read}>
          {words.actions[item.kind]}
          <span class="unseen"> {item.who}</span>
        </a>
      )}
      {take ? null : <Deed {...line} label={words.done} hidden={{ done: 'yes' }} />}
      {take ? <Aside href={read} label={words.actions[item.kind]} about={item.who} /> : null}
      {others ? <Aside href={others} label={words.otherTimes} about={item.who} /> : null}
      {reply ? <Aside href={reply.href} label={words.reply(reply.to)} about={words.about(item.who)} /> : null}
      {askAfter ? (
        <details class="later">
          <summary>
            {words.askAfter}
            <span class="unseen"> {item.who}</span>
          </summary>
          <form method="post" action={askAfter} class="post" data-enhance="#content">
            <Hidden values={{ answer: 'later', back }} />
            <label>
              {words.askAfterDay} <input type="date" name="day" required />
            </label>
            <button class="quiet" type="submit">
              {words.askAfterDo}
            </button>
          </form>
        </details>
      ) : null}
    </>
  )
}

/** What somebody asks about his own record is finished here, or on the page that does it; he reads the answer. */
function Request({ action: { takesOver, see, isErasure, readAt }, ...line }: Of<'request'>) {
  const { item } = line
  const words = wordsFor(line.frame).today
  const answered = (answer: string) => ({ answer, readAt: String(readAt) })
  return (
    <>
      {takesOver ? <Deed {...line} label={words.takeOver} hidden={answered('take-over')} /> : null}
      {see === null || takesOver ? null : (
        <a class="button quiet" href={see}>
          {words.actions[item.kind]}
          <span class="unseen"> {item.who}</span>
        </a>
      )}
      {takesOver || isErasure ? null : <Deed {...line} label={words.corrected} hidden={answered('done')} />}
      <details class="later">
        <summary>
          {words.refuseRequest}
          <span class="unseen"> {item.who}</span>
        </summary>
        <Deed {...line} label={words.refuse} hidden={answered('refused')}>
          <label>
            {words.whyRefused} <input type="text" name="reason" required maxlength={MAX_REASON_CHARACTERS} />
          </label>
        </Deed>
      </details>
    </>
  )
}

/** A time that somebody wrote is outside the rules: hers, where she says why. */
function Insist({ suggestion, item, frame, back }: LineProps & { readonly suggestion: SuggestionShown }) {
  const words = wordsFor(frame).today
  const { says, action } = suggestion
  if (says.kind !== 'time') return null
  return (
    <form method="post" action={action} class="post" data-enhance="#content">
      <Hidden values={{ answer: 'at', start: String(says.time.start), back }} />
      <label>
        {words.whyAnyway} <input type="text" name="reason" required maxlength={MAX_REASON_CHARACTERS} />
      </label>
      <button class="quiet" type="submit">
        {words.fixAnyway}
        <span class="unseen"> {item.who}</span>
      </button>
    </form>
  )
}

/** Where they meet: a link that is free of the mentor's list, else one she has; any other place is chosen on the page. */
function Place({ action: { action, others }, item, frame, back }: Of<'place'>) {
  const words = wordsFor(frame).today
  return (
    <>
      <PostButton
        action={action}
        hidden={{ ...FROM_LIST, back }}
        label={words.takeLink}
        about={item.who}
        enhance="#content"
      />
      <form method="post" action={action} class="post" data-enhance="#content">
        <Hidden values={{ placeKind: 'link', back }} />
        <label>
          {words.linkToMeet}{' '}
          <input
            type="url"
            name="place"
            required
            maxlength={MAX_MEETING_LINK_CHARACTERS}
            pattern="https://.+"
            placeholder="https://"
            autocomplete="off"
          />
        </label>
        <button class="quiet" type="submit">
          {words.actions[item.kind]}
          <span class="unseen"> {item.who}</span>
        </button>
      </form>
      <Aside href={others} label={words.otherPlace} about={item.who} />
    </>
  )
}

function Aside({
  href,
  label,
  about,
}: {
  readonly href: string
  readonly label: string
  readonly about: string
}) {
  return (
    <a href={href}>
      {label}
      <span class="unseen"> {about}</span>
    </a>
  )
}

function WriteTo({
  writing: { href, to },
  about,
  frame,
  tone,
}: {
  readonly writing: Writing
  readonly about: string
  readonly frame: PageFrame
  readonly tone?: string
}) {
  const words = wordsFor(frame).today
  return (
    <a {...(tone && { class: tone })} href={href}>
      {words.writeTo(to)}
      {to === about ? null : <span class="unseen"> {words.about(about)}</span>}
    </a>
  )
}
