import {
  ANSWER_FIELDS,
  ANSWER_STATE_FIELDS,
  type AnswerData,
  type AnswerState,
  type AskedWhy,
  type OpenAnswer,
} from '../../../web/pages/answering/answer-data.ts'
import { paths } from '../../../web/pages/paths.ts'
import { EMPTY_FORM, type FormState } from '../../../web/parts/form.ts'
import { freeValue, NO_FREE_CHOICES } from '../../../web/parts/free-choices.tsx'
import type { PageFrame } from '../../../web/parts/page-frame.ts'
import type { PersonId } from '../../domain/ids.ts'
import { mayShorten, SHORT_SESSION_MINUTES } from '../../domain/offer/answer.ts'
import { withoutWithdrawn } from '../../domain/offer/withdrawn.ts'
import { seen } from '../../domain/people/fields.ts'
import { lookOf } from '../../domain/people/permission.ts'
import { type Offer, type Session, standingOptions } from '../../domain/session/session.ts'
import { waitingProposalOf } from '../../domain/session/waiting-answer.ts'
import { whyAsked } from '../../domain/session/why.ts'
import { zoneOfAt } from '../../domain/slot/hours.ts'
import { slotAt } from '../../domain/slot/slot.ts'
import { type Instant, type Interval, latest } from '../../domain/time/time.ts'
import { toWall } from '../../domain/time/zones.ts'
import type { Platform } from '../../platform.ts'
import { findAnswerLink } from '../../storage/letter/link.ts'
import { findToken } from '../../storage/letter/token.ts'
import { findPerson } from '../../storage/people/person.ts'
import { listWhysOfOffer } from '../../storage/session/why.ts'
import { freeChoices, weekOfLink } from './free-choices.ts'
import { type Opened, senderLine } from './link.ts'
import { takenBackBy } from './taken-back.ts'

type PageState = {
  readonly option?: string | null
  readonly form?: FormState
  readonly justNow?: boolean
  /** A time of the reader's own, chosen after another was fixed. */
  readonly own?: Instant | null
  /** The day from which on free times are listed, as it stands in the address. */
  readonly from?: string | undefined
}

/** The current data of the answer page. */
export async function dataOf(
  platform: Platform,
  opened: Opened,
  frame: PageFrame,
  state: PageState,
): Promise<AnswerData> {
  const { situation, link, reader, k } = opened
  const { session, executive, mentor, pairing } = situation
  const toExecutive = reader.id === executive.id
  const shown = await stateOf(platform, opened, state)
  const look = lookOf(toExecutive ? 'executive' : 'assistant', reader.id, executive)
  return seen<AnswerData>(look, ANSWER_FIELDS, {
    frame,
    action: paths.answer,
    k,
    offerId: link.offerId ?? session.offer?.id ?? 'off_',
    executiveName: executive.name,
    toExecutive,
    mentorName: mentor.name,
    minutes: session.minutes,
    place: session.place ?? pairing.place,
    executiveZone: (moment) => zoneOfAt(executive, moment),
    sender: senderLine(situation),
    state: seen<AnswerState>(look, ANSWER_STATE_FIELDS, shown),
    waits: SILENT.has(shown.kind) ? null : waitingProposalOf(situation, reader.id),
    ...freeTimesIn(opened, shown, state),
    next: shown.kind === 'open' ? null : await nextOf(platform, opened),
  })
}

/** Only where another time can be chosen. */
function freeTimesIn(opened: Opened, shown: AnswerState, { from }: PageState) {
  const { session, now } = opened.situation
  const canChoose = shown.kind === 'proposed' ? shown.instead !== null : 'form' in shown
  if (!canChoose) return { free: NO_FREE_CHOICES, from: null }
  const offered = standingOptions(session.offer, now)
  const start = latest(now, session.notBefore ?? now)
  return freeChoices(opened, {
    ...{ avoid: offered, start, from },
    href: weekOfLink(paths.answer, opened.k),
  })
}

/** The next that the reader is asked, by a link of its own. */
async function nextOf(platform: Platform, { asked, situation }: Opened): Promise<AnswerData['next']> {
  const others = asked.filter(({ offerId }) => offerId !== situation.session.offer?.id)
  const [next] = others
  if (!next) return null
  const k = await findToken(platform, next.linkId)
  return { href: `${paths.answer}?${new URLSearchParams({ k })}`, left: others.length }
}

/** Where nothing is left to wait for, or the state says it itself. */
const SILENT: ReadonlySet<AnswerState['kind']> = new Set(['proposed', 'cancelled', 'superseded'])

