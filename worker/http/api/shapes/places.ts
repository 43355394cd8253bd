import * as z from 'zod/mini'

import { oneOf, text } from './values.ts'

const URL_NEEDED = 'A link that starts with https:// is needed.'
const NUMBER_NEEDED = 'A number to call is needed, such as +33 1 23 45 67 89.'

/** Where it takes place: a room, a number to call, or a meeting link. */
export const place = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('room'), room: text(200) }),
    z.object({
      kind: z.literal('phone'),
      number: z.string(NUMBER_NEEDED).check(z.trim(), z.regex(/^\+?[\d\s().-]{5,30}$/, NUMBER_NEEDED)),
    }),
    z.object({ kind: z.literal('link'), url: text(500).check(z.refine(isSecure, URL_NEEDED)) }),
  ],
  'A room, a phone number or a link is needed.',
)

function isSecure(url: string): boolean {
  return /^https:\/\/[^\s/@]+\.[^\s/@]+(\/\S*)?$/.test(url) && URL.canParse(url)
}

export const kind = oneOf('workshop', 'mentoring', 'reverse-mentoring')
