import type { ColumnReader } from '../../schema/purposes/purpose.ts'
import { PAIRING_KINDS } from '../../worker/domain/pairing/kind.ts'
import { WISHES } from '../../worker/domain/pairing/wish.ts'
import { AIMS } from '../../worker/domain/path/aim.ts'
import { EVIDENCES } from '../../worker/domain/path/stage.ts'
import { SEES, type Sight, SIGHTS, VIEWERS } from '../../worker/domain/people/permission.ts'
import { BLOCKERS, RULE_FIELDS } from '../../worker/domain/people/person.ts'
import { LOOK_ROUTES } from '../../worker/domain/record/look-route.ts'
import { RECORD_REQUESTS } from '../../worker/domain/record/request.ts'
import { WHYS } from '../../worker/domain/session/why.ts'
import { labelsEn } from './labels-en.ts'
import { code, list, page, table } from './markdown.ts'
import { settingNames } from './sections.ts'
import type { MappedColumn, MappedTable } from './tables.ts'
import { sealedColumns } from './words-in-clear.ts'

/** What says something of a person and is no free text. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  'members.blockers': BLOCKERS,
  'members.rules': Object.keys(RULE_FIELDS),
  'programmes.policy': settingNames(),
  'outcomes.evidence': EVIDENCES,
  'outcomes.why_not_held': WHYS,
  'offers.why_not_suited': WHYS,
  'pairings.kind': PAIRING_KINDS,
  'pairings.aim': AIMS,
  'wishes.kind': WISHES,
  'record_requests.kind': RECORD_REQUESTS,
  'access_log.route': LOOK_ROUTES,
}

const { about, activities, atRest, kinds, readers, rules, viewers } = labelsEn

/** Every table and column: what it is, about whom, what for, who reads it, how it is kept, and how it goes. */
export function dataMap(state: string, tables: readonly MappedTable[]): string {
  const count = tables.reduce((sum, { columns }) => sum + columns.length, 0)
  return page(
    '# Data map',
    `> ${tables.length} tables, ${count} columns: all that the database has (${state}). Made from the schema, the table of purposes (\`schema/purposes/\`), of who sees what, of retention, of sealing, and from the statements of an erasure.`,
    '## How to read it',
    list([
      '**Who reads it**: by the table of who sees what (`docs/who-sees-what.md`), or the managers of the programme. “Nobody” means that only the code uses it. What a person may read of himself stands under *own record*.',
      '**At rest**: *sealed* columns are encrypted by Sotto with keys that are not in the database; of *hashed* ones only a hash is stored; the rest is *clear* and encrypted with the whole disk by the provider.',
      '**How it goes by itself**: the rule of retention. “Stays” is for ids, codes and moments, which stay when names are gone.',
      '**Erased**: when one person is erased from the whole installation. Within one programme only that programme’s part goes; the account stays. Rows of others are left alone.',
      '**Basis**: a proposal; the controller decides.',
    ]),
    'Kinds of data:',
    list(Object.entries(kinds).map(([kind, says]) => `*${kind}*: ${says}`)),
    `Sealed are ${sealedColumns(tables).join(', ')}.`,
    '## What the codes are',
    'Columns that hold one of a few words, and what the two columns of rules hold:',
    table(
      ['where', 'what there can be'],
      Object.entries(CODES).map(([where, codes]) => [
        code(where),
        codes.map((each) => code(each)).join(', '),
      ]),
    ),
    ...tables.flatMap((each) => [`## ${code(each.name)}`, headOf(each), columnTable(each.columns)]),
  )
}

function headOf({ about: whose, activity, holds, decided, recordParts }: MappedTable): string {
  return list([
    `Holds: ${holds}`,
    `About: ${whose.map((each) => about[each]).join(', ')}`,
    `For: ${activities[activity].purpose}`,
    `Basis: ${activities[activity].basis}`,
    `Own record: ${recordParts.length > 0 ? `part ${recordParts.join(', ')}` : 'not there; `worker/domain/record/held.ts` says why, where it names a person'}`,
    `Decision: \`docs/decisions/\` ${String(decided).padStart(4, '0')}`,
  ])
}

function columnTable(columns: readonly MappedColumn[]): string {
  return table(
    ['column', 'what for', 'kind', 'who reads it', 'at rest', 'goes by itself', 'erased'],
    columns.map((each) => [
      code(each.name),
      each.purpose,
      each.kind,
      readersOf(each.readers),
      atRest[each.atRest],
      each.goes.join(' · ') || 'stays',
      each.isErased ? 'yes' : 'stays',
    ]),
  )
}

function readersOf(reader: ColumnReader): string {
  if (!isSight(reader)) return readers[reader]
  return VIEWERS.flatMap((viewer) => {
    const rule = SEES[reader][viewer]
    if (rule === 'no') return []
    return rule === 'yes' ? [viewers[viewer]] : [`${viewers[viewer]} (${rules[rule]})`]
  }).join(', ')
}

function isSight(reader: ColumnReader): reader is Sight {
  return SIGHTS.some((each) => each === reader)
}
