import * as z from 'zod/mini'

import type { SettingField } from '../../../domain/fields.ts'
import type { Range } from '../../../domain/limits.ts'
import type { Trip } from '../../../domain/people/person.ts'
import { overlappingTrip } from '../../../domain/slot/trips.ts'
import { weeklyWindow } from './hours.ts'
import { linkTemplate, meetingLinks, phoneNumber } from './places.ts'
import { body, clockTime, day, list, oneOf, reference, text, whole, yesOrNo, zone } from './values.ts'

type Table = Readonly<Record<string, SettingField>>
type OfKind<Kind extends SettingField['kind']> = Extract<SettingField, { readonly kind: Kind }>

const LAST_BEFORE_FIRST = { message: 'The last day comes before the first.', path: ['to'] }

/** The schema of each kind of field. */
const schemas = {
  whole: ({ unit, range }: OfKind<'whole'>) => whole(range).check(inUnit(unit)),
  switch: () => yesOrNo,
  choice: ({ choices }: OfKind<'choice'>) => oneOf(...choices),
  words: ({ most, characters }: OfKind<'words'>) => list(text(characters), most),
  buffers: ({ range }: OfKind<'buffers'>) =>
    body({ before: side(range), after: side(range) }, 'before and after are needed, in minutes.'),
  blackouts: ({ most, characters }: OfKind<'blackouts'>) => list(blackout(characters), most),
  windows: ({ most }: OfKind<'windows'>) => list(weeklyWindow, most),
  trips: ({ most }: OfKind<'trips'>) => list(trip, most).check(apart),
  formats: ({ most }: OfKind<'formats'>) => list(reference('fmt'), most),
  topics: (field: OfKind<'topics'>) =>
    body({ wished: topics(field), taught: topics(field) }, 'wished and taught are needed, as lists.'),
  phone: () => phoneNumber,
  wording: ({ characters }: OfKind<'wording'>) =>
    text(characters).check(
      z.meta({
        description: '`name`, `plain`, or a title of one’s own; `{name}` in it is the other person.',
      }),
    ),
  'link-template': () => linkTemplate,
  links: ({ most }: OfKind<'links'>) => meetingLinks(most),
  time: () => clockTime,
  people: ({ most }: OfKind<'people'>) => list(reference('per'), most),
} as const

/** The same for a PATCH, where objects merge: each property is optional, and null resets it. */
const patches = {
  ...schemas,
  buffers: ({ range }: OfKind<'buffers'>) =>
    z.exactPartial(body({ before: z.nullable(side(range)), after: z.nullable(side(range)) })),
  topics: (field: OfKind<'topics'>) =>
    z.exactPartial(body({ wished: z.nullable(topics(field)), taught: z.nullable(topics(field)) })),
} as const

type Schemas = typeof schemas
type SchemaIn<Kinds extends Schemas | typeof patches, F extends SettingField> = F extends {
  readonly choices: infer Choices extends readonly [string, ...string[]]
}
  ? ReturnType<typeof oneOf<Choices>>
  : ReturnType<Kinds[F['kind']]>

/** The shape of a whole table: every field is required. */
export function shapeOf<T extends Table>(
  table: T,
): { readonly [Name in keyof T]: SchemaIn<Schemas, T[Name]> } {
  return eachOf(table, (field) => schemaOf(schemas, field))
}

/** The shape of a PATCH of it: null resets a field to its default. */
export function patchShapeOf<T extends Table>(
  table: T,
): { readonly [Name in keyof T]: z.ZodMiniNullable<SchemaIn<typeof patches, T[Name]>> } {
  return eachOf(table, (field) => z.nullable(schemaOf(patches, field)))
}

/** The types above say which schema each name has. */
function eachOf(table: Table, make: (field: SettingField) => z.ZodMiniType) {
  const entries: readonly (readonly unknown[])[] = Object.entries(table).map(([name, field]) => [
    name,
    make(field),
  ])
  return Object.fromEntries(entries)
}

function schemaOf(kinds: Schemas | typeof patches, field: SettingField): z.ZodMiniType {
  switch (field.kind) {
    case 'whole':
      return kinds.whole(field)
    case 'switch':
      return kinds.switch()
    case 'choice':
      return kinds.choice(field)
    case 'words':
      return kinds.words(field)
    case 'buffers':
      return kinds.buffers(field)
    case 'blackouts':
      return kinds.blackouts(field)
    case 'windows':
      return kinds.windows(field)
    case 'trips':
      return kinds.trips(field)
    case 'formats':
      return kinds.formats(field)
    case 'topics':
      return kinds.topics(field)
    case 'phone':
      return kinds.phone()
    case 'wording':
      return kinds.wording(field)
    case 'link-template':
      return kinds['link-template']()
    case 'links':
      return kinds.links(field)
    case 'time':
      return kinds.time()
    case 'people':
      return kinds.people(field)
  }
}

function side(range: Range) {
  return whole(range).check(inUnit('minutes'))
}

function topics({ most, characters }: OfKind<'topics'>) {
  return list(text(characters), most)
}

function blackout(characters: number) {
  return body({ from: day, to: day, reason: text(characters) }, 'Two days and a reason are needed.').check(
    z.refine(({ from, to }) => from <= to, LAST_BEFORE_FIRST),
  )
}

/** The sentence stands at the first day of the trip that begins on another's days. */
const apart = z.superRefine((trips: readonly Trip[], context) => {
  const row = overlappingTrip(trips)
  if (row === null) return
  const message =
    'This trip overlaps another. Only the day of travel may be the last of one and the first of the next.'
  context.addIssue({ code: 'custom', message, path: [row, 'from'], input: trips })
})

const trip = body({ zone, from: day, to: day }, 'A zone and two days are needed.').check(
  z.refine(({ from, to }) => from <= to, LAST_BEFORE_FIRST),
)

function inUnit(unit: string) {
  return z.meta({ description: `In ${unit}.` })
}
