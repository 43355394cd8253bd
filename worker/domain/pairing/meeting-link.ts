import type { Decision } from '../decision.ts'
import { base32Of, type Random } from '../ids.ts'
import { whyNotPlace } from '../letter/outward-place.ts'
import { MAX_LINK_TEMPLATE_CHARACTERS } from '../limits.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { Session } from '../session/session.ts'
import { type LinkTaken, placeOf, type Situation } from '../situation.ts'
import type { Day, Interval } from '../time/time.ts'
import { toWall } from '../time/zones.ts'
import type { Pairing, Place } from './pairing.ts'

/** Stands for what nobody guesses in the address of a meeting. */
const RANDOM_IN_LINK = '{random}'
/** Of five bits each: 130 bits. */
const SECRET_CHARACTERS = 26

/** An https address with `{random}` once, behind the host: somebody else's name must not depend on chance. */
export function isLinkTemplate(text: string): boolean {
  return (
    text.length <= MAX_LINK_TEMPLATE_CHARACTERS &&
    /^https:\/\/[^\s/@?#{}<>"]+\.[^\s/@?#{}<>"]+\/[^\s{}<>"]*\{random\}[^\s{}<>"]*$/.test(text)
  )
}

/** Whether the link is for this session alone, from a template or a list. */
export function isMade(place: Place | null): boolean {
  return place?.kind === 'link' && place.made === true
}

/** Whether somebody chose this link of the list: it does not give way to the place of the pairing. */
export function isChosen(place: Place | null): boolean {
  return place?.kind === 'link' && place.chosen === true
}

type ListedLink = Extract<Place, { readonly kind: 'link' }> & { readonly day: Day }

type Meeting = Pick<
  Situation,
  'programme' | 'pairing' | 'executive' | 'mentor' | 'session' | 'linksTaken' | 'random'
>

/**
 * The session's own place once its time is fixed. What somebody chose stays, and so does a link that was made for it, one
 * of a list only where it is free on that day. Where nothing else says where they meet, or a pairing names a link of the
 * mentor's list, there is a link of that list, else of his template, else of the programme's.
 */
export function placeWhenFixed(meeting: Meeting, place: Place | null, time: Interval): Place | null {
  const isOfList = isListed(meeting, place)
  if (place !== null && !isMade(place) && !isOfList) return place
  const chosen = isOfList && (!isMade(place) || isChosen(place)) ? urlOf(place) : null
  const usual = placeOf(meeting, null)
  const isFree = usual === null || isListed(meeting, usual)
  if (!isFree && chosen === null) return null
  if (usual === null && place?.kind === 'link' && isMade(place) && !place.day) return place
  const own = chosen ?? urlOf(usual) ?? urlOf(place)
  const given = listedFor(meeting, dayOf(meeting, time), own)
  if (chosen !== null && urlOf(given) === chosen) return given && asChosen(given)
  return isFree ? (given ?? linkFor(meeting)) : null
}

/** A place that somebody chooses for this time: a link of the mentor's list is guarded like one that was given from it. */
export function placeChosen(meeting: Meeting, place: Place, time: Interval): Result<Place, Refusal> {
  if (place.kind !== 'link' || !isListed(meeting, place)) return accept(place)
  const day = dayOf(meeting, time)
  return isFreeOn(meeting, day, place.url)
    ? accept(asChosen(ofList(place.url, day)))
    : refuse({ reason: 'link-taken', on: day })
}

/**
 * The session's own place once its time is given up: a link of a list serves others that day, and one that was made for
 * another mentor is his alone.
 */
export function placeWhenReleased(place: Place | null, { isSameMentor }: { readonly isSameMentor: boolean }) {
  const stays = !isMade(place) || (isSameMentor && place?.kind === 'link' && !place.day)
  return stays ? place : null
}

/** Those who would meet, and where they usually do. */
type Usual = Pick<Meeting, 'executive' | 'mentor'> & { readonly pairing: Pick<Pairing, 'place'> }

/** Whether nothing says where they meet, though the mentor has a list. */
export function lacksPlace(meeting: Usual, session: Session): boolean {
  const { meetingLinks = [] } = meeting.mentor.rules
  return session.status === 'fixed' && meetingLinks.length > 0 && placeOf(meeting, session) === null
}

/** The one it has, if it still can; else the first of the list that serves no other session on the day. */
function listedFor(meeting: Meeting, day: Day, own: string | null): ListedLink | null {
  const { meetingLinks = [] } = meeting.mentor.rules
  const ordered = meetingLinks.toSorted((one, other) => Number(other === own) - Number(one === own))
  const url = ordered.find((each) => isFreeOn(meeting, day, each) && isDiscreet(each, meeting))
  return url === undefined ? null : ofList(url, day)
}

function isFreeOn({ session, linksTaken }: Meeting, day: Day, url: string): boolean {
  return !linksTaken.some((each) => each.url === url && each.day === day && each.sessionId !== session?.id)
}

/** Which links of lists a decision takes that is not written yet. */
export function linksTakenBy({ sessions }: Pick<Decision, 'sessions'>): readonly LinkTaken[] {
  return sessions.flatMap(({ after: { id, place } }) =>
    place?.kind === 'link' && place.day ? [{ url: place.url, day: place.day, sessionId: id }] : [],
  )
}

function isListed({ mentor }: Meeting, place: Place | null): boolean {
  return place?.kind === 'link' && (mentor.rules.meetingLinks ?? []).includes(place.url)
}

function ofList(url: string, day: Day): ListedLink {
  return { kind: 'link', url, made: true, day }
}

function asChosen(link: ListedLink): Place {
  return { ...link, chosen: true }
}

/** By the mentor's clock. */
function dayOf({ mentor }: Meeting, { start }: Interval): Day {
  return toWall(mentor.zone, start).day
}

function urlOf(place: Place | null): string | null {
  return place?.kind === 'link' ? place.url : null
}

/** A text that has become indiscreet gives way. */
function isDiscreet(url: string, meeting: Meeting): boolean {
  return whyNotPlace({ kind: 'link', url }, meeting) === null
}

function linkFor(meeting: Meeting): Place | null {
  const { mentor, programme, random } = meeting
  const templates = [mentor.rules.meetingLink, programme.policy.meetingLink]
  const template = templates.find((each) => each && isLinkTemplate(each) && isDiscreet(each, meeting))
  if (!template) return null
  return { kind: 'link', url: template.replace(RANDOM_IN_LINK, linkSecret(random)), made: true }
}

/** Whoever has it can come in: from the source of secrets, and no id of anything. */
function linkSecret(random: Random): string {
  return base32Of(random(SECRET_CHARACTERS))
}

/** The place as programs read it: who made it is not theirs. */
export function placeShown(place: Place | null): Place | null {
  return place?.kind === 'link' ? { kind: 'link', url: place.url } : place
}
