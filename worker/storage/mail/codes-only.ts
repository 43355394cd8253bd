import { sql } from 'drizzle-orm'

import { received } from '../../../schema/index.ts'

/** What is left of a mail that waits no more: its codes. */
export const CODES_ONLY = {
  reading: sql`json_object('class', ${received.class}, 'partstat', json_extract(${received.reading}, '$.partstat'))`,
  sender: null,
  senderDomain: null,
  suggests: false,
} as const
