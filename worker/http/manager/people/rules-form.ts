import type { FieldError } from '../../../../web/parts/form.ts'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import {
  neverField,
  tripField,
  WHOLE_RULE_INPUTS,
  type WholeRule,
} from '../../../../web/parts/rules-fields.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { ISO_WEEKDAYS } from '../../../domain/limits.ts'
import type { PersonChange } from '../../../domain/people/change.ts'
import {
  type PersonRules,
  type Role,
  RULE_FIELDS,
  type Topics,
  type Trip,
  type WeeklyWindow,
} from '../../../domain/people/person.ts'
import { isBeyond, type Policy } from '../../../domain/programme/programme.ts'
import { accept, refuse, type Result } from '../../../domain/result.ts'
import { overlappingTrip } from '../../../domain/slot/trips.ts'
import { typedBy } from '../../forms/dates.ts'
import { type FieldReader, fieldReaderOf, type FormFields } from '../../forms/field-reader.ts'
import { linkTemplateIn } from '../../forms/link-template.ts'
import { linksIn } from '../../forms/links.ts'
import { readZone } from '../../forms/zone.ts'

type Rules = NonNullable<PersonChange['rules']>
type Words = ReturnType<typeof wordsFor>['rules'] & Pick<ReturnType<typeof wordsFor>['people'], 'badZone'>

/** Reads a person's rules from a form. An empty field resets to the programme's rule; a wrong one is an error. */
export function readRules(
  fields: FormFields,
  { roles, rules }: { readonly roles: readonly Role[]; readonly rules: PersonRules },
  { horizon }: Pick<Policy, 'horizon'>,
  frame: PageFrame,
): Result<Rules, readonly FieldError[]> {
  const { rules: sentences, people } = wordsFor(frame)
  const words = { ...sentences, badZone: people.badZone }
  const reader = fieldReaderOf(fields, words, typedBy(frame))
  const topics = topicsIn(reader, words, rules.topics)
  const read: Rules = {
    notice: wholeRule(reader, 'notice'),
    perDay: wholeRule(reader, 'perDay'),
    perWeek: wholeRule(reader, 'perWeek'),
    topics: topics.wished.length + topics.taught.length > 0 ? topics : null,
    ...(roles.includes('mentor') && {
      buffers: buffersIn(reader, words) ?? null,
      ...(reader.has('rule-link') && { meetingLink: linkTemplateIn(reader, 'rule-link', words) || null }),
      ...(reader.has('rule-links') && { meetingLinks: linksIn(reader, words) }),
    }),
    ...(roles.includes('executive') && executiveRules(reader, fields, words)),
  }
  if (isBeyond(read.notice ?? 0, horizon)) reader.wrong(WHOLE_RULE_INPUTS.notice, words.badNotice(horizon))
  return reader.errors.length > 0 ? refuse(reader.errors) : accept(read)
}

function executiveRules(reader: FieldReader, fields: FormFields, words: Words): Rules {
  const hidden = reader.text('rule-hidden')
  const never = neverIn(reader, words)
  const trips = tripsIn(reader, words)
  return {
    minutes: wholeRule(reader, 'minutes'),
    travelBuffer: wholeRule(reader, 'travelBuffer'),
    shortNotice: fields['rule-short'] === undefined ? null : true,
    never: never.length > 0 ? never : null,
    trips: trips.length > 0 ? trips : null,
    ...(reader.has('rule-wording') && { wording: wordingIn(reader, words) }),
    mentorHidden: hidden === 'hidden' ? true : hidden === 'shown' ? false : null,
  }
}

/** Null: as in the programme. */
function wordingIn(reader: FieldReader, { badTitle }: Words): string | null {
  const chosen = reader.text('rule-wording')
  if (chosen !== 'own') return chosen === 'name' || chosen === 'plain' ? chosen : null
  const title = reader.text('rule-title')
  if (title.length > RULE_FIELDS.wording.characters || /[\p{C}\p{Zl}\p{Zp}]/u.test(title))
    reader.wrong('rule-title', badTitle)
  if (title === '') reader.wrong('rule-title', badTitle)
  return title
}

function wholeRule(reader: FieldReader, rule: WholeRule): number | null {
  return reader.whole(WHOLE_RULE_INPUTS[rule], RULE_FIELDS[rule].range)
}

function buffersIn(reader: FieldReader, words: Words): PersonRules['buffers'] | null {
  const { range } = RULE_FIELDS.buffers
  const before = reader.whole('rule-before', range)
  const after = reader.whole('rule-after', range)
  if (reader.text('rule-before') === '' && reader.text('rule-after') === '') return null
  if (reader.text('rule-before') === '') return reader.wrong('rule-before', words.badBuffers)
  if (reader.text('rule-after') === '') return reader.wrong('rule-after', words.badBuffers)
  return before !== null && after !== null ? { before, after } : null
}

function neverIn(reader: FieldReader, words: Words): readonly WeeklyWindow[] {
  return reader.rows('never', ['day', 'from', 'to'], RULE_FIELDS.never.most).flatMap((row) => {
    const day = reader.whole(neverField(row, 'day'), ISO_WEEKDAYS)
    const span = reader.span(neverField(row, 'from'), neverField(row, 'to'))
    if (day !== null && span) return [{ day, ...span }]
    reader.wrong(neverField(row, day === null ? 'day' : 'from'), words.badNever)
    return []
  })
}

function tripsIn(reader: FieldReader, words: Words): readonly Trip[] {
  const read = reader.rows('trip', ['zone', 'from', 'to'], RULE_FIELDS.trips.most).flatMap((row) => {
    const typed = reader.text(tripField(row, 'zone'))
    const zone = readZone(typed)
    const [from, to] = [reader.day(tripField(row, 'from')), reader.day(tripField(row, 'to'))]
    const areDays = from !== null && to !== null && from <= to
    if (zone === null) reader.wrong(tripField(row, 'zone'), words.badZone(typed))
    if (!areDays) reader.wrong(tripField(row, 'from'), words.badTrip)
    return zone !== null && areDays ? [{ row, trip: { zone, from, to } }] : []
  })
  const trips = read.map(({ trip }) => trip)
  const overlapping = read[overlappingTrip(trips) ?? -1]
  if (overlapping) reader.wrong(tripField(overlapping.row, 'from'), words.overlappingTrips)
  return trips
}

/** A form without one of the two fields keeps what is stored. */
function topicsIn(reader: FieldReader, { badTopic }: Words, stored: Topics | undefined): Topics {
  const listed = (name: string) => reader.list(name, RULE_FIELDS.topics, badTopic)
  return {
    wished: reader.has('rule-wished') ? listed('rule-wished') : (stored?.wished ?? []),
    taught: reader.has('rule-taught') ? listed('rule-taught') : (stored?.taught ?? []),
  }
}
