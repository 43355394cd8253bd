import { integer, text } from 'drizzle-orm/sqlite-core'

import type { Id, Prefix } from '../worker/domain/ids.ts'
import type { Instant } from '../worker/domain/time/time.ts'

/** Epoch milliseconds. */
export const instantColumn = (name: string) => integer(name).$type<Instant>()

/** An id of one kind, `ses_…` for a session. */
export const id = <P extends Prefix>(name: string, _prefix: P) => text(name).$type<Id<P>>()

/** A value stored as JSON. The HTTP layer or the rule has checked it before it is written. */
export const json = <Value>(name: string) => text(name, { mode: 'json' }).$type<Value>()

/** One of a fixed set of words; the column's CHECK lists them. */
export const word = <Word extends string>(name: string) => text(name).$type<Word>()

export const flag = (name: string) => integer(name, { mode: 'boolean' })
