import { whyNotPlace } from '../letter/outward-place.ts'
import { MAX_LINK_TEMPLATE_CHARACTERS } from '../limits.ts'
import { placeOf, type Situation } from '../situation.ts'
import type { Place } from './pairing.ts'

/** Stands for 26 random characters (130 bits) in the address of a meeting. */
const RANDOM_IN_LINK = '{random}'

/** An https address with `{random}` once, behind the host: somebody else's name must not depend on chance. */
export function isLinkTemplate(text: string): boolean {
  return (
    text.length <= MAX_LINK_TEMPLATE_CHARACTERS &&
    /^https:\/\/[^\s/@?#{}<>"]+\.[^\s/@?#{}<>"]+\/[^\s{}<>"]*\{random\}[^\s{}<>"]*$/.test(text)
  )
}

/** Whether the link was made for this session, from a template. */
export function isMade(place: Place | null): boolean {
  return place?.kind === 'link' && place.made === true
}

type Meeting = Pick<Situation, 'programme' | 'pairing' | 'executive' | 'mentor' | 'newId'>

/**
 * The session's own place once its time is fixed. What somebody chose stays, and so does a link that was made for it.
 * Where nothing else says where they meet, the mentor's template gives it one, else the programme's.
 */
export function placeWhenFixed(meeting: Meeting, place: Place | null): Place | null {
  if (place !== null && !isMade(place)) return place
  if (placeOf(meeting, null) !== null) return null
  return place ?? linkFor(meeting)
}

/** A template that is indiscreet by now gives way. */
function linkFor(meeting: Meeting): Place | null {
  const { mentor, programme, newId } = meeting
  const templates = [mentor.rules.meetingLink, programme.policy.meetingLink]
  const template = templates.find(
    (each) => each && isLinkTemplate(each) && whyNotPlace({ kind: 'link', url: each }, meeting) === null,
  )
  if (!template) return null
  const random = newId('req').slice('req_'.length)
  return { kind: 'link', url: template.replace(RANDOM_IN_LINK, random), made: true }
}

/** The place as programs read it: who made it is not theirs. */
export function placeShown(place: Place | null): Place | null {
  return place?.kind === 'link' ? { kind: 'link', url: place.url } : place
}
