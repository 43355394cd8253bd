import type { OfferData } from '../../../../web/pages/manager/offer/offer-data.ts'
import { paths, SEEN } from '../../../../web/pages/paths.ts'
import type { FieldError } from '../../../../web/parts/form.ts'
import { OUTWARD_REASON } from '../../../../web/parts/outward-reason.tsx'
import { sentenceOf } from '../../../../web/words/refusals/sentence.ts'
import type { Decision } from '../../../domain/decision.ts'
import { lettersAbout } from '../../../domain/letter/about-session.ts'
import type { Letter } from '../../../domain/letter/letter.ts'
import { SHORT_SESSION_MINUTES } from '../../../domain/offer/answer.ts'
import type { Draft } from '../../../domain/offer/draft.ts'
import {
  decideOffer,
  earliestChosen,
  holdEnd,
  isInsisted,
  whyNotOffered,
} from '../../../domain/offer/make.ts'
import { minutesOf } from '../../../domain/path/length.ts'
import { rulesOf } from '../../../domain/people/presets.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { roundSettingFor } from '../../../domain/session/choose-format.ts'
import { cadenceDateOf } from '../../../domain/session/round.ts'
import { refusedTimes, roundOf } from '../../../domain/session/tried.ts'
import { askedOf, type Situation } from '../../../domain/situation.ts'
import type { Diary } from '../../../domain/slot/diary.ts'
import { listFree } from '../../../domain/slot/free.ts'
import { zoneOfAt } from '../../../domain/slot/hours.ts'
import { latestStart } from '../../../domain/slot/judge.ts'
import { explainTimes } from '../../../domain/slot/options.ts'
import { windowWithin, withinDays } from '../../../domain/slot/within.ts'
import { after, before, DAY, earliest, type Interval, latest } from '../../../domain/time/time.ts'
import { findDiary } from '../../../storage/slot/diary.ts'
import { type AppContext, identityOf, managerOf } from '../../context.ts'
import { stringsOf } from '../../forms/fields.ts'
import { formatChoices } from '../../forms/format-choices.ts'
import { whyReasonTooLong } from '../../forms/reason.ts'
import { namesIn } from '../../names.ts'
import { seenLetter } from '../letter/seen-letter.ts'
import { formatIn } from '../path/format-form.ts'
import { frameFor } from '../programme-scope.ts'
import { firstWordsIn } from './first-words.ts'
import { type AnyPress, type Asked, pressed, readDays } from './pressed.ts'
import { type OfferFields, searchText, startsText, wishedIn } from './steering.ts'

type Shown = {
  readonly fields: OfferFields
  readonly press: AnyPress
  /** Why what was sent did not go. */
  readonly refusal: Refusal | null
}

/**
 * The page after a press: the times as they would be held now, what stands against each, and what would leave, with the
 * letters that it is made of.
 */
export async function offerData(
  c: AppContext,
  situation: Situation,
  { fields, press, refusal }: Shown,
): Promise<{ readonly data: OfferData; readonly letters: readonly Letter[] }> {
  const platform = c.get('platform')
  const { pairing, executive } = situation
  const reader = identityOf(c).person
  const diary = await findDiary(platform, situation)
  const setting = settingIn(fields, situation)
  const { days, errors: dayErrors } = readDays(c, situation, fields, press)
  const asked: Asked = { ...setting, within: withinDays(executive.zone, days) }
  const { draft, errors, said } = pressed(c, situation, diary, { fields, press, asked })
  const reason = fields['reason']?.trim() || null

  const ids = { offerId: platform.newId('off'), sessionId: platform.newId('ses') }
  const chosen = draft.shown.length > 0 && { times: draft.shown }
  const preview = decideOffer(
    situation,
    diary,
    { ...ids, ...setting, within: asked.within, reason, ...chosen },
    managerOf(c),
  )
  const letters = preview.ok ? lettersIn(situation, preview.value) : []
  const letter = letters.find((each) => each.kind === 'offer') ?? null
  const words = firstWordsIn(c, situation, letter, fields)
  const wrong = [...dayErrors, ...errors, ...words.errors, ...(whyReasonTooLong(c, fields)?.errors ?? [])]

  const found = timesShown(c, situation, diary, { draft, reason })
  const none = preview.ok || found.length > 0 ? null : preview.refusal
  const isNoneFound = none !== null && isOfSearch(none)
  const against = refusal ?? (isNoneFound ? null : none)
  const isSaidBeside = against?.reason === 'words-not-neutral' || against?.reason === 'outward-words'
  const sentence = against && !isSaidBeside ? sentenceOf(against, reader, namesIn(situation)) : null
  const leaving = letters.map((each) => (each.kind === 'offer' ? { ...each, words: words.own } : each))
  const judging = { policy: words.policy, situation }
  const data: OfferData = {
    frame: frameFor(c, 'pairings', pairing.programmeId, sentence ? { tone: 'refused', sentence } : null),
    pairingId: pairing.id,
    executive: executive.name,
    executiveZone: (moment) => zoneOfAt(executive, moment),
    asked: askedOf(situation).name,
    mentorHref: paths.person(pairing.mentorId),
    ...{ minutes: setting.minutes, count: setting.count, days },
    quarterHref: quarterOf(situation, setting),
    formats: formatChoices({ ...situation, session: { formatId: setting.formatId } }, reader.locale),
    found,
    whyNone: isNoneFound ? sentenceOf(none, reader, namesIn(situation)) : null,
    said,
    refused: refusedTimes(roundOf(situation)).filter(({ start }) => start > situation.now),
    free: freeTimes(situation, diary, draft, asked),
    words: words.shown,
    seen: await Promise.all(leaving.map((each) => seenLetter(platform, each, judging))),
    isLookedAt: fields['look'] === SEEN || press.kind === 'words',
    hidden: {
      id: ids.offerId,
      times: startsText(draft.shown),
      aside: startsText(draft.aside),
      proposed: String(setting.proposed),
      asked: searchText(searchFields(setting, days)),
    },
    form: { values: typedIn(fields, { press, wrong }), errors: wrong },
  }
  return { data, letters: leaving }
}

