import * as z from 'zod/mini'

import type { PersonId } from '../../../domain/ids.ts'
import {
  MAX_ALIASES,
  MAX_ASSISTANTS,
  MAX_BLOCKERS,
  MAX_PERSON_NAME_CHARACTERS,
  MAX_ROLES,
  MAX_SHORT_NAME_CHARACTERS,
  MAX_UNIT_CHARACTERS,
} from '../../../domain/limits.ts'
import { shortNameOf } from '../../../domain/people/name/short.ts'
import { NOTIFY, type PersonRules, RULE_FIELDS } from '../../../domain/people/person.ts'
import { HOURS_MOVES } from '../../../domain/slot/move-hours.ts'
import type { Member } from '../../../storage/people/membership.ts'
import { patchShapeOf, shapeOf } from './fields.ts'
import { weeklyWindowAnswer, windowJson } from './hours.ts'
import { nextAnswer } from './page.ts'
import {
  address,
  body,
  day,
  list,
  minutes,
  oneOf,
  ownId,
  whyOutward,
  reference,
  text,
  yesOrNo,
  zone,
} from './values.ts'

const rules = z.exactPartial(body(shapeOf(RULE_FIELDS)))

/** RFC 7396: `null` resets a rule to the programme's. */
const rulesPatch = z.exactPartial(body(patchShapeOf(RULE_FIELDS)))

const aliases = list(address, MAX_ALIASES)
const locale = oneOf('en', 'fr')
/** For titles; null: made from the name. */
const shortName = z.nullable(text(MAX_SHORT_NAME_CHARACTERS))
const unit = z.nullable(text(MAX_UNIT_CHARACTERS))
const reportsTo = z.nullable(reference('per'))
const assistantIds = list(reference('per'), MAX_ASSISTANTS)
const blockers = list(oneOf('booked', 'bottleneck', 'handled', 'on-the-go'), MAX_BLOCKERS)

const notify = oneOf(...NOTIFY)
const awayUntil = z.nullable(day)
const deputyId = z.nullable(reference('per'))

const roles = list(oneOf('manager', 'mentor', 'executive', 'assistant', 'sponsor'), MAX_ROLES).check(
  z.minLength(1, 'At least one role is needed.'),
)

export const personWish = body({
  id: z.exactOptional(ownId('per')),
  programmeId: reference('prg'),
  roles,
  name: text(MAX_PERSON_NAME_CHARACTERS),
  shortName: z.exactOptional(shortName),
  email: address,
  zone,
  aliases: z.exactOptional(aliases),
  locale: z.exactOptional(locale),
  unit: z.exactOptional(unit),
  reportsTo: z.exactOptional(reportsTo),
  assistantIds: z.exactOptional(assistantIds),
  blockers: z.exactOptional(blockers),
  rules: z.exactOptional(rules),
  sessionMinutes: z.exactOptional(minutes),
  reason: whyOutward,
})

export const joinAnswer = z.strictObject({ id: z.string() })

/** RFC 7396: `null` clears a field that can be empty. */
export const personPatch = body({
  roles: z.exactOptional(roles),
  name: z.exactOptional(text(MAX_PERSON_NAME_CHARACTERS)),
  shortName: z.exactOptional(shortName),
  email: z.exactOptional(address),
  keepsOldAddress: z.exactOptional(
    z.boolean().check(
      z.meta({
        description:
          'Whether the address that gives way to `email` is still the person’s. Then it becomes an alias, and answers from it count. By default it is not: links, sign-ins and sessions given to it end, and what is still true is sent to the new address.',
      }),
    ),
  ),
  zone: z.exactOptional(zone),
  /** What becomes of the hours in the new zone: the same wall clock there (without this field), or the same instants. */
  hours: z.exactOptional(
    oneOf(...HOURS_MOVES).check(
      z.meta({
        description:
          'With a new zone: whether the open hours keep their wall clock there (so also without this field), or their instants. Fixed sessions stay where they are.',
      }),
    ),
  ),
  aliases: z.exactOptional(z.nullable(aliases)),
  locale: z.exactOptional(z.nullable(locale)),
  unit: z.exactOptional(unit),
  reportsTo: z.exactOptional(reportsTo),
  assistantIds: z.exactOptional(z.nullable(assistantIds)),
  blockers: z.exactOptional(z.nullable(blockers)),
  rules: z.exactOptional(z.nullable(rulesPatch)),
  sessionMinutes: z.exactOptional(z.nullable(minutes)),
  reason: whyOutward,
  /** An executive's: one mail after a session with what was agreed. */
  inWriting: z.exactOptional(z.nullable(yesOrNo)),
  /** A manager's own: which mails she gets, her last day away, and which other manager gets them until it is over. */
  notify: z.exactOptional(z.nullable(notify)),
  awayUntil: z.exactOptional(awayUntil),
  deputyId: z.exactOptional(deputyId),
})

