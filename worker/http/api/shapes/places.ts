import * as z from 'zod/mini'

import { MAX_MEETING_LINK_CHARACTERS, MAX_ROOM_CHARACTERS } from '../../../domain/limits.ts'
import { PAIRING_KINDS } from '../../../domain/pairing/kind.ts'
import { isLinkTemplate } from '../../../domain/pairing/meeting-link.ts'
import type { Place } from '../../../domain/pairing/pairing.ts'
import { isMeetingLink, isPhoneNumber } from '../../../domain/pairing/place-text.ts'
import { trimmed } from '../../../domain/plain-text.ts'
import { isUrl } from '../../forms/place.ts'
import { body, list, oneOf, text } from './values.ts'

const URL_NEEDED = 'A link that starts with https:// is needed.'
const NUMBER_NEEDED = 'A number to call is needed, such as +33 1 23 45 67 89.'
const TEMPLATE_NEEDED =
  'An address that starts with https:// and has {random} once, behind its host, is needed.'
const PLACE_NEEDED = 'A room, a phone number or a link is needed.'

const room = text(MAX_ROOM_CHARACTERS)
export const phoneNumber = z.string(NUMBER_NEEDED).check(
  z.overwrite(trimmed),
  z.refine((value) => isPhoneNumber(value), NUMBER_NEEDED),
)
const url = text(MAX_MEETING_LINK_CHARACTERS).check(
  z.refine((value) => isMeetingLink(value, isUrl), URL_NEEDED),
)

/** Each once. */
export function meetingLinks(most: number) {
  return list(url, most).check(
    z.refine((urls: readonly string[]) => new Set(urls).size === urls.length, 'A link stands here twice.'),
    z.meta({ description: 'The mentor’s own rooms: each serves one session a day.' }),
  )
}

/** Empty: none. */
export const linkTemplate = z.string(TEMPLATE_NEEDED).check(
  z.overwrite(trimmed),
  z.refine((value) => value === '' || (isLinkTemplate(value) && isUrl(value)), TEMPLATE_NEEDED),
  z.meta({ description: '`{random}` in it becomes 26 characters for each session.' }),
)

/** A room, a phone number or a meeting link. */
export const place = z.discriminatedUnion(
  'kind',
  [
    body({ kind: z.literal('room'), room }),
    body({ kind: z.literal('phone'), number: phoneNumber }),
    body({ kind: z.literal('link'), url }),
  ],
  PLACE_NEEDED,
)

/** A PATCH of a place: another kind needs all its fields, the same kind only those that change. */
export const placePatch = z.exactPartial(
  body({ kind: oneOf('room', 'phone', 'link'), room, number: phoneNumber, url }),
)

/** Merges the patch with the stored place (RFC 7396). Fields of another kind are dropped. */
export function mergedPlace(before: Place | null, patch: z.output<typeof placePatch>) {
  const { kind, room, number, url } = { ...before, ...patch }
  const parts = { room: { room }, phone: { number }, link: { url } }
  return z.safeParse(place, { kind, ...(kind && parts[kind]) })
}

export const kind = oneOf(...PAIRING_KINDS)