async function stateOf(platform: Platform, opened: Opened, state: PageState): Promise<AnswerState> {
  const { situation, link, reader } = opened
  const { session, now } = situation
  const { offer, time } = session
  const form = state.form ?? EMPTY_FORM
  if (session.status === 'cancelled') return { kind: 'cancelled' }
  if (time && time.end <= now) return { kind: 'over', time }
  if (time && session.status === 'fixed') return answered(platform, opened, state, time)
  if (!offer || offer.id !== link.offerId)
    return { kind: 'superseded', href: await newerHref(platform, opened) }

  const proposal = session.proposals.findLast(({ via, at }) => via !== 'calendar' && at >= offer.madeAt)
  const waits = proposal ? waitingProposalOf(situation, reader.id) : null
  const isOpen = offer.status === 'open' && offer.heldUntil > now
  const open = isOpen ? openAnswer(opened, offer, state) : null
  if (waits?.time && waits.state === 'asked')
    return { kind: 'proposed', time: waits.time, takeBack: takenBackBy(opened), instead: open }
  if (offer.status === 'none') return { kind: 'none', form, ...(await askedWhy(platform, opened, state)) }
  if (offer.status === 'later') {
    const after = toWall(reader.zone, session.notBefore ?? now).day
    return { kind: 'later', after, form, ...(await askedWhy(platform, opened, state)) }
  }
  return open ? { kind: 'open', ...open } : { kind: 'expired', at: offer.heldUntil }
}

function openAnswer({ situation, diary }: Opened, offer: Offer, state: PageState): OpenAnswer {
  return {
    options: withoutWithdrawn(standingOptions(offer, situation.now), diary),
    quarter: mayShorten(situation) ? SHORT_SESSION_MINUTES : null,
    chosen: chosenOf(situation, state),
    form: state.form ?? EMPTY_FORM,
  }
}

async function answered(
  platform: Platform,
  opened: Opened,
  state: PageState,
  time: NonNullable<Session['time']>,
): Promise<AnswerState> {
  const { situation, reader, link } = opened
  const { session, executive, programme, now } = situation
  const { offer } = session
  const byId = offer?.answer?.byId ?? null
  const by = byId && byId !== reader.id ? await findPerson(platform.db, byId, programme.id) : null
  const declined = session.invites.some(
    (each) => each.live && each.personId === executive.id && each.partstat === 'DECLINED',
  )
  return {
    kind: 'answered',
    time,
    by: by?.name ?? null,
    at: offer?.answer?.at ?? now,
    justNow: state.justNow ?? false,
    wanted: wantedIn(session, state, time),
    isReleased: declined,
    ...(declined && offer?.id === link.offerId
      ? await askedWhy(platform, opened, state)
      : { asksWhy: null, whys: [] }),
  }
}

function wantedIn(
  { offer, minutes }: Session,
  { option = null, own = null }: PageState,
  time: Interval,
): Extract<AnswerState, { kind: 'answered' }>['wanted'] {
  const tapped = offer?.options.find(({ id }) => id === option)
  const wanted = tapped ?? (own === null ? null : slotAt(own, minutes))
  if (!wanted || wanted.start === time.start) return null
  return { start: wanted.start, end: wanted.end, choice: tapped?.id ?? freeValue(wanted) }
}

/** Right after the answer there is nothing to read: it is asked once, below the thank-you. */
async function askedWhy(
  { db }: Platform,
  { situation, reader, link }: Opened,
  { justNow = false }: PageState,
): Promise<AskedWhy> {
  if (justNow || !link.offerId) return { asksWhy: link.offerId ? 'now' : null, whys: [] }
  const said = await listWhysOfOffer(db, link.offerId)
  const { executive, assistants } = situation
  const nameOf = (id: PersonId) => [executive, ...assistants].find((each) => each.id === id)?.name ?? null
  const whys = said
    .map(({ code, byId }) => ({ code, byId, by: byId === reader.id ? null : nameOf(byId) }))
    .filter(({ byId, by }) => byId === reader.id || by !== null)
  return { asksWhy: whyAsked(said, reader.id), whys }
}

/** The page of the latest offer, if that offer asks the same reader. */
async function newerHref(platform: Platform, { situation, reader }: Opened): Promise<string | null> {
  const { offer } = situation.session
  const id = offer ? await findAnswerLink(platform.db, offer.id, reader.id) : null
  return id ? `${paths.answer}?${new URLSearchParams({ k: await findToken(platform, id) })}` : null
}

const OTHERS = ['none', 'later', 'own'] as const

/** A time that cannot be picked any more is not chosen. */
function chosenOf({ session, now }: Opened['situation'], { option = null, from }: PageState) {
  if (from !== undefined) return 'own'
  const other = OTHERS.find((each) => each === option)
  return other ?? standingOptions(session.offer, now).find(({ id }) => id === option)?.id ?? null
}
