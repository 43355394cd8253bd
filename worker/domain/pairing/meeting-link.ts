import { base32Of, type Random } from '../ids.ts'
import { whyNotPlace } from '../letter/outward-place.ts'
import { MAX_LINK_TEMPLATE_CHARACTERS } from '../limits.ts'
import type { Session } from '../session/session.ts'
import { placeOf, type Situation } from '../situation.ts'
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

type Meeting = Pick<
  Situation,
  'programme' | 'pairing' | 'executive' | 'mentor' | 'session' | 'linksTaken' | 'random'
>

/**
 * The session's own place once its time is fixed. What somebody chose stays, and so does a link that was made for it, one
 * of a list only where it is free on that day. Where nothing else says where they meet, there is a link of the mentor's
 * list, else of his template, else of the programme's.
 */
export function placeWhenFixed(meeting: Meeting, place: Place | null, { start }: Interval): Place | null {
  if (place !== null && !isMade(place)) return place
  if (placeOf(meeting, null) !== null) return null
  if (place?.kind === 'link' && !place.day) return place
  const { day } = toWall(meeting.mentor.zone, start)
  return listedFor(meeting, day, urlOf(place)) ?? linkFor(meeting)
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

/** Whether the mentor has a list, and nothing of it was left for this session. */
export function hasNoLinkLeft(meeting: Usual, session: Session): boolean {
  const { meetingLinks = [] } = meeting.mentor.rules
  return session.status === 'fixed' && meetingLinks.length > 0 && placeOf(meeting, session) === null
}

/** The one it has, if it still can; else the first of the list that serves no other session on the day. */
function listedFor(meeting: Meeting, day: Day, own: string | null): Place | null {
  const { mentor, session, linksTaken } = meeting
  const { meetingLinks = [] } = mentor.rules
  const isFree = (url: string) =>
    !linksTaken.some((each) => each.url === url && each.day === day && each.sessionId !== session?.id)
  const ordered = meetingLinks.toSorted((one, other) => Number(other === own) - Number(one === own))
  const url = ordered.find((each) => isFree(each) && isDiscreet(each, meeting))
  return url === undefined ? null : { kind: 'link', url, made: true, day }
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
