import { and, eq, getTableColumns, gte, isNull, lt, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

import {
  addresses,
  assistants,
  availability,
  diaries,
  members,
  memberships,
  people,
} from '../../../schema/index.ts'
import type { PersonStep } from '../../domain/decision.ts'
import type { PersonId } from '../../domain/ids.ts'
import { formsOfAddress } from '../../domain/people/address.ts'
import { addressesOf, type Locale, type Role } from '../../domain/people/person.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Platform, Statement } from '../../platform.ts'
import { insertManyEvents } from '../events.ts'
import { retireAllUndelivered } from '../letter/outbox.ts'
import { clearSuppressions } from '../letter/suppression.ts'
import { field, insertFrom, MANY, writeMany } from '../many.ts'
import { addressChanges, sharedAddressesOf, sharedEmailOf } from './own-addresses.ts'
import { storedReplyAddress } from './reply-address.ts'
import { addressesGone, onlyIn, personStatements, type StoredStep } from './write.ts'

/**
 * The steps of a decision. Where somebody new is among several, they are written table by table, so that one may mention
 * another whatever their order; so are many.
 */
export async function peopleStatements(
  { db, seal }: Pick<Platform, 'db' | 'seal'>,
  decided: readonly PersonStep[],
): Promise<readonly Statement[]> {
  const steps = await Promise.all(decided.map((each) => withStoredReply({ seal }, each)))
  const isTogether = steps.length > 1 && steps.some(({ before }) => before === null)
  const isUsual = steps.every(({ isOwner, inProgramme }) => !isOwner && !inProgramme?.hasEnded)
  return isUsual && (isTogether || steps.length >= MANY)
    ? firstThenNext(steps).flatMap((each) => writeAll(db, each))
    : steps.flatMap((each) => personStatements(db, each))
}

async function withStoredReply(sealing: Pick<Platform, 'seal'>, step: PersonStep): Promise<StoredStep> {
  const { id, replyAddress } = step.after
  return { ...step, reply: step.before ? null : await storedReplyAddress(sealing, id, replyAddress) }
}

/** All first steps of a person, then all second ones: a statement for many takes each once. */
function firstThenNext(steps: readonly StoredStep[]): readonly (readonly StoredStep[])[] {
  const seen = new Map<PersonId, number>()
  const turns = Map.groupBy(steps, ({ after: { id } }) => {
    const turn = seen.get(id) ?? 0
    seen.set(id, turn + 1)
    return turn
  })
  return [...turns.values()]
}

/** What `personStatements` writes of one: table by table, people first. */
function writeAll(db: Database, steps: readonly StoredStep[]): readonly Statement[] {
  const [made, changed] = [steps.filter(({ before }) => !before), steps.filter(({ before }) => before)]
  return [
    ...insertPeople(db, made),
    ...updatePeople(db, changed),
    ...moveAddresses(db, changed),
    ...insertEvents(db, steps),
    ...putHours(db, steps),
    ...writeMembers(db, steps),
    ...writeAssistants(db, steps),
    ...addressChanges(db, steps),
  ]
}

function insertPeople(db: Database, steps: readonly StoredStep[]): readonly Statement[] {
  const made = steps.map(({ after, reply, event: { at: createdAt } }) => ({ ...after, ...reply, createdAt }))
  return [
    ...writeMany(made, (rows) => insertFrom(db, people, rows)),
    ...writeMany(
      made.map(({ id: personId }) => ({ personId, version: 0 })),
      (rows) => insertFrom(db, diaries, rows),
    ),
    ...insertAddresses(
      db,
      steps.flatMap((each) =>
        sharedAddressesOf(each).map((address) => ({ address, personId: each.after.id })),
      ),
    ),
  ]
}

/** The triggers refuse a version that is not the next one. */
function updatePeople(db: Database, steps: readonly PersonStep[]): readonly Statement[] {
  const changed = steps.map((each) => {
    const { id, zone, locale, version } = each.after
    return { id, email: sharedEmailOf(each), zone, locale, version, ownName: each.ownName ?? null }
  })
  return [
    ...writeMany(changed, (rows) =>
      db
        .update(people)
        .set({
          email: sql`coalesce(${field('email')}, ${people.email})`,
          zone: field<string>('zone'),
          locale: field<Locale>('locale'),
          version: field<number>('version'),
          name: sql`coalesce(${field('ownName')}, ${people.name})`,
        })
        .from(rows)
        .where(eq(people.id, field('id'))),
    ),
    ...writeMany(
      changed.map(({ id }) => id),
      (rows) =>
        db
          .update(diaries)
          .set({ version: sql`${diaries.version} + 1` })
          .where(sql`${diaries.personId} IN (SELECT value FROM ${rows})`),
    ),
  ]
}

function moveAddresses(db: Database, steps: readonly PersonStep[]): readonly Statement[] {
  const sharing = steps.filter(({ addresses: change }) => change === undefined)
  const lost = sharing.flatMap(({ before, after }) =>
    (before ? addressesOf(before) : []).filter((each) => !addressesOf(after).includes(each)),
  )
  const begun = sharing.flatMap(({ before, after }) =>
    addressesOf(after)
      .filter((each) => !before || !addressesOf(before).includes(each))
      .map((address) => ({ address, personId: after.id })),
  )
  return [
    ...writeMany(lost.flatMap(formsOfAddress), (rows) =>
      db.delete(addresses).where(sql`${addresses.address} IN (SELECT value FROM ${rows})`),
    ),
    ...insertAddresses(db, begun),
    ...endAddresses(db, steps),
  ]
}

/** As `endAddresses` of one. */
function endAddresses(db: Database, steps: readonly PersonStep[]): readonly Statement[] {
  const gone = steps.flatMap((step) => {
    const { before, after, event } = step
    const programmes = onlyIn(step)
    return before ? [{ ...addressesGone({ ...step, before }), programmes, personId: after.id, ...event }] : []
  })
  const left = gone.flatMap(({ left: all, ...by }) =>
    by.actorId === null ? [] : all.map((address) => ({ address, at: by.at, actorId: by.actorId })),
  )
  const lost = gone.flatMap(({ lost: all, personId, at, programmes }) =>
    all.flatMap(formsOfAddress).map((address) => ({ address, personId, at, programmes })),
  )
  return [
    ...writeMany(left, (rows) => clearSuppressions(db, rows)),
    ...writeMany(lost, (rows) => retireAllUndelivered(db, rows)),
  ]
}

function insertAddresses(
  db: Database,
  owned: readonly (typeof addresses.$inferSelect)[],
): readonly Statement[] {
  return writeMany(owned, (rows) => insertFrom(db, addresses, rows))
}

function insertEvents(db: Database, steps: readonly PersonStep[]): readonly Statement[] {
  return insertManyEvents(
    db,
    steps.map(({ after: { id, version }, event }) => ({ subject: id, version, ...event })),
  )
}

function putHours(db: Database, steps: readonly PersonStep[]): readonly Statement[] {
  const hours = steps.flatMap(({ after, hours: set }) => (set ? [{ personId: after.id, ...set }] : []))
  return writeMany(hours, (rows) =>
    insertFrom(db, availability, rows).onConflictDoUpdate({
      target: availability.personId,
      set: fromExcluded(availability, ['zone', 'weekly', 'exceptions']),
    }),
  )
}

const SAID_OF_MEMBERS = [
  ...(['name', 'shortName', 'unit', 'reportsTo', 'blockers', 'rules', 'leavesOn', 'leavingSince'] as const),
  ...(['leftAt', 'notify', 'awayUntil', 'deputyId'] as const),
]

function writeMembers(db: Database, steps: readonly PersonStep[]): readonly Statement[] {
  const said = steps.flatMap(({ after, inProgramme }) =>
    inProgramme ? [{ ...after, programmeId: inProgramme.id, personId: after.id, ...departureOf(after) }] : [],
  )
  const begun = rolesOf(steps, ({ roles = [] }) => roles)
  const ended = rolesOf(steps, ({ rolesEnded = [] }) => rolesEnded)
  return [
    ...writeMany(said, (rows) =>
      insertFrom(db, members, rows).onConflictDoUpdate({
        target: [members.programmeId, members.personId],
        set: { ...fromExcluded(members, SAID_OF_MEMBERS), version: sql`${members.version} + 1` },
      }),
    ),
    ...writeMany(begun, (rows) => insertFrom(db, memberships, rows).onConflictDoNothing()),
    ...writeMany(ended, (rows) =>
      db.delete(memberships).where(
        sql`(${memberships.programmeId}, ${memberships.personId}, ${memberships.role}) IN (
            SELECT ${field('programmeId')}, ${field('personId')}, ${field('role')} FROM ${rows})`,
      ),
    ),
  ]
}

/** The first version of a row, and what `members` keeps apart of a departure; its notes stay. */
function departureOf({ departure }: PersonStep['after']) {
  return {
    leavesOn: departure?.on ?? null,
    leavingSince: departure?.saidAt ?? null,
    leftAt: departure?.leftAt ?? null,
    notes: null,
    version: 1,
  }
}

/** What an insert brought, for the row that was there already. */
function fromExcluded(table: SQLiteTable, names: readonly string[]) {
  const columns = getTableColumns(table)
  return Object.fromEntries(
    names.map((name) => [name, sql`excluded.${sql.identifier(columns[name]?.name ?? name)}`]),
  )
}

function rolesOf(
  steps: readonly PersonStep[],
  which: (inProgramme: NonNullable<PersonStep['inProgramme']>) => readonly Role[],
) {
  return steps.flatMap(({ after, inProgramme, event: { at: since } }) =>
    inProgramme
      ? which(inProgramme).map((role) => ({ programmeId: inProgramme.id, personId: after.id, role, since }))
      : [],
  )
}

/** A duty that ends stays as history, unless it never began. */
function writeAssistants(db: Database, steps: readonly PersonStep[]): readonly Statement[] {
  const duties = (which: 'ended' | 'begun') =>
    steps.flatMap(({ after, inProgramme, event: { at } }) =>
      (inProgramme?.assistants?.[which] ?? []).map((assistantId) => ({
        ...{ programmeId: inProgramme?.id, executiveId: after.id, assistantId, fromAt: at, untilAt: null },
      })),
    )
  const isOne = and(
    eq(assistants.programmeId, field('programmeId')),
    eq(assistants.executiveId, field('executiveId')),
    eq(assistants.assistantId, field('assistantId')),
  )
  return [
    ...writeMany(duties('ended'), (rows) =>
      db
        .update(assistants)
        .set({ untilAt: field<Instant>('fromAt') })
        .from(rows)
        .where(and(isOne, isNull(assistants.untilAt), lt(assistants.fromAt, field('fromAt')))),
    ),
    ...writeMany(duties('ended'), (rows) =>
      db
        .delete(assistants)
        .where(
          sql`EXISTS (SELECT 1 FROM ${rows} WHERE ${isOne} AND ${gte(assistants.fromAt, field('fromAt'))})`,
        ),
    ),
    ...writeMany(duties('begun'), (rows) => insertFrom(db, assistants, rows).onConflictDoNothing()),
  ]
}
