import * as z from 'zod/mini'

import { type Id, isId, type Prefix } from '../../../domain/ids.ts'
import {
  MAX_ADDRESS_CHARACTERS,
  MAX_ADDRESS_LOCAL_PART_CHARACTERS,
  MAX_REASON_CHARACTERS,
  SESSION_MINUTES,
  type Range,
  MAX_ZONE_CHARACTERS,
} from '../../../domain/limits.ts'
import { type AddressFault, parseAddress } from '../../../domain/people/address.ts'
import { arePlainLines, isPlainLine, trimmed, withLineFeeds } from '../../../domain/plain-text.ts'
import { isDay, parseWallTime } from '../../../domain/time/days.ts'
import { fromIso, type Instant } from '../../../domain/time/time.ts'
import { canonicalZone } from '../../../domain/time/zones.ts'

const TEXT_NEEDED = 'This is needed, as text.'
const UNSEEN = 'Control characters are not allowed here.'

/** Some lines, trimmed, never empty. */
export function lines(most: number) {
  return z.string(TEXT_NEEDED).check(
    z.overwrite((value) => trimmed(withLineFeeds(value))),
    z.minLength(1, TEXT_NEEDED),
    z.maxLength(most, `This is too long: ${most} characters at the most.`),
    z.refine(arePlainLines, UNSEEN),
  )
}

/** One line, trimmed, never empty. */
export function text(most: number) {
  return z
    .string(TEXT_NEEDED)
    .check(
      z.overwrite(trimmed),
      z.minLength(1, TEXT_NEEDED),
      z.maxLength(most, `This is too long: ${most} characters at the most.`),
      z.refine(isPlainLine, UNSEEN),
    )
}

/** The id that a client gives to a new object: the idempotency key. */
export function ownId<P extends Prefix>(prefix: P) {
  const sentence = `An id for a new object is ${prefix}_ and 22 to 60 letters, digits, - or _, made from 128 random bits.`
  return z.pipe(
    z.string(sentence).check(z.meta({ pattern: `^${prefix}_[0-9a-zA-Z_-]{22,60}$` })),
    z.transform((value, context): Id<P> => (isId(prefix, value) ? value : reject(context, value, sentence))),
  )
}

/** The id of an existing object. A malformed id matches nothing, so it is not found. */
export function reference<P extends Prefix>(prefix: P) {
  return z.pipe(
    z.string(`An id is needed, ${prefix}_….`),
    z.transform((value): Id<P> => (isId(prefix, value) ? value : `${prefix}_none`)),
  )
}

const MOMENT = 'A moment is needed, such as 2027-03-22T09:00:00Z: with Z or an offset, in this century.'

export const moment = z.pipe(
  z.string(MOMENT).check(z.meta({ format: 'date-time' })),
  z.transform((value, context): Instant => {
    const read = value.startsWith('20') && isDay(value.slice(0, 10)) ? fromIso(value) : null
    return read ?? reject(context, value, MOMENT)
  }),
)

/** In a query, an unescaped plus sign arrives as a space. */
export const queryMoment = z.pipe(
  z.string(MOMENT).check(
    z.overwrite((value) => value.replace(/ (\d\d:\d\d)$/, '+$1')),
    z.meta({ format: 'date-time' }),
  ),
  moment,
)

const DAY = 'A day is needed, such as 2027-03-22.'
export const day = z.string(DAY).check(
  z.refine((value) => value.startsWith('20') && isDay(value), DAY),
  z.meta({ format: 'date' }),
)

const ZONE = 'A time zone by its IANA name is needed, such as Europe/Paris.'
/** Stored under its one name, whichever alias is sent. */
export const zone = z.pipe(
  z.string(ZONE).check(z.maxLength(MAX_ZONE_CHARACTERS, ZONE)),
  z.transform((value, context): string => canonicalZone(value) ?? reject(context, value, ZONE)),
)

