import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { MessageData, MessageType } from '../worker/domain/webhook/told.ts'
import type { Attempt, MessageState, WebhookState } from '../worker/domain/webhook/webhook.ts'
import { id, instantColumn, json, word } from './columns.ts'

/** Addresses that are told what happens in a programme, as their maker may know it. */
export const webhooks = sqliteTable('webhooks', {
  id: id('id', 'whk').primaryKey().notNull(),
  /** Null: it is told of the installation's health. */
  programmeId: id('programme_id', 'prg'),
  /** Its maker. */
  personId: id('person_id', 'per').notNull(),
  /** At which its maker was signed in. */
  address: text('address').notNull(),
  /** Sealed, as the secrets are: many addresses hold a secret of their own. */
  url: text('url').notNull(),
  types: json<readonly MessageType[]>('types').notNull(),
  secret: text('secret').notNull(),
  oldSecret: text('old_secret'),
  oldSecretUntil: instantColumn('old_secret_until'),
  state: word<WebhookState>('state').notNull(),
  madeAt: instantColumn('made_at').notNull(),
  endedAt: instantColumn('ended_at'),
  /** Since when no call has succeeded; null: the last one did. */
  failingSince: instantColumn('failing_since'),
})

/** What a webhook is told. The id is the same in each try. */
export const webhookMessages = sqliteTable(
  'webhook_messages',
  {
    webhookId: id('webhook_id', 'whk').notNull(),
    id: id('id', 'msg').notNull(),
    type: word<MessageType>('type').notNull(),
    at: instantColumn('at').notNull(),
    data: json<MessageData>('data').notNull(),
    /** The press that it tells of, as long as that can be taken back. */
    press: text('press'),
    state: word<MessageState>('state').notNull(),
    dueAt: instantColumn('due_at').notNull(),
    /** Since it was written, or sent again by hand. */
    tries: integer('tries').notNull().default(0),
    attempts: json<readonly Attempt[]>('attempts').notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.webhookId, table.id] })],
)