export const personAnswer = z.strictObject({
  id: z.string(),
  /** The last day in the programme; null: the person stays. */
  leavesOn: z.nullable(z.string()),
  roles: z.array(z.string()),
  name: z.string(),
  shortName: z.string(),
  email: z.string(),
  aliases: z.array(z.string()),
  zone: z.string(),
  locale: z.string(),
  unit: z.nullable(z.string()),
  reportsTo: z.nullable(z.string()),
  assistantIds: z.array(z.string()),
  blockers: z.array(z.string()),
  sessionMinutes: z.nullable(z.int()),
  /** Of an executive alone. */
  inWriting: z.exactOptional(z.boolean()),
  rules: z.strictObject({
    ...rules.shape,
    never: z.exactOptional(z.array(weeklyWindowAnswer)),
  }),
  /** Of a manager alone. */
  notify: z.exactOptional(notify),
  awayUntil: z.exactOptional(z.nullable(z.string())),
  deputyId: z.exactOptional(z.nullable(z.string())),
})
/** The last day; null: the person stays after all. A day that has passed means now. */
export const departureWish = body({ on: z.nullable(day) })
/** `left`: the membership has ended. */
export const departureAnswer = z.strictObject({
  id: z.string(),
  on: z.nullable(z.string()),
  left: z.boolean(),
})

/** Nothing to say: it reaches all programmes that the caller manages. */
export const erasureWish = body({})
/** `waitsFor`: cancellations that leave first; the rest then goes by itself, within a day at most. */
export const erasureAnswer = z.strictObject({
  id: z.string(),
  erased: z.boolean(),
  waitsFor: z.number(),
})

export const peopleAnswer = z.strictObject({ people: z.array(personAnswer), ...nextAnswer })

/** The reply address is a secret and never shown. */
export function personJson(
  {
    replyAddress: _,
    version: _version,
    hasOwnAddresses: _own,
    rules,
    departure,
    notify: which,
    awayUntil: until,
    deputyId: deputy,
    ...person
  }: Member,
  assistantIds: readonly PersonId[],
): z.input<typeof personAnswer> {
  return {
    ...person,
    shortName: shortNameOf(person),
    leavesOn: departure?.on ?? null,
    roles: [...person.roles],
    aliases: [...person.aliases],
    blockers: [...person.blockers],
    assistantIds: [...assistantIds],
    sessionMinutes: rules.minutes ?? null,
    ...(person.roles.includes('executive') && { inWriting: rules.inWriting ?? false }),
    rules: rulesJson(rules),
    ...(person.roles.includes('manager') && { notify: which, awayUntil: until, deputyId: deputy }),
  }
}

function rulesJson({
  never,
  trips,
  topics,
  formats,
  meetingLinks,
  ...rules
}: PersonRules): z.input<typeof personAnswer>['rules'] {
  return {
    ...rules,
    ...(trips && { trips: [...trips] }),
    ...(formats && { formats: [...formats] }),
    ...(meetingLinks && { meetingLinks: [...meetingLinks] }),
    ...(never && { never: never.map(windowJson) }),
    ...(topics && { topics: { wished: [...topics.wished], taught: [...topics.taught] } }),
  }
}