const WALL = 'A time is needed, such as 09:00, from 00:00 to 24:00.'
export const wallTime = z.pipe(
  z.string(WALL).check(z.meta({ pattern: '^[0-2][0-9]:[0-5][0-9]$' })),
  z.transform((value, context): number => parseWallTime(value) ?? reject(context, value, WALL)),
)

const CLOCK = 'A time of day is needed, such as 08:00, from 00:00 to 23:59.'
/** A time of day as it is written. */
export const clockTime = z.string(CLOCK).check(z.regex(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/, CLOCK))

const ADDRESS: Readonly<Record<AddressFault, string>> = {
  'no-address': 'This is not a mail address.',
  'other-letters':
    'This is not a mail address that can be written to: before the @ there are other letters than a to z.',
  'too-long': `This is not a mail address, it is too long: ${MAX_ADDRESS_LOCAL_PART_CHARACTERS} characters before the @ at the most, ${MAX_ADDRESS_CHARACTERS} in all.`,
}
/** Normalised: in lower case, the domain in A-labels. A display name beside it is left out. */
export const address = z.pipe(
  z.string(ADDRESS['no-address']).check(z.meta({ format: 'idn-email' })),
  z.transform((value, context): string => {
    const parsed = parseAddress(value)
    return parsed.ok ? parsed.address : reject(context, value, ADDRESS[parsed.fault])
  }),
)

export function whole({ least, most }: Range) {
  const sentence = `A whole number from ${least} to ${most} is needed.`
  return z.int(sentence).check(z.gte(least, sentence), z.lte(most, sentence))
}

export const minutes = whole(SESSION_MINUTES)
/** Why a log is corrected, in as many lines as its form has. */
export const reasonInLines = lines(MAX_REASON_CHARACTERS)
/** Why a human overrode a rule. */
export const reason = text(MAX_REASON_CHARACTERS)
/** Why words in an outward text are right. A description goes with a schema of its own. */
export const whyOutward = z.exactOptional(
  z.nullable(
    text(MAX_REASON_CHARACTERS).check(
      z.meta({
        description:
          'Why a word in a text that others read is right, where the answer was 409 `outward-words`: the programme lets the word through from then on, and the reason is kept as one of its deeds.',
      }),
    ),
  ),
)
export const whyOverridden = z.exactOptional(
  z.nullable(
    text(MAX_REASON_CHARACTERS).check(
      z.meta({
        description:
          'Why a soft rule is set aside, or why a word in a text that others read is right (409 `outward-words`): the programme lets such a word through from then on. What is hard stays refused.',
      }),
    ),
  ),
)

/** A whole number in a query. */
export function queryWhole({ least, most }: Range) {
  const sentence = `A whole number from ${least} to ${most} is needed.`
  return z.pipe(
    z.string(sentence).check(z.regex(/^\d{1,9}$/, sentence)),
    z.pipe(
      z.transform((value: string) => Number(value)),
      whole({ least, most }),
    ),
  )
}

export function oneOf<const Words extends readonly [string, ...string[]]>(...words: Words) {
  return z.enum(words, `One of these is needed: ${words.join(', ')}.`)
}

export const yesOrNo = z.boolean('true or false is needed.')

/** A boolean in a query. */
export const queryBoolean = z.pipe(
  z.enum(['true', 'false'], 'true or false is needed.'),
  z.transform((value) => value === 'true'),
)

export function list<Schema extends z.ZodMiniType>(schema: Schema, most: number) {
  return z.array(schema, 'A list is needed.').check(z.maxLength(most, `${most} at the most.`))
}

/** An object in a body, at any depth. An unknown field is refused by its name. */
export function body<Shape extends z.core.$ZodLooseShape>(shape: Shape, needed = 'A JSON object is needed.') {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? 'This field is not known here.' : needed),
  })
}

/** Nothing: what is meant stands in the path. */
export const nothing = body({})

function reject(context: z.core.ParsePayload, input: unknown, message: string): never {
  context.issues.push({ code: 'custom', message, input })
  return z.NEVER
}
