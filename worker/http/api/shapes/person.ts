import * as z from 'zod/mini'

import type { PersonId } from '../../../domain/ids.ts'
import type { PersonRules } from '../../../domain/people/person.ts'
import type { Member } from '../../../storage/people/membership.ts'
import { weeklyWindow, weeklyWindowAnswer, windowJson } from './hours.ts'
import { nextAnswer } from './page.ts'
import { buffers } from './programme.ts'
import { address, body, day, list, oneOf, ownId, reference, text, whole, yesOrNo, zone } from './values.ts'

const trip = z
  .object({ zone, from: day, to: day }, 'A zone and two days are needed.')
  .check(
    z.refine(({ from, to }) => from <= to, { message: 'The last day comes before the first.', path: ['to'] }),
  )

/** Minutes: minutes, buffers, travelBuffer. Hours: notice. */
const ruleShape = {
  minutes: whole(5, 480),
  notice: whole(0, 720),
  shortNotice: yesOrNo,
  perDay: whole(1, 24),
  perWeek: whole(1, 100),
  buffers,
  travelBuffer: whole(0, 240),
  never: list(weeklyWindow, 50),
  trips: list(trip, 50),
  mentorHidden: yesOrNo,
  autopilot: yesOrNo,
  ahead: whole(0, 20),
  answers: oneOf('assistant', 'executive'),
  byPhone: yesOrNo,
  phone: text(30),
  nudges: yesOrNo,
  quarter: yesOrNo,
  formats: list(reference('fmt'), 20),
  topics: z.object(
    { wished: list(text(60), 30), taught: list(text(60), 30) },
    'wished and taught are needed, as lists.',
  ),
} as const

const rules = z.exactPartial(z.object(ruleShape, 'A JSON object is needed.'))

/** `null` takes a rule back: then it is as the programme has it. */
const rulesPatch = z.exactPartial(
  z.object(
    {
      ...ruleShape,
      minutes: z.nullable(ruleShape.minutes),
      notice: z.nullable(ruleShape.notice),
      shortNotice: z.nullable(ruleShape.shortNotice),
      perDay: z.nullable(ruleShape.perDay),
      perWeek: z.nullable(ruleShape.perWeek),
      buffers: z.nullable(ruleShape.buffers),
      travelBuffer: z.nullable(ruleShape.travelBuffer),
      never: z.nullable(ruleShape.never),
      trips: z.nullable(ruleShape.trips),
      mentorHidden: z.nullable(ruleShape.mentorHidden),
      autopilot: z.nullable(ruleShape.autopilot),
      ahead: z.nullable(ruleShape.ahead),
      answers: z.nullable(ruleShape.answers),
      byPhone: z.nullable(ruleShape.byPhone),
      phone: z.nullable(ruleShape.phone),
      nudges: z.nullable(ruleShape.nudges),
      quarter: z.nullable(ruleShape.quarter),
      formats: z.nullable(ruleShape.formats),
      topics: z.nullable(ruleShape.topics),
    },
    'A JSON object is needed.',
  ),
)

const details = {
  aliases: z.exactOptional(list(address, 20)),
  locale: z.exactOptional(oneOf('en', 'fr')),
  unit: z.exactOptional(z.nullable(text(100))),
  reportsTo: z.exactOptional(z.nullable(reference('per'))),
  assistantIds: z.exactOptional(list(reference('per'), 10)),
  blockers: z.exactOptional(list(oneOf('booked', 'bottleneck', 'handled', 'on-the-go'), 4)),
} as const

export const personWish = body({
  id: z.exactOptional(ownId('per')),
  programmeId: reference('prg'),
  roles: list(oneOf('manager', 'mentor', 'executive', 'assistant', 'sponsor'), 5).check(
    z.minLength(1, 'One role at least is needed.'),
  ),
  name: text(200),
  email: address,
  zone,
  ...details,
  rules: z.exactOptional(rules),
  sessionMinutes: z.exactOptional(whole(5, 480)),
})

export const joinAnswer = z.strictObject({ id: z.string() })

export const personPatch = body({
  name: z.exactOptional(text(200)),
  email: z.exactOptional(address),
  zone: z.exactOptional(zone),
  ...details,
  rules: z.exactOptional(rulesPatch),
  sessionMinutes: z.exactOptional(z.nullable(whole(5, 480))),
})

export const personAnswer = z.strictObject({
  id: z.string(),
  roles: z.array(z.string()),
  name: z.string(),
  email: z.string(),
  aliases: z.array(z.string()),
  zone: z.string(),
  locale: z.string(),
  unit: z.nullable(z.string()),
  reportsTo: z.nullable(z.string()),
  assistantIds: z.array(z.string()),
  blockers: z.array(z.string()),
  sessionMinutes: z.nullable(z.int()),
  rules: z.strictObject({
    ...rules.shape,
    never: z.exactOptional(z.array(weeklyWindowAnswer)),
  }),
})
export const peopleAnswer = z.strictObject({ people: z.array(personAnswer), ...nextAnswer })

/** The address he answers to is a secret, and never shown. */
export function personJson(
  { replyAddress: _, version: _version, rules, ...person }: Member,
  assistantIds: readonly PersonId[],
): z.input<typeof personAnswer> {
  return {
    ...person,
    roles: [...person.roles],
    aliases: [...person.aliases],
    blockers: [...person.blockers],
    assistantIds: [...assistantIds],
    sessionMinutes: rules.minutes ?? null,
    rules: rulesJson(rules),
  }
}

function rulesJson({
  never,
  trips,
  topics,
  formats,
  ...rules
}: PersonRules): z.input<typeof personAnswer>['rules'] {
  return {
    ...rules,
    ...(trips && { trips: [...trips] }),
    ...(formats && { formats: [...formats] }),
    ...(never && { never: never.map(windowJson) }),
    ...(topics && { topics: { wished: [...topics.wished], taught: [...topics.taught] } }),
  }
}
