import { type SQL, sql } from 'drizzle-orm'

import { addresses, members } from '../../../schema/index.ts'
import type { PersonStep } from '../../domain/decision.ts'
import { formsOfAddress } from '../../domain/people/address.ts'
import { addressesOf } from '../../domain/people/person.ts'
import type { Database, Statement } from '../../platform.ts'
import { isAmong } from '../among.ts'
import { field, writeMany } from '../many.ts'

/** A member whom a programme knows by addresses of its own has this one among them. In a query over `members`. */
export function isOwnAddress(address: string): SQL {
  return sql`(members.own_addresses IS NOT NULL AND EXISTS (
    SELECT 1 FROM json_each(members.own_addresses) AS own WHERE ${isAmong(sql`own.value`, formsOfAddress(address))}))`
}

/** Writes where programmes know people by addresses of their own, and what is left of those that all share. */
export function addressChanges(db: Database, steps: readonly PersonStep[]): readonly Statement[] {
  const changed = steps.flatMap(({ after: { id }, addresses: change, before }) =>
    change ? [{ ...change, id, isNew: before === null }] : [],
  )
  const shared = changed.flatMap((each) => (each.shared === null ? [] : [{ ...each, shared: each.shared }]))
  return [
    ...writeMany(
      shared
        .filter(({ isNew }) => !isNew)
        .map((each) => ({ ...each, forms: each.shared.flatMap(formsOfAddress) })),
      (rows) =>
        db.delete(addresses)
          .where(sql`EXISTS (SELECT 1 FROM ${rows} WHERE ${addresses.personId} = ${field('id')}
          AND instr(${field('forms')}, '"' || ${addresses.address} || '"') = 0)`),
    ),
    ...writeMany(
      shared.flatMap(({ id, shared: all, isNew }) => (isNew ? [] : all.map((address) => ({ id, address })))),
      (rows) =>
        db.insert(addresses).select(sql`SELECT ${field('address')}, ${field('id')} FROM ${rows}
          WHERE NOT EXISTS (SELECT 1 FROM addresses AS kept WHERE kept.address = ${field('address')} AND kept.person_id = ${field('id')})`),
    ),
    ...writeMany(
      changed.flatMap(({ id: personId, programmes, own }) =>
        programmes.map((programmeId) => ({ personId, programmeId, own })),
      ),
      (rows) =>
        db
          .update(members)
          .set({ ownAddresses: sql`${field('own')}`, version: sql`${members.version} + 1` })
          .from(rows)
          .where(
            sql`${members.personId} = ${field('personId')} AND ${members.programmeId} = ${field('programmeId')}`,
          ),
    ),
  ]
}

/** The addresses that all programmes of somebody new share. */
export function sharedAddressesOf({ after, addresses: change }: PersonStep): readonly string[] {
  return change?.shared ?? addressesOf(after)
}

/** The address of the row after the step; null: it stays. */
export function sharedEmailOf({ after, addresses: change }: PersonStep): string | null {
  const isOwn = change ? change.shared === null : after.hasOwnAddresses === true
  return isOwn ? null : after.email
}