/** What is found, or why nothing is, belongs where the times stand. */
function isOfSearch({ reason }: Refusal): boolean {
  return reason !== 'pairing-closed' && reason !== 'already-fixed' && reason !== 'reporting-line'
}

/** The mail, and both events with the first of the times. */
function lettersIn(situation: Situation, { sessions }: Decision): readonly Letter[] {
  const session = sessions[0]?.after
  return session ? lettersAbout({ ...situation, session }) : []
}

/** Each time with its reasons, its last hour, and what stands against it; she may insist on what is soft. */
function timesShown(
  c: AppContext,
  situation: Situation,
  diary: Diary,
  { draft, reason }: { readonly draft: Draft; readonly reason: string | null },
): OfferData['found'] {
  const near = cadenceDateOf(situation)
  const ignoring = situation.session?.id ?? null
  const wishes = { ignoring, ...(near && { near }) }
  return explainTimes(diary, draft.shown, wishes).map((time) => {
    const refusal = whyNotOffered(time, diary, ignoring)
    return {
      ...time,
      until: holdEnd(situation, time.start),
      against: refusal && sentenceOf(refusal, identityOf(c).person, namesIn(situation)),
      goes: refusal === null || isInsisted(refusal, reason),
    }
  })
}

/** So many days of free times stand in the list. */
const DAYS_LISTED = 7

/** Free times of both, in the days that were asked for or those after the first time shown. */
function freeTimes(situation: Situation, diary: Diary, draft: Draft, asked: Asked): readonly Interval[] {
  const first = latest(earliestChosen(diary), asked.within.from ?? before(firstOf(draft, diary), DAY))
  const end = earliest(after(first, DAYS_LISTED * DAY), after(latestStart(diary), 1))
  const window = windowWithin(asked.within, { start: first, end }, asked.minutes)
  const leftOut = [...draft.shown, ...refusedTimes(roundOf(situation))]
  const ignoring = situation.session?.id ?? null
  return listFree(diary, { window, minutes: asked.minutes, ignoring }, leftOut)
}

function firstOf({ shown }: Draft, { now }: Diary) {
  return shown.length > 0 ? earliest(...shown.map(({ start }) => start)) : now
}

/** What stays typed: a wrong day or time, her words and her reason. A time that was taken leaves its fields. */
function typedIn(
  fields: OfferFields,
  { press, wrong }: { readonly press: AnyPress; readonly wrong: readonly FieldError[] },
): OfferData['form']['values'] {
  const typed = stringsOf(fields)
  const typedTexts = ['reason', OUTWARD_REASON, 'date', 'time']
  const kept = press.kind === 'week' ? typedTexts : [...typedTexts, 'from', 'to']
  const isTaken = (press.kind === 'own' || press.kind === 'with-own') && wrong.length === 0
  const names = isTaken ? kept.filter((name) => name !== 'date' && name !== 'time') : kept
  return Object.fromEntries(names.flatMap((name) => (typed[name] ? [[name, typed[name]]] : [])))
}

type Setting = ReturnType<typeof settingIn>

function settingIn(fields: OfferFields, situation: Situation) {
  const { minutes, count } = wishedIn(fields)
  const formatBefore = situation.session?.formatId ?? null
  const formatId = fields['formatId'] === undefined ? formatBefore : formatIn(fields['formatId'])
  const proposal = roundSettingFor(situation, { minutes: null, formatId })
  const defaults = proposal.ok ? proposal.value : { formatId: formatBefore, minutes: minutesOf(situation) }
  return {
    formatId: defaults.formatId,
    minutes: minutes ?? defaults.minutes,
    /** The default length. */
    proposed: defaults.minutes,
    count,
  }
}

/** The fields of the search as the page shows them. */
function searchFields(
  { minutes, count, formatId }: Setting,
  { from, to, part }: OfferData['days'],
): OfferFields {
  return {
    minutes: String(minutes),
    options: String(count),
    formatId: formatId ?? '',
    ...{ from: from ?? '', to: to ?? '', part: part ?? '' },
  }
}

/** Searches again for fifteen minutes, for an executive on the go. */
function quarterOf({ executive, pairing }: Situation, { minutes, count, formatId }: Setting): string | null {
  if (!rulesOf(executive).quarter || minutes <= SHORT_SESSION_MINUTES) return null
  const wish = { minutes: String(SHORT_SESSION_MINUTES), options: String(count), formatId: formatId ?? '' }
  return `${paths.offer(pairing.id)}?${new URLSearchParams(wish).toString()}`
}
